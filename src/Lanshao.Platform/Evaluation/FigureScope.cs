using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>What a figure was measured on. Two figures on different scopes are never subtracted, ranked or compared.</summary>
/// <param name="Station">站点口径.</param>
/// <param name="Sand">沙尘口径.</param>
/// <param name="Span">时段口径.</param>
public readonly record struct FigureScope(string Station, string Sand, string Span)
{
    public static FigureScope Of(IndicatorValue value)
    {
        ArgumentNullException.ThrowIfNull(value);

        return new(value.StationScope, value.SandBasis, value.PeriodBasis);
    }
}

using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>同比变化: the published change where there is one, and side by side what follows from the values of both years on the declared precision.</summary>
internal static class ChangeCell
{
    public static FigureCell Of(TableContext context, Place place, string name, FigureScope? scope)
    {
        var indicator = context.Indicator;
        var origin = Origin(context, place, scope);
        if (origin.Published?.Number is not { } number)
        {
            return origin.Computed is { } change ? Shown(change, indicator, origin) : FigureCell.NotThere(EvaluationFindings.NoChange(context.Period.LastYear(), name));
        }

        var shown = Reported.Of(number, context.Indicators[indicator.Change!].Decimals);
        var cell = Shown(shown, indicator, origin);
        return origin.Computed is not { } computed || computed.Shown == shown.Shown
            ? cell
            : cell.With(EvaluationFindings.ChangeDiffers(cell.Text, Shown(computed, indicator, origin).Text, name));
    }

    /// <summary>Returns the indicator whose stored values have the precision on which changes are computed, never a coarser one rounded again.</summary>
    public static IndicatorDefinition? Compared(TableContext context)
    {
        var indicator = context.Indicator;
        if (indicator.YearOnYear == YearOnYearKind.None)
        {
            return null;
        }

        if (context.Table.Basis == FigureBasis.Computed)
        {
            return indicator;
        }

        var whole = indicator.Whole is { } code ? context.Indicators[code] : null;
        return indicator.YearOnYearDecimals == whole?.Decimals ? whole
            : indicator.YearOnYearDecimals == indicator.Decimals ? indicator
            : null;
    }

    private static FigureOrigin.Changed Origin(TableContext context, Place place, FigureScope? scope)
    {
        var published = context.Indicator.Change is { } code ? context.Find(code, place, context.Period, scope) : null;
        if (Compared(context)?.Code is not { } compared)
        {
            return new(published, null, null, null, null);
        }

        var now = context.Find(compared, place, context.Period, scope);
        var before = context.Find(compared, place, context.Period.LastYear(), scope);
        var inferred = context.Book.Find(compared, place, context.Period.LastYear(), FigureBasis.Inferred, scope);
        return new(published, now, before, Computed(context.Indicator, now, before), inferred);
    }

    private static Reported? Computed(IndicatorDefinition indicator, IndicatorValue? now, IndicatorValue? before) =>
        now is not null && before is not null && FigureComparison.Change(now, before, indicator) is { IsRefused: false } change ? change.Value : null;

    private static FigureCell Shown(Reported change, IndicatorDefinition indicator, FigureOrigin origin) =>
        indicator.YearOnYear == YearOnYearKind.Difference ? FigureCell.Of(change, origin) : FigureCell.Percent(change, origin);
}

using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>The areas of a ranking in this and in the last year, on the precision on which changes are computed.</summary>
/// <param name="Before">The same period of the year before.</param>
/// <param name="Areas">The areas in printed order.</param>
/// <param name="IsInferred">Whether a value of last year was worked back from the published change, because nobody published it.</param>
public sealed record YearSlope(Period Before, IReadOnlyList<YearSlope.Area> Areas, bool IsInferred)
{
    /// <summary>Gets whether the values of last year were computed here.</summary>
    public bool IsComputed { get; private init; }

    /// <summary>An area with its value of both years.</summary>
    public sealed record Area(PlaceRow Row, Reported? Before, Reported? Now);

    /// <summary>Returns the slope of a table; null where no value of last year is known, so that a percentage at most was published.</summary>
    public static YearSlope? Of(FigureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var areas = table.Rows.Select(row => (Row: row, Origin: table.Cell(row, ColumnContent.Change)?.Origin as FigureOrigin.Changed)).ToList();
        if (!areas.Exists(area => (area.Origin?.Before ?? area.Origin?.Inferred) is not null))
        {
            return null;
        }

        var decimals = table.Indicator.YearOnYearDecimals;
        return new(
            table.Period.LastYear(),
            [.. areas.Select(area => new Area(area.Row, Figure(area.Origin?.Before ?? area.Origin?.Inferred, decimals), Figure(area.Origin?.Now, decimals)))],
            areas.Exists(area => area.Origin is { Before: null, Inferred: not null }))
        {
            IsComputed = areas.Exists(area => area.Origin?.Before?.Basis == FigureBasis.Computed),
        };
    }

    private static Reported? Figure(IndicatorValue? value, int decimals) => value?.Number is { } number ? Reported.Of(number, decimals) : null;
}

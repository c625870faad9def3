using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>What the rows of one table are made from.</summary>
internal sealed record TableContext(
    TableDefinition Table,
    IReadOnlyDictionary<string, IndicatorDefinition> Indicators,
    District District,
    Period Period,
    FigureBook Book)
{
    /// <summary>Gets the indicator that the table is about.</summary>
    public IndicatorDefinition Indicator => Indicators[Table.Indicator];

    /// <summary>Gets the yearly target of an indicator at a place; null where none was entered.</summary>
    public Func<string, Place, YearTarget?> TargetOf { get; init; } = (_, _) => null;

    /// <summary>Gets the areas that the table counts, in the official order.</summary>
    public IReadOnlyList<Subdistrict> Areas =>
        [.. District.AreaSets[Table.AreaSet!].Members.Select(District.FindSubdistrict).OfType<Subdistrict>().OrderBy(area => area.Order)];

    public string PrintedName(Subdistrict area) => Table.PrintedAs.GetValueOrDefault(area.Code, area.Name);

    /// <summary>Returns the value on the table's own basis.</summary>
    public IndicatorValue? Find(string indicator, Place place, Period period, FigureScope? scope) => Book.Find(indicator, place, period, Table.Basis, scope);

    /// <summary>Returns the cell of a figure that is not there: nobody stored it, or what was stored is the reason why there is none.</summary>
    public FigureCell NotThere(string indicator, IndicatorValue? stored, Period period, string where) => FigureCell.NotThere(
        stored is null || stored.Missing == MissingReason.None
            ? EvaluationFindings.NotStored(Indicators[indicator].Name, period, where)
            : EvaluationFindings.Missing(Indicators[indicator].Name, period, FigureWords.Of(stored.Missing), where));
}

using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>Makes facts out of the cells of one printed table, so that sentence and table cannot disagree.</summary>
/// <param name="table">The table.</param>
internal sealed class TableFacts(FigureTable table)
{
    private readonly List<NamedFact> _facts = [];

    /// <summary>What the rows of the table are: 街道（地区）.</summary>
    public string Noun { get; } = table.ColumnOf(ColumnContent.Area) is var at and >= 0 ? table.Columns[at].Heading : string.Empty;

    public static IEnumerable<NamedFact> Of(FigureTable table, Districts.District district) => table.Definition.Layout switch
    {
        TableLayout.Ranking or TableLayout.Bulletin => RankingFacts.Of(table),
        TableLayout.Counts => CountFacts.Of(table),
        TableLayout.Sections => WaterFacts.Sections(table, district),
        TableLayout.Points => WaterFacts.Points(table, district),
        _ => [],
    };

    public IReadOnlyList<NamedFact> All => _facts;

    /// <summary>Tells how many rows there are of a kind, none included.</summary>
    public void Count(string take, string label, IReadOnlyList<PlaceRow> rows, ColumnContent from, string edition = "") =>
        _facts.Add(NamedFact.Count(NameOf(take), LabelOf(label), rows.Count, "个", table.Period, QueryOf(take)) with { Values = ValuesOf(rows, from), Edition = edition });

    /// <summary>Names the rows of a kind; says nothing where there are none.</summary>
    public void Names(string take, string label, IReadOnlyList<PlaceRow> rows, ColumnContent from)
    {
        if (rows.Count > 0)
        {
            Listed(take, label, NameList.Join([.. rows.Select(row => row.Name)], Noun), ValuesOf(rows, from));
        }
    }

    /// <summary>Lists words in the order of print.</summary>
    public void Listed(string take, string label, string shown, IReadOnlyList<IndicatorValue> values, string edition = "") => _facts.Add(new()
    {
        Name = NameOf(take),
        Label = LabelOf(label),
        Shown = shown,
        Period = table.Period,
        Origin = FactOrigin.Named,
        Query = QueryOf(take),
        Edition = edition,
        Values = values,
    });

    /// <summary>Takes a figure that a cell prints.</summary>
    public void Cell(string take, string label, FigureCell? cell, string unit, FactOrigin origin = FactOrigin.Extreme)
    {
        if (cell?.Figure is { } figure)
        {
            Figure(take, label, figure, unit, [.. cell.Values], origin);
        }
    }

    public void Figure(string take, string label, Reported figure, string unit, IReadOnlyList<IndicatorValue> values, FactOrigin origin, string edition = "") => _facts.Add(new()
    {
        Name = NameOf(take),
        Label = LabelOf(label),
        Figure = figure,
        Shown = figure.ShownText,
        Unit = unit,
        Period = table.Period,
        Origin = origin,
        Edition = edition,
        Query = QueryOf(take),
        Values = values,
    });

    public static IReadOnlyList<IndicatorValue> ValuesOf(IEnumerable<FigureCell?> cells) => [.. cells.OfType<FigureCell>().SelectMany(cell => cell.Values).DistinctBy(value => value.Id)];

    private IReadOnlyList<IndicatorValue> ValuesOf(IReadOnlyList<PlaceRow> rows, ColumnContent from) => ValuesOf(rows.Select(row => table.Cell(row, from)));

    private string NameOf(string take) => $"{table.Definition.Code}.{take}";

    private string LabelOf(string label) => $"{table.Definition.ShortTitle}：{label}";

    private string QueryOf(string take) => $"table={table.Definition.Code}&period={table.Period.Code}&take={take}";
}

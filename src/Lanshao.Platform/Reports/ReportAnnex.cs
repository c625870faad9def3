using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Reports;

/// <summary>An annex of a report: its table, and the facts behind the table's figures, both from the same cells.</summary>
public sealed class ReportAnnex
{
    private const int MostEmptyTold = 3;

    private ReportAnnex(int number, PrintTable table, IReadOnlyList<string> keys, IReadOnlyList<FactDraft> facts, int missing, IReadOnlyList<Finding> findings)
    {
        Number = number;
        Table = table;
        RowKeys = keys;
        Drafts = facts;
        Missing = missing;
        Findings = findings;
    }

    /// <summary>Gets the number as printed: 附件1 is 1.</summary>
    public int Number { get; }

    public PrintTable Table { get; }

    /// <summary>Gets what each row is known by in every version, in the order of print: its place, or its number in the list.</summary>
    public IReadOnlyList<string> RowKeys { get; }

    /// <summary>Gets how many figures it prints.</summary>
    public int Figures => Drafts.Count;

    /// <summary>Gets how many figures should stand there and do not.</summary>
    public int Missing { get; }

    /// <summary>Gets how many figures are not final yet.</summary>
    public int Preliminary => Drafts.Count(IsPreliminary);

    /// <summary>Gets how firm the least firm figure is; null where the annex has none.</summary>
    public FigureStatus? Status => Drafts.Count == 0 ? null : Drafts.Min(draft => StatusOf(draft));

    public IReadOnlyList<Finding> Findings { get; }

    internal IReadOnlyList<FactDraft> Drafts { get; }

    internal static ReportAnnex Of(FigureTable table, IReadOnlyDictionary<string, IndicatorDefinition> indicators) =>
        Of(table.Definition.Annex ?? throw new ArgumentException("The table is in no report.", nameof(table)), table, indicators);

    internal static ReportAnnex Of(int number, FigureTable table, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var rows = table.Total is null ? table.Rows : [.. table.Rows, table.Total];
        var facts = rows.SelectMany((row, r) => row.Cells.SelectMany((cell, c) => Facts(table, new(number, r + 1, c + 1), row, indicators))).ToList();
        var missing = rows.Sum(row => row.Cells.Count(cell => cell.Missing is not null));
        var print = FigurePrint.Of(table, finding => finding.Code);
        return new(number, print with { Rows = [.. print.Rows], NotesBelow = [.. print.NotesBelow, .. Notes(facts.Count(IsPreliminary), missing, table, rows)] }, [.. rows.Select(row => row.Place == Place.District ? "total" : row.Place.Code)], facts, missing, [.. table.Findings]);
    }

    // What a reader of the paper must know stands on the paper, in one note.
    private static IEnumerable<string> Notes(int preliminary, int missing, FigureTable table, IReadOnlyList<PlaceRow> rows)
    {
        var note = preliminary > 0 ? string.Create(CultureInfo.InvariantCulture, $"本表有{preliminary}项为初步数据，以正式通报为准。") : string.Empty;
        note += missing > 0 ? string.Create(CultureInfo.InvariantCulture, $"本表缺{missing}项数据，以“—”表示：{string.Join('；', Reasons(table, rows))}。") : string.Empty;
        return note.Length > 0 ? ["注：" + note] : [];
    }

    // Column by column, each reason with how often it is the reason. Many columns without any figure are seen at once; their reasons would fill a page.
    private static IEnumerable<string> Reasons(FigureTable table, IReadOnlyList<PlaceRow> rows)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).ToList();
        var empty = columns.FindAll(at => rows.All(row => row.Cells[at].Missing is not null));
        return empty.Count > MostEmptyTold
            ? [string.Create(CultureInfo.InvariantCulture, $"{empty.Count}栏全部没有数据"), .. ReasonsOf(columns.Except(empty), table, rows)]
            : ReasonsOf(columns, table, rows);
    }

    private static IEnumerable<string> ReasonsOf(IEnumerable<int> columns, FigureTable table, IReadOnlyList<PlaceRow> rows) =>
        from at in columns
        from reason in rows.Select(row => row.Cells[at].Missing).OfType<Finding>().GroupBy(finding => EvaluationFindings.ReasonOf(finding))
        select string.Create(CultureInfo.InvariantCulture, $"{table.Columns[at].Heading}{reason.Count()}项，{reason.Key}");

    private static FigureStatus? StatusOf(FactDraft draft) => draft.Fact.Values is [var value, ..] ? value.Status : null;

    private static bool IsPreliminary(FactDraft fact) => StatusOf(fact) < FigureStatus.Reviewed;

    /// <summary>An annex of words, or of figures that were made facts before.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="table">The table.</param>
    /// <param name="facts">The facts that its cells print.</param>
    internal static ReportAnnex Of(int number, PrintTable table, params IEnumerable<FactInCell> facts)
    {
        var rows = table.Rows.ToList();
        var section = string.Empty;
        var keys = rows.ConvertAll(row => row.IsSection ? section = row.Cells[0].Text : $"{section}/{row.Cells[0].Text}");
        return new(number, table with { Rows = rows }, [.. keys.Select((key, i) => key + (keys.Take(i).Count(other => other == key) is var before and > 0 ? string.Create(CultureInfo.InvariantCulture, $"#{before + 1}") : string.Empty))], [.. facts.Select(fact => new FactDraft(number, fact.Row, fact.Column, fact.Fact))], 0, []);
    }

    private static IEnumerable<FactDraft> Facts(FigureTable table, Spot at, PlaceRow row, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var (cell, column) = (row.Cells[at.Column - 1], table.Columns[at.Column - 1]);
        var values = cell.Values.ToList();
        var target = (cell.Origin as FigureOrigin.Targeted)?.Target;
        if ((values.Count == 0 && target is null) || cell.Missing is not null)
        {
            return [];
        }

        var take = column.Indicator ?? column.Shows.ToString();
        return
        [
            new(at.Annex, at.Row, at.Column, new()
            {
                Name = $"{table.Definition.Code}/{row.Place.Code}/{take}",
                Label = $"{row.Name}：{column.Heading}",
                Figure = cell.Figure,
                Shown = cell.Text,
                Unit = Unit(cell, target is null ? indicators[values[0].Indicator] : table.Indicator),
                Place = row.Place,
                Period = target is null ? values[0].Period : Period.Year(target.Year),
                Origin = OriginOf(cell),
                Query = $"table={table.Definition.Code}&period={table.Period.Code}&place={row.Place.Code}&take={take}",
                Values = values,
            }),
        ];
    }

    private static string Unit(FigureCell cell, IndicatorDefinition indicator) => cell switch
    {
        { IsPercent: true } => "%",
        { Origin: FigureOrigin.Ranked } => "位",
        { Figure: null } => string.Empty,
        _ => indicator.PrintedUnit,
    };

    private static FactOrigin OriginOf(FigureCell cell) => cell.Origin switch
    {
        FigureOrigin.Rounded => FactOrigin.Rounded,
        FigureOrigin.Ranked or FigureOrigin.Moved => FactOrigin.Ranked,
        FigureOrigin.Changed { Published: null } => FactOrigin.Changed,
        FigureOrigin.Summed => FactOrigin.Summed,
        FigureOrigin.Budgeted => FactOrigin.Divided,
        FigureOrigin.Targeted => FactOrigin.Given,
        _ => FactOrigin.Stored,
    };

    private readonly record struct Spot(int Annex, int Row, int Column);
}

/// <summary>A fact in a cell of a table.</summary>
/// <param name="Row">The row below the head, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Fact">The fact.</param>
internal sealed record FactInCell(int Row, int Column, Facts.NamedFact Fact);

using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Reports;

/// <summary>An annex of a report: its table, and the facts behind the table's figures, both from the same cells.</summary>
public sealed class ReportAnnex
{
    private ReportAnnex(int number, PrintTable table, IReadOnlyList<FactDraft> facts, int missing, IReadOnlyList<Finding> findings)
    {
        Number = number;
        Table = table;
        Drafts = facts;
        Missing = missing;
        Findings = findings;
    }

    /// <summary>Gets the number as printed: 附件1 is 1.</summary>
    public int Number { get; }

    public PrintTable Table { get; }

    /// <summary>Gets how many figures it prints.</summary>
    public int Figures => Drafts.Count;

    /// <summary>Gets how many figures should stand there and do not.</summary>
    public int Missing { get; }

    /// <summary>Gets how many figures are not final yet.</summary>
    public int Preliminary => Drafts.Count(IsPreliminary);

    /// <summary>Gets how firm the least firm figure is; null where the annex has none.</summary>
    public FigureStatus? Status => Drafts.Count == 0 ? null : Drafts.Min(fact => fact.Value.Status);

    public IReadOnlyList<Finding> Findings { get; }

    internal IReadOnlyList<FactDraft> Drafts { get; }

    internal static ReportAnnex Of(FigureTable table, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var number = table.Definition.Annex ?? throw new ArgumentException("The table is in no report.", nameof(table));
        var rows = table.Total is null ? table.Rows : [.. table.Rows, table.Total];
        var facts = rows.SelectMany((row, r) => row.Cells.SelectMany((cell, c) => Facts(number, r + 1, c + 1, row.Place, cell, indicators))).ToList();
        var missing = rows.Sum(row => row.Cells.Count(cell => cell.Missing is not null));
        var print = FigurePrint.Of(table, finding => finding.Code);
        return new(number, print with { NotesBelow = [.. print.NotesBelow, .. Notes(facts.Count(IsPreliminary), missing)] }, facts, missing, [.. table.Findings]);
    }

    // What a reader of the paper must know stands on the paper.
    private static IEnumerable<string> Notes(int preliminary, int missing)
    {
        if (preliminary > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"注：本表有{preliminary}项为初步数据，以正式通报为准。");
        }

        if (missing > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"注：本表缺{missing}项数据，以“—”表示。");
        }
    }

    private static bool IsPreliminary(FactDraft fact) => fact.Value.Status < FigureStatus.Reviewed;

    internal static ReportAnnex Of(int number, PrintTable table) => new(number, table, [], 0, []);

    private static IEnumerable<FactDraft> Facts(int annex, int row, int column, Place place, FigureCell cell, IReadOnlyDictionary<string, IndicatorDefinition> indicators)
    {
        var values = cell.Values.ToList();
        return values.Count == 0 || cell.Missing is not null
            ? []
            : [new(annex, row, column, cell.Figure?.Exact, cell.Text, Unit(cell, indicators[values[0].Indicator]), place, OriginOf(cell), values[0], values[1..])];
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
        FigureOrigin.Ranked => FactOrigin.Ranked,
        FigureOrigin.Changed { Published: null } => FactOrigin.Changed,
        FigureOrigin.Summed => FactOrigin.Summed,
        _ => FactOrigin.Stored,
    };
}

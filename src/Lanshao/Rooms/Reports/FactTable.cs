using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>Facts as a table: what is printed, how exact it is, and where it comes from.</summary>
internal static class FactTable
{
    private const int MostDecimals = 6;

    /// <summary>Shows the facts of a kept report at their places.</summary>
    public static PageTable Of(UiTexts texts, District district, Report report, IReadOnlyList<Fact> facts) => new(
        texts["{0}：数字和出处", report.Title],
        [new(texts["位置"], ColumnKind.OneLine) { WidthMm = 36 }, new(texts["范围"], ColumnKind.OneLine) { WidthMm = 24 }, .. Columns(texts), new(texts["数据来源与状态"], ColumnKind.Text) { WidthMm = 52 }, Query(texts)],
        [.. facts.Select(fact => new TableRow(
        [
            Cell.Of(fact.Annex == 0 ? texts["正文第{0}句", fact.Row] : texts["附件{0}第{1}行第{2}列", fact.Annex, fact.Row, fact.Column]),
            Cell.Of(district.NameOf(fact.Place)),
            Cell.Of(fact.Label),
            Linked(Cell.Of(fact.Shown + (fact.Shown.EndsWith('%') ? string.Empty : fact.Unit)), fact.ValueId),
            Cell.Of(Exact(fact.Exact)),
            Cell.Of(fact.Period.ChineseText),
            Cell.Of(texts[OriginOf(fact.Origin)] + (fact.Edition.Length > 0 ? $"（{fact.Edition}）" : string.Empty)),
            Cell.Of(SourceOf(texts, fact)),
            Cell.Of(Broken(fact.Query)),
        ], Anchor: string.Create(CultureInfo.InvariantCulture, $"fact-{fact.Seq}")))])
    {
        IsWide = true,
        IsStacked = true,
        Carries = CarriedFigures.Of(report),
        Below = [texts["全部数字计算于{0}，{1}；准确值未经修约，最多列六位小数。", ImportWords.Time(facts.Count > 0 ? facts[0].ComputedUtc : report.MadeAtUtc), report.SealSha256 is { } seal ? texts["签发时以校验码{0}封存", seal] : texts["签发时封存"]]],
    };

    /// <summary>Shows what a text about a period may print.</summary>
    public static PageTable Of(UiTexts texts, FactCatalogue catalogue, IReadOnlyList<NamedFact> facts, bool isSample) => new(
        texts["{0}可用数字", catalogue.Period],
        [new(texts["名称"], ColumnKind.OneLine) { WidthMm = 62 }, .. Columns(texts), Query(texts)],
        [.. facts.Select(fact => new TableRow(
        [
            Cell.Of($"{{{fact.Name}}}"),
            Cell.Of(fact.Label),
            Linked(Cell.Of(fact.Shown + fact.Unit), fact.Values.Count > 0 ? fact.Values[0].Id : null),
            Cell.Of(Exact(fact.Figure?.ExactText)),
            Cell.Of(fact.Period.ChineseText),
            Cell.Of(texts[OriginOf(fact.Origin)] + (fact.Edition.Length > 0 ? $"（{fact.Edition}）" : string.Empty)),
            Cell.Of(Broken(fact.Query)),
        ]))])
    { IsWide = true, IsStacked = true, IsSample = isSample, Carries = CarriedFigures.YearTo(ExportReach.Official, catalogue.Period) };

    // All decimals stand on the value's own page and in the interface: nobody reads more than these.
    private static string Exact(string? text) => text is null ? "—" : text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && text.Length > point + MostDecimals + 1 ? text[..(point + MostDecimals + 1)] : text;

    // The value that is shown or leads: its page says how it came about.
    private static Cell Linked(Cell cell, Guid? value) => value is { } id && cell.Text.Length > 0 ? cell.LinkedTo($"/figures/{id:D}") : cell;

    private static IEnumerable<Column> Columns(UiTexts texts) =>
    [
        new(texts["是什么"], ColumnKind.Prose) { WidthMm = 62 },
        new(texts["印作"], ColumnKind.Text) { WidthMm = 44 },
        new(texts["准确值"], ColumnKind.Figure) { WidthMm = 24 },
        new(texts["时段"], ColumnKind.OneLine) { WidthMm = 30 },
        new(texts["怎么来的"], ColumnKind.Text) { WidthMm = 22 },
    ];

    // Asked again by a machine, from the workbook; paper stays as short as it can be.
    private static Column Query(UiTexts texts) => new(texts["查询"], ColumnKind.Prose) { ScreenOnly = true };

    // A long question breaks where its parts meet.
    private static string Broken(string query) => query.Replace("&", " &", StringComparison.Ordinal);

    private static string SourceOf(UiTexts texts, Fact fact) => fact.Status is { } status
        ? string.Create(CultureInfo.InvariantCulture, $"{fact.Source}，{texts[FigureWords.Of(status)]}") + (fact.OtherValueIds.Length > 0 ? texts["，共{0}个数", fact.OtherValueIds.Split(' ').Length + 1] : string.Empty)
        : fact.Records.Length > 0 ? texts["任务和目标{0}条", fact.Records.Split(' ').Length] : "—";

    private static string OriginOf(FactOrigin origin) => origin switch
    {
        FactOrigin.Stored => "原数",
        FactOrigin.Rounded => "修约",
        FactOrigin.Ranked => "排名",
        FactOrigin.Changed => "同比计算",
        FactOrigin.Summed => "合计",
        FactOrigin.Counted => "计数",
        FactOrigin.Extreme => "最大最小",
        FactOrigin.Named => "列名",
        FactOrigin.Divided => "比例推算",
        _ => "计划或辖区包给定",
    };
}

using Lanshao.Documents.Writing;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>The findings of a dropped file as the printable 核稿单 and as comments.</summary>
internal static class CheckView
{
    private const string Author = "核稿";

    /// <summary>Makes the 核稿单: both places side by side, the calculation, room for what was decided.</summary>
    public static PageTable Table(UiTexts texts, CheckedFile file) => new(
        texts["核稿单：{0}", file.File.Name],
        [
            new(texts["序号"], ColumnKind.Mark) { WidthMm = 10 },
            new(texts["程度"], ColumnKind.OneLine) { WidthMm = 18 },
            new(texts["位置与原文"], ColumnKind.Prose) { WidthMm = 55 },
            new(texts["另一处"], ColumnKind.Prose) { WidthMm = 50 },
            new(texts["两处数值"], ColumnKind.Text) { WidthMm = 30 },
            new(texts["计算过程与可能的改法"], ColumnKind.Prose) { WidthMm = 62 },
            new(texts["处理"], ColumnKind.Mark) { WidthMm = 14 },
            new(texts["经办"], ColumnKind.Mark) { WidthMm = 14 },
        ],
        [.. file.Report.Findings.Select((finding, i) => Row(texts, finding, i + 1))])
    {
        IsWide = true,
        Below = [texts["共核{0}处：一致{1}处，不一致{2}处，无从核对{3}处。", file.Report.Checked, file.Report.Consistent, file.Report.Inconsistent, file.Report.Unverifiable]],
    };

    /// <summary>Makes the comments of the returned Word file.</summary>
    public static IReadOnlyList<WordComment> Comments(CheckReport report) => [.. report.Findings.Select(finding => new WordComment(finding.Statement.Origin, finding.Statement.Text, CommentOf(finding)))];

    /// <summary>Writes the file back with the comments.</summary>
    public static byte[] Commented(CheckedFile file, CancellationToken ct) => CommentedWord.Write(file.File.Bytes, Comments(file.Report), Author, null, ct);

    private static TableRow Row(UiTexts texts, CheckFinding finding, int number) => new(
        [
            Cell.Whole(number),
            Cell.State(texts[CheckWords.Of(finding.Severity)]),
            Cell.Of([finding.Statement.Where, finding.Statement.Text]),
            Cell.Of(finding.Evidence.Count == 0 ? ["—"] : [.. finding.Evidence.Take(4).Select(spot => spot.Where.Length > 0 ? $"{spot.Where}：{spot.Text}" : spot.Text)]),
            Cell.Of([texts["文中：{0}", finding.Stated], texts["应为：{0}", finding.Computed.Length > 0 ? finding.Computed : "—"]]),
            Cell.Of(ErrorTexts.Sentence(finding.Code, finding.Arguments, texts.Language)),
            Cell.Blank,
            Cell.Blank,
        ],
        Anchor: $"finding-{number}");

    private static string CommentOf(CheckFinding finding) => string.Join('\n',
    [
        $"【{CheckWords.Of(finding.Severity)}】{ErrorTexts.Sentence(finding.Code, finding.Arguments)}",
        .. finding.Evidence.Take(3).Select(spot => $"对照 {spot.Where}：{spot.Text}"),
    ]);
}

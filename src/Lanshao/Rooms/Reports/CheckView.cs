using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>The findings of a dropped file as the printable 核稿单 and as comments.</summary>
internal static class CheckView
{
    private const string Author = "核稿";

    /// <summary>Makes the 核稿单: both places side by side, the calculation, which of the two could be changed, room for what was decided.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="file">The checked file.</param>
    /// <param name="level">The only level that is shown (<see cref="CheckWords.CodeOf"/>); null for all. Numbers stay those of the whole list.</param>
    public static PageTable Table(UiTexts texts, CheckedFile file, string? level) => new(
        texts["核稿单：{0}", file.File.Name],
        [
            new(texts["序号"], ColumnKind.Mark) { WidthMm = 10 },
            new(texts["位置与原文"], ColumnKind.Prose) { WidthMm = 54 },
            new(texts["另一处"], ColumnKind.Prose) { WidthMm = 48 },
            new(texts["两处数值"], ColumnKind.Text) { WidthMm = 32 },
            new(texts["计算过程"], ColumnKind.Prose) { WidthMm = 44 },
            new(texts["可能的改法"], ColumnKind.Prose) { WidthMm = 34 },
            new(texts["处理"], ColumnKind.Mark) { WidthMm = 20 },
            new(texts["经办"], ColumnKind.Mark) { WidthMm = 18 },
        ],
        [.. file.Report.Findings.Select((finding, i) => (Finding: finding, Number: i + 1)).Where(row => level is null || CheckWords.CodeOf(row.Finding.Severity) == level).Select(row => Row(texts, row.Finding, row.Number))])
    {
        IsWide = true,
        Below = [texts["共核{0}处：一致{1}处，不一致{2}处，无从核对{3}处。", file.Report.Checked, file.Report.Consistent, file.Report.Inconsistent, file.Report.Unverifiable]],
    };

    /// <summary>Makes the comments of the returned Word file.</summary>
    public static IReadOnlyList<WordComment> Comments(CheckReport report) => [.. report.Findings.Select(finding => new WordComment(finding.Statement.Origin, finding.Statement.Text, CommentOf(finding)))];

    /// <summary>Writes the file back with the comments.</summary>
    public static byte[] Commented(CheckedFile file, CancellationToken ct) => CommentedWord.Write(file.File.Bytes, Comments(file.Report), Author, null, ct);

    private static TableRow Row(UiTexts texts, CheckFinding finding, int number)
    {
        var (working, advice) = CheckWords.Parts(ErrorTexts.Sentence(finding.Code, finding.Arguments, texts.Language));
        return new(
            [
                Cell.Whole(number),
                Cell.Of([$"【{texts[CheckWords.Of(finding.Severity)]}】{finding.Statement.Where}", finding.Statement.Text]),
                Cell.Of(finding.Evidence.Count == 0 ? ["—"] : [.. finding.Evidence.Take(4).Select(spot => spot.Where.Length > 0 ? $"{spot.Where}：{spot.Text}" : spot.Text)]),
                Cell.Of([texts["此处：{0}", finding.Stated], texts["应为：{0}", finding.Computed.Length > 0 && !IsNoError(finding) ? finding.Computed : "—"]]),
                Cell.Of(working),
                Cell.Of([.. Changes(texts, finding), .. advice.Length > 0 ? [advice] : Array.Empty<string>()]),
                Cell.Blank,
                Cell.Blank,
            ],
            Anchor: $"finding-{number}");
    }

    // Either place may be the right one.
    private static IEnumerable<string> Changes(UiTexts texts, CheckFinding finding) =>
        finding.Computed.Length == 0 || IsNoError(finding) ? []
            : finding.Evidence.Count == 0 || finding.Severity == Severity.Note ? [texts["此处改为“{0}”。", finding.Computed]]
            : [texts["此处改为“{0}”；若此处无误，则更正另一处。", finding.Computed]];

    // A missed target or a verdict in words is noted; nothing measured or decided is to be changed for it.
    private static bool IsNoError(CheckFinding finding) => finding.Code is "DOC-012" or "DOC-018";

    private static string CommentOf(CheckFinding finding) => string.Join('\n',
    [
        $"【{CheckWords.Of(finding.Severity)}】{ErrorTexts.Sentence(finding.Code, finding.Arguments)}",
        .. finding.Evidence.Take(3).Select(spot => $"对照 {spot.Where}：{spot.Text}"),
    ]);
}

using System.Globalization;
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
    private const int MostPlaces = 4;
    private const int MostMarked = 2;

    /// <summary>Makes the 核稿单: both places side by side, the calculation, which of the two could be changed, room for what was decided.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="file">The checked file.</param>
    /// <param name="level">The only level that is shown (<see cref="CheckWords.CodeOf"/>); null for all. Numbers stay those of the whole list.</param>
    public static PageTable Table(UiTexts texts, CheckedFile file, string? level) => new(
        texts["核稿单：{0}", file.File.Name],
        [
            new(texts["序号"], ColumnKind.Mark) { WidthMm = 13 },
            new(texts["位置与原文"], ColumnKind.Prose) { WidthMm = 47 },
            new(texts["另一处"], ColumnKind.Prose) { WidthMm = 42 },
            new(texts["两处数值"], ColumnKind.Prose) { WidthMm = 31 },
            new(texts["计算过程"], ColumnKind.Prose) { WidthMm = 64 },
            new(texts["可能的改法"], ColumnKind.Prose) { WidthMm = 38 },
            new(texts["处理"], ColumnKind.Hand) { WidthMm = 19 },
            new(texts["经办"], ColumnKind.Hand) { WidthMm = 17 },
        ],
        [.. file.Report.Findings.Select((finding, i) => (Finding: finding, Number: i + 1)).Where(row => level is null || CheckWords.CodeOf(row.Finding.Severity) == level).Select(row => Row(texts, row.Finding, row.Number))])
    {
        IsWide = true,
        IsStacked = true,
        Below = [texts["共核{0}处：一致{1}处，不一致{2}处，无从核对{3}处。", file.Report.Checked, file.Report.Consistent, file.Report.Inconsistent, file.Report.Unverifiable]],
    };

    /// <summary>Makes the 核稿单 as a file, which goes about without the page: with its counts and the day above, and nothing below that could stand on a page of its own.</summary>
    public static PageTable Sheet(UiTexts texts, CheckedFile file, string? level) => Table(texts, file, level) with
    {
        Above = Answer(texts, file.Report),
        Below = [],
        UnitLine = texts["核稿日期：{0}", ChinaTime.DayOf(file.TakenUtc).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)],
    };

    /// <summary>Says the counts: 必须核对4处、建议核对0处、提示7处；共核980处，一致962处，无从核对7处.</summary>
    public static string Answer(UiTexts texts, CheckReport report)
    {
        int Count(Severity severity) => report.Findings.Count(finding => finding.Severity == severity);
        return texts["必须核对{0}处、建议核对{1}处、提示{2}处；共核{3}处，一致{4}处，无从核对{5}处。", Count(Severity.Error), Count(Severity.Warning), Count(Severity.Note), report.Checked, report.Consistent, report.Unverifiable];
    }

    /// <summary>Makes the comments of the returned Word file, at both places: either may be the wrong one. Their numbers are those of the 核稿单.</summary>
    public static IReadOnlyList<WordComment> Comments(CheckReport report) => [.. report.Findings.SelectMany((finding, i) => Comments(finding, i + 1))];

    /// <summary>Writes the file back with the comments.</summary>
    public static byte[] Commented(CheckedFile file, CancellationToken ct) => CommentedWord.Write(file.File.Bytes, Comments(file.Report), Author, null, ct);

    private static TableRow Row(UiTexts texts, CheckFinding finding, int number)
    {
        var (working, advice) = CheckWords.Parts(ErrorTexts.Sentence(finding.Code, finding.Arguments, texts.Language));
        return new(
            [
                Cell.Whole(number),
                Cell.Of([$"【{texts[CheckWords.Of(finding.Severity)]}】{finding.Statement.Where}", finding.Statement.Text]),
                Cell.Of(finding.Evidence.Count == 0 ? ["—"] : [.. finding.Evidence.Take(MostPlaces).Select(Told), .. finding.Evidence.Count > MostPlaces ? [texts["另有{0}处", finding.Evidence.Count - MostPlaces]] : Array.Empty<string>()]),
                Cell.Of([texts["此处：{0}", Shown(finding, finding.Stated, finding.Computed)], .. Other(texts, finding)]),
                Cell.Of(working),
                Cell.Of([.. Changes(texts, finding), .. advice.Length > 0 ? [advice] : Array.Empty<string>()]),
                Cell.Blank,
                Cell.Blank,
            ],
            Anchor: $"finding-{number}");
    }

    private static string Told(Spot spot) => spot.Where.Length > 0 ? $"{spot.Where}：{spot.Text}" : spot.Text;

    // What follows from the other place is not yet what is right.
    private static string[] Other(UiTexts texts, CheckFinding finding) =>
        finding.Computed.Length == 0 || IsNoError(finding) ? [] : [texts[finding.Evidence.Count == 0 ? "应为：{0}" : "按另一处：{0}", Shown(finding, finding.Computed, finding.Stated)]];

    // Dots that look the same are told apart by their codes.
    private static string Shown(CheckFinding finding, string text, string other) =>
        finding.Code == "DOC-022" && text.Except(other).FirstOrDefault() is var sign and not '\0' ? string.Create(CultureInfo.InvariantCulture, $"{text}（{sign}：U+{(int)sign:X4}）") : text;

    // Either place may be the right one.
    private static IEnumerable<string> Changes(UiTexts texts, CheckFinding finding) =>
        finding.Computed.Length == 0 || IsNoError(finding) ? []
            : finding.Evidence.Count == 0 || finding.Severity == Severity.Note ? [texts["此处改为“{0}”。", finding.Computed]]
            : [texts["此处改为“{0}”；若此处无误，则更正另一处。", finding.Computed]];

    // A missed target or a verdict in words is noted; nothing measured or decided is to be changed for it.
    private static bool IsNoError(CheckFinding finding) => finding.Code is "DOC-012" or "DOC-018";

    private static IEnumerable<WordComment> Comments(CheckFinding finding, int number)
    {
        var (head, other) = ($"【{CheckWords.Of(finding.Severity)}】核稿单第{number}条", finding.Statement);
        yield return new(other.Origin, other.Text, string.Join('\n', [$"{head}：{ErrorTexts.Sentence(finding.Code, finding.Arguments)}", .. finding.Evidence.Take(MostPlaces).Select(spot => $"对照 {Told(spot)}")]));
        foreach (var spot in finding.Evidence.Where(spot => finding.Severity != Severity.Note && spot.Origin != other.Origin).Take(MostMarked))
        {
            yield return new(spot.Origin, spot.Text, $"{head}的另一处，与 {other.Where} 对不上（该处为“{finding.Stated}”，说明见该处批注）。请核对哪一处有误。");
        }
    }
}

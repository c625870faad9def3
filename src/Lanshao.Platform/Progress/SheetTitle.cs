using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Progress;

/// <summary>What a task sheet says about itself: 某局任务单（2024年6月）, 依据：….</summary>
/// <param name="Unit">The unit's name.</param>
/// <param name="Period">The period; null where none is printed.</param>
/// <param name="List">The title of the list; null where none is printed.</param>
internal sealed record SheetTitle(string Unit, Period? Period, string? List)
{
    private const string Word = "任务单";
    private const string Basis = "依据：";
    private const int LongestTitle = 80;

    /// <summary>Looks for the title above and at the head of the tables.</summary>
    public static SheetTitle? Find(SourceDocument document)
    {
        var lines = Lines(document).ToList();
        var title = lines.Find(line => line.Length <= LongestTitle && line.IndexOf(Word, StringComparison.Ordinal) > 0);
        if (title is null)
        {
            return null;
        }

        var basis = lines.Find(line => line.StartsWith(Basis, StringComparison.Ordinal));
        return new(title[..title.IndexOf(Word, StringComparison.Ordinal)], PeriodIn(title), basis?[Basis.Length..].Split('。')[0]);
    }

    private static IEnumerable<string> Lines(SourceDocument document) =>
        document.Blocks.SelectMany(block => block switch
        {
            ParagraphBlock paragraph => paragraph.Lines,
            TableBlock table => table.Rows.Take(4).SelectMany(row => row.OwnCells).SelectMany(cell => cell.Lines),
            _ => [],
        }).Select(ChineseText.Compact);

    // 2024年6月, 2024年二季度, 2024年上半年: what the sheet printed when it went out. A mark of samples may stand in brackets of its own behind.
    private static Period? PeriodIn(string title) =>
        title.Split('（', '(').Skip(1).Select(part => PeriodOf(part.Split('）', ')')[0])).FirstOrDefault(period => period is not null);

    private static Period? PeriodOf(string printed) =>
        printed.Length >= 5 && int.TryParse(printed.AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100
            ? Periods(year).Cast<Period?>().FirstOrDefault(period => period!.Value.ChineseText == printed)
            : null;

    private static IEnumerable<Period> Periods(int year) =>
        Enumerable.Range(1, 12).Select(month => Foundation.Period.Month(year, month))
            .Concat(Enumerable.Range(1, 4).Select(quarter => Foundation.Period.Quarter(year, quarter)))
            .Concat([Foundation.Period.Half(year, 1), Foundation.Period.Half(year, 2), Foundation.Period.Year(year)]);
}

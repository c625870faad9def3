using System.Buffers;

namespace Lanshao.Platform.Reports;

/// <summary>Counts the headings of a report anew, 一、 and （一）: where nothing can be said of a section, the next one takes its number.</summary>
internal static class HeadingNumbers
{
    private const string Numerals = "一二三四五六七八九十";
    private const int Ten = 10;
    private static readonly SearchValues<char> NumeralSigns = SearchValues.Create(Numerals);

    /// <summary>Returns the blocks with headings that follow one another; a heading without a number stays.</summary>
    public static IEnumerable<ReportContent.Block> Set(IEnumerable<ReportContent.Block> body)
    {
        var (first, second) = (0, 0);
        foreach (var block in body)
        {
            (first, second) = block.Level switch { 1 => (first + 1, 0), 2 => (first, second + 1), _ => (first, second) };
            yield return block switch
            {
                { Level: 1, Text: var text } when EndOf(text, 0, '、') is { } end => With(block, Numeral(first) + text[end..]),
                { Level: 2, Text: var text } when text.StartsWith('（') && EndOf(text, 1, '）') is { } end => With(block, "（" + Numeral(second) + text[end..]),
                _ => block,
            };
        }
    }

    private static int? EndOf(string text, int start, char mark)
    {
        var end = text.IndexOf(mark, StringComparison.Ordinal);
        return end > start && text.AsSpan(start, end - start).IndexOfAnyExcept(NumeralSigns) < 0 ? end : null;
    }

    private static ReportContent.Block With(ReportContent.Block heading, string text) => heading with { Sentences = [heading.Sentences[0] with { Text = text }] };

    private static string Numeral(int number) => number <= Ten ? Numerals[number - 1].ToString() : (number < 2 * Ten ? string.Empty : Numerals[(number / Ten) - 1].ToString()) + "十" + (number % Ten == 0 ? string.Empty : Numerals[(number % Ten) - 1].ToString());
}

using Lanshao.Platform.Plans;

namespace Lanshao.Platform.Progress;

/// <summary>Finds measures as people ask for them: by number (附件2第5项第2条, 2-5-2), by any name of a unit, by half a sentence. Several words must all fit.</summary>
public sealed class TaskSearch
{
    private const int MostWords = 10;
    private readonly SpokenNumber? _number;
    private readonly List<(string Text, string? Unit)> _words;
    private readonly UnitBook _book;

    public TaskSearch(string? asked, UnitBook book)
    {
        _book = book;
        _number = asked is null ? null : SpokenNumber.TryRead(asked);
        _words = _number is not null || string.IsNullOrWhiteSpace(asked) ? [] : [.. Words(asked).Select(word => (Measure.SearchForm(word), book.Find(word)))];
    }

    public bool Fits(Measure measure) =>
        (_number is null || _number.Covers(measure.Number)) && _words.TrueForAll(word => measure.SearchText.Contains(word.Text, StringComparison.Ordinal) || (word.Unit is { } unit && Names(measure, unit)));

    // A name with blanks inside is one name, not several words.
    private IEnumerable<string> Words(string asked) =>
        _book.Find(asked) is not null ? [asked] : asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    private bool Names(Measure measure, string unit) => measure.Units.Any(u => u.UnitCode == unit || _book.MembersOf(UnitBook.KeyOf(u.UnitCode, u.Raw)).Contains(unit));
}

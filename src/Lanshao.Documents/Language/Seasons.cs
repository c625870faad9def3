namespace Lanshao.Documents.Language;

/// <summary>The seasons that time limits may name, found by their words.</summary>
public sealed class Seasons
{
    private readonly Dictionary<string, Season> _byWord = new(StringComparer.Ordinal);
    private readonly NameLexicon _words;

    /// <summary>Makes a table of seasons.</summary>
    /// <param name="seasons">The seasons with their days.</param>
    public Seasons(IEnumerable<Season> seasons)
    {
        ArgumentNullException.ThrowIfNull(seasons);
        foreach (var season in seasons)
        {
            foreach (var word in season.Words)
            {
                _byWord[word] = season;
            }
        }

        _words = new NameLexicon(_byWord.Keys);
    }

    /// <summary>The seasons of northern China as they are commonly set; a district replaces them by its own.</summary>
    public static Seasons Common { get; } = new(
    [
        new("汛期", ["雨季", "主汛期", "汛期", "汛"], 6, 1, 9, 15),
        new("采暖季", ["采暖季", "采暖期", "供暖季", "供暖期", "取暖季", "取暖期"], 11, 15, 3, 15),
        new("秋冬季", ["秋冬季"], 10, 1, 3, 31),
    ]);

    /// <summary>Returns the season that a word names.</summary>
    /// <param name="word">The word, such as 汛期.</param>
    /// <returns>The season; <see langword="null"/> for a word of no season.</returns>
    public Season? Find(string word) => _byWord.GetValueOrDefault(word);

    /// <summary>Returns the season whose word begins at a place of a text.</summary>
    internal Season? ReadAt(ReadOnlySpan<char> text, int start, out int length)
    {
        length = _words.LongestAt(text, start);
        var isWord = length > 1 || (length == 1 && DateWords.At(text, start + 1, "前"));
        return isWord ? _byWord[text.Slice(start, length).ToString()] : null;
    }
}

using System.Text;
using System.Text.Json;

namespace Lanshao.Documents.Hourly;

/// <summary>The words by which columns, items and missing values of hourly tables are known.</summary>
internal static class HourlyWords
{
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";
    private static readonly JsonElement Words = Resource("hourly-words");

    /// <summary>Gets the items in the order of their columns.</summary>
    public static IReadOnlyList<string> Items { get; } = [.. Words.GetProperty("items").EnumerateObject().Select(item => item.Name)];

    private static readonly Dictionary<string, int> ItemPlaces = PlacesOfItems();

    private static readonly HashSet<string> MissingWords = WordsOf(Words.GetProperty("missing"));

    private static readonly string[] Notes = [.. WordsOf(Words.GetProperty("notes"))];

    public static JsonElement Resource(string name)
    {
        using var stream = typeof(HourlyWords).Assembly.GetManifestResourceStream($"Lanshao.Documents.Hourly.Profiles.{name}.json") ?? throw new InvalidOperationException(name);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>Finds an item by a heading or a cell; −1 where it is none.</summary>
    public static int ItemAt(string word) => ItemPlaces.GetValueOrDefault(word, -1);

    /// <summary>Finds the column of a role; −1 where there is none.</summary>
    public static int ColumnOf(string role, IReadOnlyList<string> headings)
    {
        var words = WordsOf(Words.GetProperty("roles").GetProperty(role));
        for (var column = 0; column < headings.Count; column++)
        {
            if (words.Contains(headings[column]))
            {
                return column;
            }
        }

        return -1;
    }

    public static bool IsMissing(ReadOnlySpan<byte> cell) => cell.Length <= 16 && MissingWords.Contains(Encoding.UTF8.GetString(cell).Trim().ToLowerInvariant());

    /// <summary>Tells whether a word is one of a list: <c>concentration</c>, <c>derived</c>, <c>summaries</c>.</summary>
    public static bool Is(string list, string word) => WordsOf(Words.GetProperty(list)).Contains(word);

    /// <summary>Tells whether a line is a note below the table and no row.</summary>
    public static bool IsNote(string text) => Array.Exists(Notes, text.TrimStart('*', '＊', ' ', '　', '"').StartsWith);

    /// <summary>Parts a heading into its name, without blanks and with plain digits, and its unit: <c>CO（mg/m³）</c>.</summary>
    public static (string Name, string Unit) Heading(string text)
    {
        var plain = Plain(text);
        var bracket = plain.IndexOfAny(['(', '（', '[']);
        return bracket < 0 ? (plain, "") : (plain[..bracket], plain[(bracket + 1)..].TrimEnd(')', '）', ']').ToLowerInvariant());
    }

    /// <summary>By how many powers of ten a value is to be multiplied for the unit of its item (CO mg/m³, else µg/m³).</summary>
    public static int Shift(int item, string unit, bool coIsMicrograms)
    {
        var isCo = Items[item] == "CO";
        var isMilligrams = unit.Contains("mg", StringComparison.Ordinal);
        var isMicrograms = unit.Contains("ug", StringComparison.Ordinal) || unit.Contains("µg", StringComparison.Ordinal) || unit.Contains("μg", StringComparison.Ordinal);
        return isCo ? isMicrograms || (!isMilligrams && coIsMicrograms) ? -3 : 0 : isMilligrams ? 3 : 0;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                plain.Append(Subscripts.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : letter);
            }
        }

        return plain.ToString();
    }

    private static Dictionary<string, int> PlacesOfItems()
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < Items.Count; place++)
        {
            foreach (var word in WordsOf(Words.GetProperty("items").GetProperty(Items[place])))
            {
                places[word] = place;
            }
        }

        return places;
    }

    private static HashSet<string> WordsOf(JsonElement list)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in list.EnumerateArray())
        {
            words.Add(word.GetString()!);
        }

        return words;
    }
}

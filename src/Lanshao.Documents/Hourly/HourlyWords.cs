using System.Collections.Frozen;
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

    private static readonly FrozenDictionary<string, int> ItemPlaces =
        Items.SelectMany((item, place) => Words.GetProperty("items").GetProperty(item).EnumerateArray().Select(word => (Word: word.GetString()!, Place: place)))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Place, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> MissingWords = [.. Words.GetProperty("missing").EnumerateArray().Select(word => word.GetString()!)];

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
        var words = Words.GetProperty("roles").GetProperty(role).EnumerateArray().Select(word => word.GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase);
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

    /// <summary>Parts a heading into its name, without blanks and with plain digits, and its unit: <c>CO（mg/m³）</c>.</summary>
    public static (string Name, string Unit) Heading(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Select(letter => Subscripts.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : letter));
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
}

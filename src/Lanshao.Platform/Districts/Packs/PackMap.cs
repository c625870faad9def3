using System.Globalization;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Reads a map of a YAML file key by key, reports what does not fit, and at the end every key that nobody asked for.</summary>
public sealed class PackMap
{
    private const int LongestCode = 40;

    private readonly Dictionary<string, PackNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackSpot> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly PackProblems _problems;

    internal PackMap(PackEntries entries, PackProblems problems)
    {
        Spot = entries.Spot;
        _problems = problems;
        foreach (var (key, value) in entries.Items)
        {
            _values[key.Value] = value;
            _keys[key.Value] = key.Spot;
        }
    }

    public PackSpot Spot { get; }

    /// <summary>Opens the map at the root of a file; null where the file is missing or broken, which is reported.</summary>
    public static PackMap? Open(PackFiles files, string path, PackProblems problems, bool required = true)
    {
        if (files.Find(path) is not { } file)
        {
            if (required)
            {
                problems.Error("PACK-001", new(path));
            }

            return null;
        }

        return PackYaml.Read(file, problems) switch
        {
            null => null,
            PackEntries map => new(map, problems),
            var other => Wrong(problems, other.Spot, "map"),
        };
    }

    /// <summary>Reads the list of maps under the only key of a file, and closes the file.</summary>
    public static IReadOnlyList<PackMap> OpenList(PackFiles files, string path, string key, PackProblems problems, bool required = true)
    {
        if (Open(files, path, problems, required) is not { } root)
        {
            return [];
        }

        var items = root.Maps(key);
        root.Done();
        return items;
    }

    public string Text(string key) => TextOrNull(key) ?? Missing(key);

    public string? TextOrNull(string key) => Ask(key) switch
    {
        null => null,
        PackText { Value: { Length: > 0 } text } => text,
        var other => WrongText(other),
    };

    /// <summary>Reads a code: letters, digits, hyphen, underscore, full stop.</summary>
    public string Code(string key)
    {
        var code = Text(key);
        if (code.Length > LongestCode || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            Wrong(key, "code", code);
        }

        return code;
    }

    public int Whole(string key, int least, int most)
    {
        if (TextOrNull(key) is null)
        {
            Missing(key);
        }

        return WholeOrNull(key, least, most) ?? least;
    }

    public int? WholeOrNull(string key, int least, int most)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(key, string.Create(CultureInfo.InvariantCulture, $"{least}–{most}"), text);
        return null;
    }

    /// <summary>Reads a number with a decimal point.</summary>
    public decimal? NumberOrNull(string key, decimal least, decimal most)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(key, string.Create(CultureInfo.InvariantCulture, $"{least}–{most}"), text);
        return null;
    }

    public bool Flag(string key)
    {
        var text = TextOrNull(key);
        if (text is not (null or "true" or "false"))
        {
            Wrong(key, "true / false", text);
        }

        return text == "true";
    }

    public DateOnly? DayOrNull(string key)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(key, "yyyy-MM-dd", text);
        return null;
    }

    /// <summary>Reads one of a few words; without the key the fallback, where there is one.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words, T? fallback = null)
        where T : struct
    {
        var text = fallback is null ? Text(key) : TextOrNull(key);
        if (text is null or "")
        {
            return fallback ?? default;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        _problems.Error("PACK-010", SpotOf(key), ("key", key), ("found", text), ("expected", string.Join(" / ", words.Keys)), ("nearest", Nearest.To(text, words.Keys) ?? ""));
        return fallback ?? default;
    }

    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(item => item is PackText text ? text.Value : WrongText(item)).OfType<string>()];

    /// <summary>Reads a list of texts with the place of each, for references.</summary>
    public IReadOnlyList<PackField> Marked(string key) =>
        [.. List(key).Where(item => item is PackText || WrongText(item) is not null).Cast<PackText>().Select(item => new PackField(item.Value, item.Spot))];

    public IReadOnlyList<PackMap> Maps(string key) => [.. List(key).Select(AsMap).OfType<PackMap>()];

    public PackMap? MapOrNull(string key) => Ask(key) is { } node ? AsMap(node) : null;

    /// <summary>Reads a map of texts whose keys are free, such as codes.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string key)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (MapOrNull(key) is not { } map)
        {
            return pairs;
        }

        foreach (var name in map._values.Keys)
        {
            pairs[name] = map.Text(name);
        }

        return pairs;
    }

    /// <summary>Gives the place of a key's value, or of the map where the key is missing.</summary>
    public PackSpot SpotOf(string key) => _values.TryGetValue(key, out var value) ? value.Spot : Spot;

    /// <summary>Reports a reference to something that is not there.</summary>
    public void UnknownReference(string key, string found, IEnumerable<string> known) =>
        _problems.Error("PACK-011", SpotOf(key), ("key", key), ("found", found), ("nearest", Nearest.To(found, known) ?? ""));

    /// <summary>Reports every key that was not asked for. To be called once, after all keys were read.</summary>
    public void Done()
    {
        foreach (var key in _keys.Keys)
        {
            if (!_asked.Contains(key))
            {
                _problems.Error("PACK-007", _keys[key], ("key", key), ("nearest", Nearest.To(key, _asked) ?? ""), ("known", string.Join(", ", _asked)));
            }
        }
    }

    private PackNode? Ask(string key)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key);
    }

    private IReadOnlyList<PackNode> List(string key)
    {
        switch (Ask(key))
        {
            case null:
                return [];
            case PackList list:
                return list.Items;
            case var other:
                Wrong(_problems, other.Spot, "list");
                return [];
        }
    }

    private PackMap? AsMap(PackNode node) => node is PackEntries map ? new(map, _problems) : Wrong(_problems, node.Spot, "map");

    private string Missing(string key)
    {
        _problems.Error("PACK-008", Spot, ("key", key));
        return "";
    }

    private void Wrong(string key, string expected, string found) => _problems.Error("PACK-009", SpotOf(key), ("expected", expected), ("found", found));

    private string? WrongText(PackNode node)
    {
        Wrong(_problems, node.Spot, "text");
        return null;
    }

    private static PackMap? Wrong(PackProblems problems, PackSpot spot, string expected)
    {
        problems.Error("PACK-009", spot, ("expected", expected), ("found", ""));
        return null;
    }
}

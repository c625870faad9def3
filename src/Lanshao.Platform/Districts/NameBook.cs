using Lanshao.Documents.Language;

namespace Lanshao.Platform.Districts;

/// <summary>The names of a district's units, resolved as a clerk does: old and short names, dates, near misses. Needs no database.</summary>
public sealed class NameBook
{
    /// <summary>A book without names: everything stays unresolved.</summary>
    public static readonly NameBook Empty = new([]);

    private static readonly string[] SubdistrictEndings = ["街道", "地区", "镇", "乡"];

    private readonly Dictionary<string, List<Owner>> _byName = new(StringComparer.Ordinal);

    public NameBook(IEnumerable<NameEntry> entries)
    {
        Entries = [.. entries.OrderBy(entry => entry.Order)];
        foreach (var entry in Entries)
        {
            foreach (var alias in NamesOf(entry))
            {
                Add(entry, alias);
            }
        }

        Lexicon = new NameLexicon(_byName.Keys);
    }

    /// <summary>All units, in the official order.</summary>
    public IReadOnlyList<NameEntry> Entries { get; }

    /// <summary>Every name of every unit, for finding names in running text.</summary>
    public NameLexicon Lexicon { get; }

    /// <summary>The seasons that the district's documents name; the common ones unless its pack has its own.</summary>
    public Seasons Seasons { get; init; } = Seasons.Common;

    /// <summary>Finds the unit that a name stands for.</summary>
    /// <param name="raw">The name as printed; blanks inside and full-width letters do not matter.</param>
    /// <param name="on">The document's day: where two units used one name, the one that used it then.</param>
    /// <returns>The unit, or null where the name is unknown or stands for several.</returns>
    public NameEntry? Resolve(string raw, DateOnly? on = null)
    {
        if (!_byName.TryGetValue(ChineseText.Compact(raw), out var owners))
        {
            return null;
        }

        var inUse = on is { } day ? owners.FindAll(owner => owner.Alias.IsInUse(day)) : owners;
        return OnlyOne(inUse) ?? OnlyOne(owners);
    }

    /// <summary>Names the known units whose names are nearest to an unknown one, nearest first.</summary>
    public IReadOnlyList<NameEntry> Suggest(string raw, int count = 3)
    {
        var wanted = ChineseText.Compact(raw);
        if (wanted.Length is 0 or > NameDistance.LongestName)
        {
            return [];
        }

        return [.. _byName
            .Select(pair => (pair.Value[0].Entry, Distance: NameDistance.Between(wanted, pair.Key)))
            .Where(found => found.Distance <= Math.Max(1, wanted.Length / 2))
            .OrderBy(found => found.Distance).ThenBy(found => found.Entry.Order)
            .Select(found => found.Entry).Distinct().Take(count)];
    }

    private static NameEntry? OnlyOne(List<Owner> owners)
    {
        var first = owners.Count == 0 ? null : owners[0].Entry;
        return owners.TrueForAll(owner => ReferenceEquals(owner.Entry, first)) ? first : null;
    }

    // A subdistrict's name is printed with and without its ending: 甲门外, 甲门外街道.
    private static IEnumerable<NameAlias> NamesOf(NameEntry entry)
    {
        var names = entry.Aliases.Prepend(new NameAlias(entry.FullName)).Prepend(new NameAlias(entry.Name));
        if (entry.Kind != NameKind.Subdistrict || Array.Find(SubdistrictEndings, entry.FullName.EndsWith) is not { } ending)
        {
            return names;
        }

        return names.SelectMany(name => EndsAsSubdistrict(name.Text) ? [name] : new[] { name, name with { Text = name.Text + ending } });
    }

    private static bool EndsAsSubdistrict(string name) => Array.Exists(SubdistrictEndings, name.EndsWith);

    private void Add(NameEntry entry, NameAlias alias)
    {
        var key = ChineseText.Compact(alias.Text);
        if (!_byName.TryGetValue(key, out var owners))
        {
            _byName[key] = owners = [];
        }

        owners.Add(new Owner(entry, alias with { Text = key }));
    }

    private sealed record Owner(NameEntry Entry, NameAlias Alias);
}

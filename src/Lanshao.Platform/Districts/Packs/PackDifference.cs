using System.Globalization;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Tells two packs apart definition by definition: lists by their codes, tables by their rows, other files as a whole.</summary>
public static class PackDifference
{
    private const string Whole = "";

    /// <summary>Returns the differences in the order of the files; empty where the contents are the same.</summary>
    /// <param name="before">The pack in force; null for a first one.</param>
    /// <param name="after">The pack proposed.</param>
    public static IReadOnlyList<PackChange> Between(PackFiles? before, PackFiles after)
    {
        var paths = (before?.All ?? []).Concat(after.All).Select(file => file.Path).Distinct().Order(StringComparer.Ordinal);
        return [.. paths.SelectMany(path => OfFile(path, before?.Find(path), after.Find(path)))];
    }

    private static List<PackChange> OfFile(string path, PackFile? before, PackFile? after)
    {
        if (before is not null && after is not null && before.Content.Span.SequenceEqual(after.Content.Span))
        {
            return [];
        }

        if (before is null || after is null)
        {
            return [new(path, Whole, Size(before), Size(after))];
        }

        var changes = Lines(path, before, after).ToList();
        return changes.Count > 0 ? changes : [new(path, Whole, Size(before), Size(after))];   // comments, blanks, order
    }

    private static IEnumerable<PackChange> Lines(string path, PackFile before, PackFile after)
    {
        var (old, now) = (Flat(before), Flat(after));
        foreach (var where in old.Keys.Concat(now.Keys.Where(key => !old.ContainsKey(key))))
        {
            var (was, becomes) = (old.GetValueOrDefault(where), now.GetValueOrDefault(where));
            if (was != becomes)
            {
                yield return new(path, where, was, becomes);
            }
        }
    }

    private static Dictionary<string, string> Flat(PackFile file)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file.Path.EndsWith(".yaml", StringComparison.Ordinal) && PackYaml.Read(file, new PackProblems()) is { } root)
        {
            Flatten(root, Whole, flat);
        }
        else if (file.Path.EndsWith(".csv", StringComparison.Ordinal))
        {
            FlattenRows(file.Text() ?? Whole, flat);
        }

        return flat;
    }

    private static void Flatten(PackNode node, string path, Dictionary<string, string> flat)
    {
        switch (node)
        {
            case PackText text:
                flat[path] = text.Value;
                break;
            case PackEntries map:
                foreach (var (key, value) in map.Items)
                {
                    Flatten(value, Join(path, key.Value), flat);
                }

                break;
            case PackList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Flatten(list.Items[i], Join(path, NameOf(list.Items[i]) ?? i.ToString(CultureInfo.InvariantCulture)), flat);
                }

                break;
        }
    }

    // A row has no key of its own: equal rows are counted, a changed row is one gone and one new.
    private static void FlattenRows(string text, Dictionary<string, string> flat)
    {
        foreach (var same in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).GroupBy(line => line))
        {
            flat[same.Key] = same.Count().ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string? NameOf(PackNode node) =>
        node is PackEntries map && map.Items.FirstOrDefault(item => item.Key.Value is "code" or "name")?.Value is PackText { Value: { Length: > 0 } name } ? name : null;

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}/{key}";

    private static string? Size(PackFile? file) => file?.Content.Length.ToString(CultureInfo.InvariantCulture);
}

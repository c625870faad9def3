using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Plans;

/// <summary>Who is meant by the units of a list on a day: groups opened, names of today, the official order. A name that the pack does not know is a unit of its own.</summary>
/// <param name="district">The district; null where no pack was applied.</param>
/// <param name="on">The day for which groups are opened.</param>
public sealed class UnitBook(District? district, DateOnly on)
{
    /// <summary>Before the printed name of a unit that the pack does not know.</summary>
    public const string UnknownPrefix = "name:";

    private readonly Dictionary<string, IReadOnlyList<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Order)> _names = Names(district);

    /// <summary>Returns the key of a unit: its code, or its printed name where it has none.</summary>
    public static string KeyOf(string? code, string raw) => code ?? UnknownPrefix + raw;

    /// <summary>Returns the keys of the units behind one: itself, or the members of a group. A group whose members nobody knows stands for itself.</summary>
    public IReadOnlyList<string> MembersOf(string key)
    {
        if (!_members.TryGetValue(key, out var members))
        {
            members = district?.Expand(key, on) is { Count: > 0 } known ? known : [key];
            _members[key] = members;
        }

        return members;
    }

    public string NameOf(string key) =>
        _names.TryGetValue(key, out var known) ? known.Name
        : key.StartsWith(UnknownPrefix, StringComparison.Ordinal) ? key[UnknownPrefix.Length..]
        : key;

    /// <summary>Returns the place in the official order: agencies, areas, groups, then unknown names.</summary>
    public int OrderOf(string key) => _names.TryGetValue(key, out var known) ? known.Order : int.MaxValue;

    /// <summary>Returns whether the pack knows the unit.</summary>
    public bool Knows(string key) => _names.ContainsKey(key);

    /// <summary>Finds the unit that people mean by a name, old and short names included; null where nobody or several are meant.</summary>
    public string? Find(string name) => district?.Names.Resolve(name)?.Code;

    private static Dictionary<string, (string Name, int Order)> Names(District? district)
    {
        var names = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        if (district is null)
        {
            return names;
        }

        foreach (var entry in district.Names.Entries.OrderBy(e => e.Kind).ThenBy(e => e.Order))
        {
            names.TryAdd(entry.Code, (entry.Name, names.Count));
        }

        return names;
    }
}

using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads the units of a cell or a bracket, and asks about what is unclear.</summary>
internal sealed class UnitCellReader(NameBook names, DateOnly? on, FindingLog log)
{
    private static readonly string[] GroupEndings = ["成员单位", "相关部门", "有关部门", "相关单位", "有关单位", "各部门", "各单位", "行业部门", "主管部门", "各街道", "街道（地区）", "各街道、地区", "各镇街", "各街镇", "各社区"];
    private const int MostSuggestions = 3;
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    public (IReadOnlyList<UnitReading> Units, bool More) Read(IEnumerable<string> lines, string heading, RowPlace place, Origin origin)
    {
        var list = NameList.Read(lines, names.Lexicon);
        var units = new List<UnitReading>();
        foreach (var name in list.Names)
        {
            var entry = names.Resolve(name.Text, on) ?? names.Resolve(WithoutBracket(name.Text), on);
            units.Add(new UnitReading(name.Text, entry, entry?.Kind == NameKind.Group || (entry is null && IsGroup(name.Text))) { Origin = origin });
            Ask(name, units[^1], heading, place);
        }

        AskAboutParts(list.Names, heading, place);
        return (units, list.More);
    }

    // 区住建委（牵头）, 区生态环境局（区气候办）: the bracket stays with its unit and does not hide it.
    public static string WithoutBracket(string name) => name.EndsWith('）') && name.LastIndexOf('（') is > 1 and var open ? name[..open] : name;

    /// <summary>Whether a cell says that there is nobody: ——.</summary>
    public bool NamesNobody(IEnumerable<string> lines) => NameList.Read(lines, names.Lexicon).IsNobody;

    private static bool IsGroup(string name) => name.StartsWith('各') || Array.Exists(GroupEndings, name.EndsWith);

    private void Ask(ListedName name, UnitReading unit, string heading, RowPlace place)
    {
        if (name.Note == NameNote.CutOff)
        {
            log.Add("PLAN-013", Severity.Warning, place, name.Text, ("heading", heading), ("name", name.Text), ("suggestions", Suggestions(name.Text)));
        }
        else if (unit is { Entry: null, IsGroup: false } && _unknown.Add(name.Text))
        {
            log.Add("PLAN-010", Severity.Note, place, name.Text, ("heading", heading), ("name", name.Text), ("suggestions", Suggestions(name.Text)));
        }
    }

    private void AskAboutParts(IReadOnlyList<ListedName> listed, string heading, RowPlace place)
    {
        foreach (var together in listed.Where(name => name.Note == NameNote.Parted).GroupBy(name => name.Printed!))
        {
            log.Add("PLAN-012", Severity.Warning, place, together.Key, ("heading", heading), ("printed", together.Key), ("names", string.Join('、', together.Select(name => name.Text))));
        }
    }

    // A name that is cut off begins the whole one.
    private string Suggestions(string name)
    {
        var longer = names.Entries.Where(entry => name.Length > 1 && (entry.Name.StartsWith(name, StringComparison.Ordinal) || entry.FullName.StartsWith(name, StringComparison.Ordinal)));
        var found = longer.Concat(names.Suggest(name)).Distinct().Take(MostSuggestions).Select(entry => entry.Name).ToList();
        return found.Count == 0 ? "无" : string.Join('、', found);
    }
}

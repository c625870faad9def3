using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads the units of a cell or a bracket, and asks about what is unclear.</summary>
internal sealed class UnitCellReader(NameBook names, DateOnly? on, FindingLog log)
{
    private static readonly string[] GroupEndings = ["成员单位", "相关部门", "有关部门", "相关单位", "有关单位", "各部门", "各单位", "行业部门", "主管部门", "各街道", "街道（地区）", "各街道、地区", "各镇街", "各街镇", "各社区"];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    public (IReadOnlyList<UnitReading> Units, bool More) Read(IEnumerable<string> lines, string heading, RowPlace place, Origin origin)
    {
        var list = NameList.Read(lines, names.Lexicon);
        var units = new List<UnitReading>();
        foreach (var name in list.Names)
        {
            var entry = names.Resolve(name.Text, on);
            units.Add(new UnitReading(name.Text, entry, entry?.Kind == NameKind.Group || (entry is null && IsGroup(name.Text))) { Origin = origin });
            Ask(name, units[^1], heading, place);
        }

        AskAboutParts(list.Names, heading, place);
        return (units, list.More);
    }

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

    private string Suggestions(string name) => string.Join('、', names.Suggest(name).Select(entry => entry.Name));
}

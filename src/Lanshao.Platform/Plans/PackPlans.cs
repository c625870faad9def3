using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans;

/// <summary>A task list that a pack brings as a document, read like any other: a sample, or the lists that a district starts with.</summary>
/// <param name="Code">The pack's stable code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What kind of list it is.</param>
/// <param name="Period">For which span it is set.</param>
/// <param name="File">The document.</param>
public sealed record PackPlan(string Code, string Name, PlanKind Kind, Period Period, PackFile File);

/// <summary>Reads <c>plans.yaml</c>; the documents lie in <c>plans/</c>.</summary>
public static class PackPlans
{
    private const string File = "plans.yaml";
    private const string Folder = "plans/";

    public static readonly PackPart<IReadOnlyList<PackPlan>> Part = new("Plans", [File, Folder], Read);

    private static readonly Dictionary<string, PlanKind> Kinds = new(StringComparer.Ordinal)
    {
        ["action-plan"] = PlanKind.Annual,
        ["strengthening"] = PlanKind.Strengthening,
        ["quarterly-tasks"] = PlanKind.Quarterly,
    };

    private static List<PackPlan> Read(Pack pack, PackProblems problems)
    {
        var plans = new List<PackPlan>();
        foreach (var map in PackMap.OpenList(pack.Files, File, "plans", problems, required: false))
        {
            var (code, name, kind, period, path) = (map.Code("code"), map.Text("name"), map.Choice("kind", Kinds), PeriodOf(map, problems), map.Text("file"));
            map.Done();
            if (plans.Exists(plan => plan.Code == code))
            {
                problems.Error("PACK-012", map.SpotOf("code"), ("code", code));
            }
            else if (pack.Files.Find(path) is not { } file || !path.StartsWith(Folder, StringComparison.Ordinal))
            {
                map.UnknownReference("file", path, pack.Files.All.Select(known => known.Path).Where(known => known.StartsWith(Folder, StringComparison.Ordinal)));
            }
            else
            {
                plans.Add(new(code, name, kind, period, file));
            }
        }

        return plans;
    }

    private static Period PeriodOf(PackMap map, PackProblems problems)
    {
        var text = map.Text("period");
        if (!Period.TryParse(text, out var period))
        {
            problems.Error("PACK-009", map.SpotOf("period"), ("expected", "2024 / 2024Q2"), ("found", text));
        }

        return period;
    }
}

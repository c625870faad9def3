namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Fleets to be renewed as electric: 新增和更新的出租车全部为纯电动车. 基本为 and 优先 are no figures, 配合 and 与全市同步 no duty of one's own.</summary>
internal static class FleetRule
{
    private static readonly string[] Electric = ["纯电动", "氢燃料", "新能源", "电动"];
    private static readonly string[] Becoming = ["为", "使用", "采用", "选用", "换成"];
    private static readonly string[] Renewing = ["新增和更新", "新增或更新", "新增及更新", "新增、更新", "新增更新", "更新", "新增"];
    private static readonly string[] NoFigure = ["基本为", "优先", "鼓励", "同步", "探索", "研究", "比例", "占比", "率"];
    private static readonly string[] Qualifiers = ["具备条件的", "符合条件的", "有条件的"];

    public static void Read(Clause clause, RowTargets row)
    {
        var text = clause.Text;
        var at = Array.Find(Becoming, word => IsElectric(text, word)) is { } verb ? text.LastIndexOf(verb, StringComparison.Ordinal) : -1;
        if (at < 4 || RenewingIn(clause) is not { } renewing
            || Array.Exists(NoFigure, text.Contains) || text.StartsWith("配合", StringComparison.Ordinal))
        {
            return;
        }

        var isAll = text.AsSpan(0, at).EndsWith("全部") || text.AsSpan(0, at).EndsWith("均");
        var vehicles = Vehicles(text[..at], renewing);
        if (vehicles.Length > 1)
        {
            row.Add(clause, isAll ? Share(vehicles, text) : Every(vehicles, text));
        }
    }

    // 新增和更新的环卫车全部为新能源车，公务用车力争全部为新能源车: said once for both.
    private static string? RenewingIn(Clause clause) =>
        clause.Before.Prepend(clause).Select(part => Array.Find(Renewing, part.Text.Contains)).FirstOrDefault(word => word is not null);

    private static bool IsElectric(string text, string verb) =>
        text.LastIndexOf(verb, StringComparison.Ordinal) is >= 4 and var at && Array.Exists(Electric, text[(at + verb.Length)..].StartsWith);

    private static FoundTarget Share(string vehicles, string text)
    {
        var strength = Strengths.Of(text);
        return new FoundTarget("新增更新车辆新能源比例", strength == TargetStrength.Aim ? TargetComparator.About : TargetComparator.Equal, 100, "%") { Scope = [vehicles], Strength = strength };
    }

    private static FoundTarget Every(string vehicles, string text) =>
        new($"新增更新{Kind(vehicles)}新能源化", TargetComparator.All, null, "") { Scope = [vehicles], Strength = Strengths.Of(text) };

    // Without brackets, conditions and the words around: 巡游出租车/公务车, which the sentence does not print side by side.
    private static string Vehicles(string left, string renewing)
    {
        var words = SubjectReader.WithoutLead(Terms.Canonical(left)).Replace(renewing + "的", "", StringComparison.Ordinal).Replace(renewing, "", StringComparison.Ordinal);
        foreach (var word in (ReadOnlySpan<string>)[.. Qualifiers, "力争", "全部", "均"])
        {
            words = words.Replace(word, "", StringComparison.Ordinal);
        }

        return words.Trim('的', '、').Replace('、', '/');
    }

    // 4.5吨以下环卫车 are 环卫车.
    private static string Kind(string vehicles) => vehicles.LastIndexOf("以下", StringComparison.Ordinal) is >= 0 and var at && at + 2 < vehicles.Length ? vehicles[(at + 2)..].TrimStart('的') : vehicles;
}

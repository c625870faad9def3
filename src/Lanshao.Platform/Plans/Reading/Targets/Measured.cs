using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Names what is measured by a phrase and its unit: 绿地 in 公顷 is 绿地面积.</summary>
internal static class Measured
{
    private static readonly string[] Vague = ["任务", "工作", "工程", "项目建设"];
    private static readonly string[] Cutting = ["减排", "削减", "压减", "节约"];

    /// <summary>Returns the phrase with the word of measure that its unit asks for; phrases that have one stay.</summary>
    public static string Name(string phrase, MeasurementUnit unit)
    {
        if (Terms.MeasureWordOf(phrase).Length > 0 || WordOf(unit) is not { } word)
        {
            return phrase;
        }

        var name = Array.Find(Vague, phrase.EndsWith) is { } vague && phrase.Length > vague.Length + 1 ? phrase[..^vague.Length] : phrase;
        return Array.Find(Cutting, name.StartsWith) is { } verb && word == "量" ? name[verb.Length..] + verb + word : name + word;
    }

    private static string? WordOf(MeasurementUnit unit) => unit.Kind switch
    {
        UnitKind.Area => "面积",
        UnitKind.Length => "长度",
        UnitKind.Money => "金额",
        UnitKind.Mass or UnitKind.Volume or UnitKind.Energy => "量",
        UnitKind.Count when unit.Name == "次" || unit.Name.StartsWith("次/", StringComparison.Ordinal) => "次数",
        UnitKind.Count => unit.Name.EndsWith('次') ? "量" : "数",
        _ => null,
    };
}

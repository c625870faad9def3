using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Reads how firmly a clause means its target.</summary>
internal static class Strengths
{
    private static readonly string[] Aims = ["力争", "争取", "努力"];
    private static readonly string[] Supports = ["配合", "协助", "支持"];

    public static TargetStrength Of(string words, Bound bound = Bound.None) =>
        Array.Exists(Aims, words.Contains) ? TargetStrength.Aim
        : bound is Bound.About or Bound.AboutAtMost ? TargetStrength.Approx
        : IsMostly(words) ? TargetStrength.Mostly
        : Array.Exists(Supports, words.StartsWith) ? TargetStrength.Support
        : TargetStrength.Firm;

    // 基本清零, 基本实现; not 基本农田.
    private static bool IsMostly(string words)
    {
        var at = words.IndexOf("基本", StringComparison.Ordinal);
        return words.Contains("原则上", StringComparison.Ordinal)
            || (at >= 0 && at + 2 < words.Length && "“清实消完达为全建无没保淘退取销".Contains(words[at + 2], StringComparison.Ordinal));
    }
}

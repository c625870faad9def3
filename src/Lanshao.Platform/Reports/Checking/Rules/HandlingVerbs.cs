namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>What is done with cases, problems and works: 办结371件, 整改241个.</summary>
internal static class HandlingVerbs
{
    private static readonly string[] OfStates = ["完工", "开工", "达标"];
    private static readonly string[] OfCases = ["办结", "整改", "整治", "治理", "销号", "验收", "修复", "复检", "完成"];

    /// <summary>All of them, with those that a kind of the things may be called by: 完工4处、开工2处.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfCases, .. OfStates];

    /// <summary>Whether the words say that the whole is handled, where no part before them says so of itself: 其中重复信访5件，办结45件.</summary>
    public static bool IsOfWhole(string words, IEnumerable<string> parts) => EndsSo(words) && !parts.Any(EndsSo);

    private static bool EndsSo(string words) => Array.Exists(OfCases, verb => words.EndsWith(verb, StringComparison.Ordinal));
}

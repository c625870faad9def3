using System.Text.RegularExpressions;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>How much of a fact's label stands in the words around a figure.</summary>
internal static partial class LabelWords
{
    private const int LatinWeight = 3;
    private static readonly string[] Common = ["街道", "地区", "（地", "区）", "数量"];

    // What texts write out where labels abbreviate.
    private static readonly (string Written, string Short)[] Same =
        [("细颗粒物", "PM2.5"), ("可吸入颗粒物", "PM10"), ("总悬浮颗粒物", "TSP"), ("SO2", "二氧化硫"), ("NO2", "二氧化氮"), ("CO", "一氧化碳")];

    /// <summary>Counts what a label and a text have in common: pairs of characters once, names such as PM2.5 and classes of water three times.</summary>
    public static int Shared(string label, string text, string shown)
    {
        var context = Expanded(ChineseText.Compact(text));
        return Parts(ChineseText.Compact(label)).Where(part => !shown.Contains(part.Text, StringComparison.Ordinal) && context.Contains(part.Text, StringComparison.Ordinal)).Sum(part => part.Weight);
    }

    private static string Expanded(string text) => text + string.Concat(Same.Where(pair => text.Contains(pair.Written, StringComparison.Ordinal)).Select(pair => " " + pair.Short));

    private static IEnumerable<(string Text, int Weight)> Parts(string label)
    {
        var latin = Latin().Matches(label).Select(match => (match.Value, LatinWeight));
        var plain = Latin().Replace(label, " ");
        var pairs = Enumerable.Range(0, Math.Max(plain.Length - 1, 0)).Select(at => plain.Substring(at, 2)).Where(pair => !pair.Contains(' ', StringComparison.Ordinal) && !Common.Contains(pair));
        return latin.Concat(pairs.Distinct(StringComparer.Ordinal).Select(pair => (pair, 1)));
    }

    [GeneratedRegex("[A-Za-z][A-Za-z0-9.]*|[ⅠⅡⅢⅣⅤ]类", RegexOptions.NonBacktracking)]
    private static partial Regex Latin();
}

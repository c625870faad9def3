using System.Text.RegularExpressions;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>Which annex of the new period takes the place of which of the old one: the one of the same name, whatever its number, its months and the state of its figures.</summary>
internal sealed partial class AnnexPairs
{
    private readonly List<(ReportContent.Annex Before, ReportContent.Annex Now)> _pairs;

    public AnnexPairs(IReadOnlyList<ReportContent.Annex> before, IReadOnlyList<ReportContent.Annex> now) => _pairs =
    [
        .. from annex in before
           let other = now.FirstOrDefault(other => NameOf(other) == NameOf(annex))
           where other is not null
           select (annex, other),
    ];

    /// <summary>Gets the titles of the old period with those of the new one, the longest first.</summary>
    public IReadOnlyList<(string Before, string Now)> Titles =>
        [.. _pairs.Select(pair => (Before: Line(pair.Before.Title), Now: Line(pair.Now.Title))).DistinctBy(pair => pair.Before).OrderByDescending(pair => pair.Before.Length)];

    /// <summary>Returns the annex of the new period; null where it has none.</summary>
    public ReportContent.Annex? Find(ReportContent.Annex before) => _pairs.Find(pair => pair.Before == before).Now;

    private static string Line(string title) => title.Replace("\n", string.Empty, StringComparison.Ordinal);

    private static string NameOf(ReportContent.Annex annex) => Period().Replace(ChineseText.Compact(annex.Title), string.Empty);

    [GeneratedRegex("[0-9]{4}年|[0-9—-]*[0-9]+月([0-9]+日)?|[上下]半年|[一二三四]季度|(实时|初步|已复核|已通报|已更正|尚无当月)数据|[—（），]", RegexOptions.NonBacktracking)]
    private static partial Regex Period();
}

using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>距88%的时序进度还差3.8个百分点 … 完成率80.3%，落后时序进度7.7个百分点: the document gives one percentage of the time that has gone by; how far a rate is ahead of it or behind follows.</summary>
internal static class TimeProgressRule
{
    private const int LongestLead = 12;
    private static readonly string[] Words = ["时序进度", "序时进度", "时间进度", "时序"];
    private static readonly string[] Ahead = ["超过", "高于", "高出", "快于", "领先", "超出", "超"];
    private static readonly string[] Behind = ["落后", "低于", "慢于", "滞后", "落后于", "滞后于"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var said = document.Sentences.SelectMany(sentence => sentence.Figures.Where(figure => IsProgress(sentence, figure))).Select(figure => figure.Value).Distinct().ToList();
        if (said is not [var progress])
        {
            return;
        }

        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var points in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit.Kind: UnitKind.Points }))
            {
                CheckPoints(sentence, points, progress, log);
            }
        }
    }

    // 88%的时序进度, 时序进度（75.0%）, 时序进度为75%.
    private static bool IsProgress(Sentence sentence, Figure figure) =>
        figure is { IsPlain: true, IsOrdinal: false } && figure.IsPercent() && (Array.Exists(Words, word => sentence.Behind(figure.End, word.Length + 1).EndsWith("的" + word, StringComparison.Ordinal))
            || (sentence.Before(figure.Start, LongestLead).TrimEnd('（', '(', '为', '是') is var lead && lead.Length < sentence.Before(figure.Start, LongestLead).Length && Array.Exists(Words, lead.EndsWith)));

    private static void CheckPoints(Sentence sentence, Figure points, decimal progress, CheckLog log)
    {
        var lead = sentence.Before(points.Start, LongestLead);
        var word = Array.Find(Words, lead.EndsWith);
        var side = word is null ? "" : lead[..^word.Length].TrimEnd('于');
        var sign = Array.Exists(Ahead, side.EndsWith) ? 1 : Array.Exists(Behind, side.EndsWith) ? -1 : 0;
        if (sign == 0)
        {
            return;
        }

        var before = sentence.Figures.Where(figure => figure.End <= points.Start && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        var rates = before.Where(figure => figure.IsPercent() && !sentence.ClauseBefore(figure.Start).Contains('占', StringComparison.Ordinal)).Select(figure => (Rate: figure.Rounded, figure.Value, Of: figure)).ToList();
        // 任务107项，完成66项，完成率落后时序进度26.3个百分点: the rate is not printed, but what it is of.
        var counts = before.FindAll(figure => figure.Unit?.Kind == UnitKind.Count);
        var implied = from part in counts
                      from whole in counts
                      where part.Unit!.Name == whole.Unit!.Name && whole.End <= part.Start && sentence.LabelOf(part).EndsWith("完成", StringComparison.Ordinal)
                      select (Rate: NumberInterval.Of(part.Value * 100m / whole.Value), Value: part.Value * 100m / whole.Value, Of: part);
        rates = rates.Count > 0 ? rates : [.. implied];
        // The nearest rate is meant; one before it may be.
        if (rates.Count == 0 || rates.Exists(rate => rate.Rate.Plus(NumberInterval.Of(-progress)) is var apart && (sign > 0 ? apart : apart.Negated()).Overlaps(points.Rounded)))
        {
            log.Agree(rates.Count > 0 ? 1 : 0);
            return;
        }

        var (value, of) = (rates[^1].Value, rates[^1].Of);
        var (high, low) = (Numbers.Like(points, Math.Max(value, progress)), Numbers.Like(points, Math.Min(value, progress)));
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(of)], sentence.Quote(points).Text, $"{(value >= progress ? "高" : "低")}{Numbers.Like(points, Math.Abs(value - progress))}{points.UnitText}", ("working", $"{high}%－{low}%"));
    }
}

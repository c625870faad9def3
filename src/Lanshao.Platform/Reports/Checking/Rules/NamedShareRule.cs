using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>生活污水占废水排放总量的77.3%, 合计693.0吨，厨余垃圾占26.9%: part and whole are named, and their figures stand before in the paragraph under these names.</summary>
internal static class NamedShareRule
{
    private const int LongestName = 14;
    private static readonly string[] OfAll = ["占", "占比", "占比为", "占比达", "占比最大", "占比最高", "占比最小", "占比最低", "占比超过", "占近一半（", "占一半以上（", "占半数以上（"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            foreach (var percent in sentence.Figures.Where(figure => figure.IsPercent() && figure.Value > 0m))
            {
                CheckShare(sentence, percent, log);
                CheckOfListed(sentence, percent, log);
            }
        }
    }

    private static void CheckShare(Sentence sentence, Figure percent, CheckLog log)
    {
        var clause = sentence.ClauseBefore(percent.Start);
        var at = clause.IndexOf('占', StringComparison.Ordinal);
        var (part, whole) = at < 3 || at > LongestName ? ("", "") : (clause[..at], clause[(at + 1)..].TrimEnd('约', '近', '的', '比'));
        if (part.Length == 0 || FigureReader.FindAll(clause, written: true).Count > 0 || part.Contains('、', StringComparison.Ordinal))
        {
            return;
        }

        var before = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start)
            .SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= percent.Start - clause.Length) && figure is { IsOrdinal: false, IsPlain: true, Unit: not null } && !figure.IsPercent()).Select(figure => (Label: other.LabelOf(figure), Figure: figure))).ToList();
        var parts = before.FindAll(named => named.Label.EndsWith(part, StringComparison.Ordinal));
        var wholes = before.FindAll(named => parts.Exists(own => own.Figure.Unit!.Name == named.Figure.Unit!.Name && own.Figure != named.Figure) && (whole.Length == 0 ? Headings.Has(named.Label, "合计", "共计", "总计", "总量") : whole.Length > 2 && named.Label.EndsWith(whole, StringComparison.Ordinal)));
        if (parts is not [var one] || wholes.Count == 0)
        {
            return;
        }

        Decide(sentence, percent, one.Figure, wholes.ConvertAll(named => named.Figure), log);
    }

    // 国四212辆次、国五98辆次、国六15辆次；国四车辆占比最大，为65.2%: one of two or more that the run lists, of all listed or of a greater figure before.
    private static void CheckOfListed(Sentence sentence, Figure percent, CheckLog log)
    {
        var clause = sentence.ClauseBefore(percent.Start);
        clause = clause is "为" or "达" or "达到" && percent.Start > clause.Length + 1 ? sentence.ClauseBefore(percent.Start - clause.Length - 1) : clause;
        var at = clause.IndexOf('占', StringComparison.Ordinal);
        var name = at is < 2 or > LongestName ? "" : clause[..at];
        if (name.Length == 0 || !Array.Exists(OfAll, clause[at..].Equals) || FigureReader.FindAll(clause, written: true).Count > 0)
        {
            return;
        }

        var run = sentence.Passage.Runs().First(found => found.Contains(sentence)).TakeWhile(other => other.Start <= sentence.Start).ToList();
        var listed = run.SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= percent.Start) && figure is { IsOrdinal: false, IsPlain: true, Unit: not null } && !figure.IsPercent()).Select(figure => (Label: other.LabelOf(figure), Figure: figure))).ToList();
        var named = listed.FindAll(part => Likeness.LongestCommon(part.Label, name) is { Length: > 1 } shared && name.StartsWith(shared, StringComparison.Ordinal));
        if (named.Count == 0)
        {
            // 其中非法取水9起、…、其他3起。非法取水类案件占36.0%: the list may stand in the sentence before.
            listed = [.. sentence.Passage.Sentences.TakeWhile(other => other != sentence).TakeLast(1).SelectMany(other => other.Figures.Where(figure => figure is { IsOrdinal: false, IsPlain: true, Unit: not null } && !figure.IsPercent()).Select(figure => (Label: other.LabelOf(figure), Figure: figure)))];
            named = listed.FindAll(part => Likeness.LongestCommon(part.Label, name) is { Length: > 2 } shared && name.StartsWith(shared, StringComparison.Ordinal));
        }

        // 案件的罚款占45.5% is no share of the cases.
        if (Headings.Has(name, "罚款", "金额", "投资", "资金"))
        {
            named = named.FindAll(part => part.Figure.Unit!.Kind == UnitKind.Money);
        }

        if (named is not [var own] || listed.FindAll(part => part.Figure.Unit!.Name == own.Figure.Unit!.Name) is not { Count: > 1 } parts)
        {
            return;
        }

        var wholes = sentence.Passage.Sentences.TakeWhile(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => figure.Unit?.Name == own.Figure.Unit!.Name && figure.Value > own.Figure.Value && figure.IsPlain)).ToList();
        var all = parts.Sum(part => part.Figure.Value);
        var sum = own.Figure with { Value = parts[0].Figure.Value * 2m == all ? parts[0].Figure.Value : all };
        Decide(sentence, percent, own.Figure, [.. wholes, sum], log, Severity.Warning);
    }

    private static void Decide(Sentence sentence, Figure percent, Figure part, List<Figure> wholes, CheckLog log, Severity severity = Severity.Error)
    {
        if (wholes.Exists(whole => part.Interval.PercentOf(whole.Interval) is { } share && share.Overlaps(percent.Interval)))
        {
            log.Agree();
            return;
        }

        var shown = wholes[^1];
        log.Add("DOC-030", CheckKind.Ratio, severity, sentence.Spot, [sentence.Quote(part), sentence.Quote(shown)], sentence.Text[percent.Start..percent.End], Numbers.Like(percent, part.Value * 100m / shown.Value) + "%",
            ("working", $"{Numbers.Plain(part.Value)}÷{Numbers.Plain(shown.Value)}"));
    }
}

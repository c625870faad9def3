using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>甲县最多，有9项；乙县6项，丙县、丁县各5项；上述4个县合计25项: the sum over a run whose parts, those behind 各 once for each name, are as many as it counts.</summary>
internal static class EachSumRule
{
    private static readonly string[] Sums = ["合计", "共计", "共"];
    private static readonly string[] Leads = ["上述", "以上", "这", "前", ""];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var run in document.Passages.Where(passage => passage.Table is null).SelectMany(passage => passage.Runs()))
        {
            foreach (var sentence in run)
            {
                foreach (var sum in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && !figure.IsShare()))
                {
                    CheckSum(run, sentence, sum, log);
                }
            }
        }
    }

    private static void CheckSum(IReadOnlyList<Sentence> run, Sentence sentence, Figure sum, CheckLog log)
    {
        var clause = sentence.ClauseBefore(sum.Start);
        var word = Array.Find(Sums, clause.EndsWith);
        var start = sum.Start - clause.Length;
        // The counting number, written or in digits, is all that stands before the sum: 上述4个县合计, 三类合计.
        var lead = word is null ? null : Array.Find(Leads, clause.StartsWith);
        // 二季度合计 is a time.
        if (lead is null || !ChineseNumber.TryReadAt(clause, lead.Length, out var count) || (lead.Length + count.Length < clause.Length && clause[lead.Length + count.Length] is '季' or '月' or '年' or '日' or '级' or '期') || count.Value is < 2m or > 30m || sentence.Figures.Any(figure => figure.Start >= start + lead.Length + count.Length && figure.End <= sum.Start))
        {
            return;
        }

        var before = run.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= start) && figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == sum.Unit!.Name && Directions.Before(other.Text, figure.Start) == 0)
            .Select(figure => (Owner: other, Figure: figure, Times: TimesOf(other, figure)))).ToList();
        // From the last back, as many as are counted.
        var parts = new List<(Sentence Owner, Figure Figure, int Times)>();
        for (var i = before.Count - 1; i >= 0 && parts.Sum(part => part.Times) < count.Value; i--)
        {
            parts.Insert(0, before[i]);
        }

        if (parts.Count < 2 || parts.Sum(part => part.Times) != count.Value)
        {
            return;
        }

        var total = parts.Aggregate(NumberInterval.Of(0m), (all, part) => all.Plus(part.Figure.Rounded.Times(part.Times)));
        if (total.Overlaps(sum.Rounded) || run.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures).Any(figure => figure.Unit?.Name == sum.Unit!.Name && figure != sum && total.Overlaps(figure.Rounded)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, parts.Select(part => part.Owner.Quote(part.Figure)), sentence.Quote(sum).Text, Numbers.Like(sum, parts.Sum(part => part.Figure.Value * part.Times)) + sum.UnitText,
            ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Figure.Value) + (part.Times > 1 ? "×" + Numbers.Count(part.Times) : "")))));
    }

    // 丙县、丁县各5项 is twice five.
    private static int TimesOf(Sentence sentence, Figure figure) => figure.Start > 0 && sentence.Text[figure.Start - 1] is '各' ? Math.Max(1, ProseText.CountOfList(sentence.ListBefore(figure.Start - 1))) : 1;
}

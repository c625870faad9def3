using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>一季度0.76亿元，二季度1.32亿元，…，三季度最高; 6月、7月、8月、9月分别为96毫米、…，7月最多，占汛期的35.4%: which of the listed months or quarters is greatest and what part it is.</summary>
internal static class TimesExtremeRule
{
    private const int LongestGap = 8;
    private const int LongestSaid = 8;
    private static readonly string[] Most = ["最高", "最多", "最大"];
    private static readonly string[] Least = ["最低", "最少", "最小"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var run in document.Passages.Where(passage => passage.Table is null).SelectMany(passage => passage.Runs()))
        {
            var times = TimesIn(run);
            if (times.Count > 2)
            {
                run.ToList().ForEach(sentence => CheckSentence(sentence, times, log));
            }

            if (times.Count > 1)
            {
                run.ToList().ForEach(sentence => CheckNext(sentence, times, log));
            }
        }
    }

    /// <summary>The months or quarters with a figure each, of one unit, that a run lists; empty where one is named twice.</summary>
    public static List<NamedTime> TimesIn(IReadOnlyList<Sentence> run)
    {
        var times = run.SelectMany(TimesOf).ToList();
        return times.TrueForAll(time => time.Figure.Unit?.Name == times[0].Figure.Unit?.Name) && times.Select(time => time.Label).Distinct().Count() == times.Count ? times : [];
    }

    private static IEnumerable<NamedTime> TimesOf(Sentence sentence)
    {
        var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal);
        var list = at < 0 ? "" : sentence.ListBefore(at);
        var names = ListedTimesRule.Months(list) is { Count: > 2 } months ? [.. months] : ProseText.Members(list).Select(LabelIn).ToList();
        var values = names.Count < 3 || names.Contains("") ? [] : RespectiveValues.Read(sentence, at);
        if (values.Count == names.Count && values.Count > 0 && values.All(value => value.Figure is not null))
        {
            return names.Zip(values, (name, value) => new NamedTime(name, sentence, value.Figure! with { Unit = value.Figure.Unit ?? values[^1].Figure!.Unit }));
        }

        return from figure in sentence.Figures
               where figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && !figure.IsPercent() && Directions.Before(sentence.Text, figure.Start) == 0
               let words = WithoutLead(sentence.LabelOf(figure))
               let label = LabelIn(words)
               where label.Length > 0 && words.Length - label.Length <= LongestGap
               select new NamedTime(label, sentence, figure);
    }

    // 三季度 of 三季度完成投资, 7月 of 7月降雨; empty for 4—6月 and others.
    private static string LabelIn(string words)
    {
        var end = words.IndexOf('月', StringComparison.Ordinal) is > 0 and < 3 and var month && words.AsSpan(0, month).IndexOfAnyExceptInRange('0', '9') < 0 && !IsDay(words.AsSpan(month + 1)) ? month + 1
            : words.IndexOf("季度", StringComparison.Ordinal) == 1 ? 3 : 0;
        return words[..end];
    }

    private static string WithoutLead(string words) => words.StartsWith("其中", StringComparison.Ordinal) ? words[2..] : words;

    // 6月底前, 4月1日: a day, no month.
    private static bool IsDay(ReadOnlySpan<char> behind) => behind.Length > 0 && (behind[0] is '底' or '末' or '前' || char.IsAsciiDigit(behind[0]));

    private static void CheckSentence(Sentence sentence, List<NamedTime> times, CheckLog log)
    {
        foreach (var time in times)
        {
            for (var at = sentence.Text.IndexOf(time.Label, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf(time.Label, at + time.Label.Length, StringComparison.Ordinal))
            {
                var end = sentence.ClauseEnd(at);
                var said = sentence.Text[(at + time.Label.Length)..end];
                var sign = said.Length > LongestSaid || (at > 0 && sentence.Text[at - 1] is not ('，' or '；' or '：') && !sentence.Text[..at].EndsWith("其中", StringComparison.Ordinal)) ? 0 : Array.Exists(Most, said.EndsWith) ? 1 : Array.Exists(Least, said.EndsWith) ? -1 : 0;
                if (sign != 0)
                {
                    CheckExtreme(sentence, sentence.Quote(at, end), time, times, sign, log);
                    CheckShare(sentence, end, time, times, log);
                }
            }
        }
    }

    // 一季度168件，二季度218件，二季度环比增长29.8%: against the time just before.
    private static void CheckNext(Sentence sentence, List<NamedTime> times, CheckLog log)
    {
        for (var i = 1; i < times.Count; i++)
        {
            var at = sentence.Text.IndexOf(times[i].Label + "环比", StringComparison.Ordinal);
            var change = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start > at && figure.Start - at <= LongestSaid + times[i].Label.Length);
            if (change is not { IsPlain: true } || !change.IsPercent() || Directions.Before(sentence.Text, change.Start) is not (not 0 and var direction) || times[i].Figure.IsPercent() || NumberInterval.Change(times[i].Figure.Rounded, times[i - 1].Figure.Rounded) is not { } computed)
            {
                continue;
            }

            if (computed.Overlaps(direction < 0 ? change.Rounded.Negated() : change.Rounded))
            {
                log.Agree();
                continue;
            }

            var (now, before) = (times[i].Figure.Value, times[i - 1].Figure.Value);
            log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [times[i].Spot, times[i - 1].Spot], sentence.Quote(change).Text, (now < before ? "下降" : "上升") + Numbers.Like(change, Math.Abs((now - before) * 100m / before)) + "%", ("working", $"（{Numbers.Plain(now)}－{Numbers.Plain(before)}）÷{Numbers.Plain(before)}"));
        }
    }

    private static void CheckExtreme(Sentence sentence, Spot said, NamedTime time, List<NamedTime> times, int sign, CheckLog log)
    {
        var best = times.MaxBy(other => sign * other.Figure.Value)!;
        if (best.Figure.Value == time.Figure.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Order, Severity.Error, sentence.Spot, [time.Spot, best.Spot], said.Text, best.Label, ("working", $"{time.Label}{time.Spot.Text}，{best.Label}{best.Spot.Text}，"));
    }

    // 7月最多，占汛期的35.4%: of all that are listed.
    private static void CheckShare(Sentence sentence, int end, NamedTime time, List<NamedTime> times, CheckLog log)
    {
        var percent = sentence.Figures.FirstOrDefault(figure => figure.Start > end);
        var words = percent is { IsPlain: true } && percent.IsPercent() ? sentence.Text[end..percent.Start] : "";
        if (!words.StartsWith("，占", StringComparison.Ordinal) || words.Length > LongestGap)
        {
            return;
        }

        var sum = times.Aggregate(NumberInterval.Of(0m), (total, other) => total.Plus(other.Figure.Interval));
        if (time.Figure.Interval.PercentOf(sum) is not { } share || share.Overlaps(percent!.Interval))
        {
            log.Agree();
            return;
        }

        var all = times.Sum(other => other.Figure.Value);
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, times.Select(other => other.Spot), sentence.Quote(percent).Text, Numbers.Like(percent, time.Figure.Value * 100m / all) + "%", ("working", $"{Numbers.Plain(time.Figure.Value)}÷{Numbers.Plain(all)}"));
    }

}

/// <summary>A month or a quarter with its figure.</summary>
/// <param name="Label">7月, 三季度.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Figure">How much.</param>
internal sealed record NamedTime(string Label, Sentence Sentence, Figure Figure)
{
    public Spot Spot => Sentence.Quote(Figure.Start, Figure.End);
}

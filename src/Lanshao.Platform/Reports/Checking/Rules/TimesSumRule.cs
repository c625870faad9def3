using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>四季度检验13750辆。10月、11月、12月分别检验4215辆、4620辆、4915辆: the months or quarters of a whole period make its amount, which the paragraph gives.</summary>
internal static class TimesSumRule
{
    private const decimal Nearest = 0.3m;
    private const int NounLength = 6;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var run in document.Passages.Where(passage => passage.Table is null).SelectMany(passage => passage.Runs()))
        {
            var times = TimesExtremeRule.TimesIn(run);
            if (times.Count > 1 && times[0].Figure.Unit is { Kind: UnitKind.Count or UnitKind.Mass or UnitKind.Volume or UnitKind.Money or UnitKind.Area or UnitKind.Length } && Covered(times) is { } months)
            {
                CheckTimes(document, run, times, months, log);
            }
        }
    }

    // 10月、11月、12月 are the fourth quarter, 一季度、二季度 the first half.
    private static (int First, int Last)? Covered(List<NamedTime> times)
    {
        var numbers = times.Select(time => ChineseNumber.TryReadAt(time.Label, 0, out var number) ? (int)number.Value : 0).ToList();
        var isInOrder = numbers[0] > 0 && numbers.Zip(numbers.Skip(1), (one, next) => next - one).All(step => step == 1);
        var isOfMonths = times.All(time => time.Label.EndsWith('月'));
        return !isInOrder || (!isOfMonths && times.Any(time => time.Label.EndsWith('月'))) ? null : isOfMonths ? (numbers[0], numbers[^1]) : ((numbers[0] * 3) - 2, numbers[^1] * 3);
    }

    private static void CheckTimes(CheckedDocument document, IReadOnlyList<Sentence> run, List<NamedTime> times, (int First, int Last) months, CheckLog log)
    {
        var first = times[0];
        var noun = first.Sentence.Text[Math.Max(0, first.Figure.Start - NounLength)..first.Figure.Start] + "|" + first.Sentence.Before(times[0].Figure.Start, NounLength);
        var sum = times.Aggregate(NumberInterval.Of(0m), (total, time) => total.Plus(time.Figure.Interval));
        var wholes = first.Sentence.Passage.Sentences.Where(other => other.Start <= first.Sentence.Start)
            .SelectMany(other => other.Figures.Where(figure => (other != first.Sentence || figure.End <= first.Figure.Start) && IsWhole(document, other, figure, first.Figure, months)).Select(figure => (Owner: other, Figure: figure))).ToList();
        var near = wholes.FindAll(whole => Likeness.LongestCommon(whole.Owner.LabelOf(whole.Figure), noun).Length > 1 && sum.High > whole.Figure.Value * Nearest && whole.Figure.Value > sum.Low * Nearest);
        if (wholes.Exists(whole => sum.Overlaps(whole.Figure.Interval)))
        {
            log.Agree();
        }
        else if (near.Count == 0)
        {
            log.Unknown();
        }
        else
        {
            var all = times.Sum(time => time.Figure.Value);
            var whole = near.MinBy(whole => Math.Abs(whole.Figure.Value - all));
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, whole.Owner.Spot, times.Select(time => time.Spot), whole.Owner.Quote(whole.Figure).Text, Numbers.Plain(all) + whole.Figure.Unit!.Name, ("working", string.Join("＋", times.Select(time => Numbers.Plain(time.Figure.Value)))));
        }
    }

    // The days that the words name are those of the times; where they name none, those of the document.
    private static bool IsWhole(CheckedDocument document, Sentence sentence, Figure figure, Figure time, (int First, int Last) months) =>
        figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == time.Unit!.Name && Directions.Before(sentence.Text, figure.Start) == 0 && !Headings.IsBefore(sentence.Before(figure.Start, NounLength)) && document.Year is { } year
        && (PeriodWords.SpanOf(sentence.Text[..figure.Start], year) ?? document.Period) is { } span && span.From.Month == months.First && span.To.Month == months.Last && span.From.Year == span.To.Year;
}

using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>优良天数128天…。1至6月优良天数依次为17天、16天、21天、24天、26天和24天；二季度合计74天: every month of a time, one by one, makes the whole and its quarters.</summary>
internal static class MonthsListRule
{
    private const int ShortestNoun = 2;
    private static readonly string[] Lists = ["依次为", "分别为", "依次", "分别"];
    private static readonly (string Word, int First, int Last)[] Spans = [("一季度", 1, 3), ("二季度", 4, 6), ("三季度", 7, 9), ("四季度", 10, 12), ("上半年", 1, 6), ("下半年", 7, 12)];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 3 && !log.IsSuspect(sentence.Spot)))
        {
            if (ListIn(sentence) is { } list)
            {
                CheckWhole(document, sentence, list, log);
                CheckSpans(sentence, list, log);
            }
        }
    }

    // 1至6月优良天数依次为: the months, what is counted, the values.
    private static MonthsList? ListIn(Sentence sentence)
    {
        foreach (var word in Lists)
        {
            var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
            var words = at < 0 ? "" : sentence.ListBefore(at);
            var months = ListedTimesRule.Months(words);
            var values = months.Count < 3 ? [] : RespectiveValues.Read(sentence, at).Select(value => value.Figure).OfType<Figure>().ToList();
            var noun = words[(words.IndexOf('月', StringComparison.Ordinal) + 1)..].TrimStart('份');
            if (values.Count == months.Count && values.Count > 0 && noun.Length >= ShortestNoun && values[^1].Unit is { Kind: UnitKind.Count or UnitKind.Time or UnitKind.Mass or UnitKind.Money or UnitKind.Volume } unit && !Headings.Has(noun, "平均", "月均", "累计", "均") && values.TrueForAll(value => value is { IsPlain: true, IsOrdinal: false } && (value.Unit is null || value.Unit.Name == unit.Name)))
            {
                return new MonthsList(int.Parse(months[0][..^1], System.Globalization.CultureInfo.InvariantCulture), noun, values, unit);
            }
        }

        return null;
    }

    // The number of the whole time under the same name, in the paragraph.
    private static void CheckWhole(CheckedDocument document, Sentence sentence, MonthsList list, CheckLog log)
    {
        var wholes = sentence.Passage.Sentences.SelectMany(other => other.Figures.Where(figure => !list.Values.Contains(figure) && IsWhole(document, other, figure, list)).Select(figure => (Owner: other, Figure: figure))).ToList();
        var sum = list.Values.Sum(value => value.Value);
        if (wholes.Count == 0 || wholes.Exists(whole => whole.Figure.Rounded.Overlaps(NumberInterval.Around(sum, list.Values[^1].IsCounted ? 0m : list.Values[^1].Step * list.Values.Count))))
        {
            log.Agree(wholes.Count > 0 ? 1 : 0);
        }
        else if (wholes.MinBy(whole => Math.Abs(whole.Figure.Value - sum)) is var near && Math.Abs(near.Figure.Value - sum) * 2m <= near.Figure.Value)
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, near.Owner.Spot, list.Values.Select(value => sentence.Quote(value)), near.Owner.Quote(near.Figure).Text, Numbers.Plain(sum) + list.Unit.Name, ("working", Working(list.Values)));
        }
    }

    private static bool IsWhole(CheckedDocument document, Sentence sentence, Figure figure, MonthsList list) =>
        figure is { IsPlain: true, IsOrdinal: false } && figure.Unit?.Name == list.Unit.Name && sentence.LabelOf(figure).TrimEnd('为', '达', '共', '有') is var label && label.EndsWith(list.Noun, StringComparison.Ordinal) && !Headings.IsBefore(sentence.ClauseBefore(figure.Start)) && Directions.Before(sentence.Text, figure.Start) == 0
        && !Headings.Has(label, "目标", "任务", "计划") && document.Year is { } year && (PeriodWords.SpanOf(sentence.Text[..figure.Start], year) ?? document.Period) is { } span && span.From.Year == span.To.Year && span.From.Month == list.First && span.To.Month == list.First + list.Values.Count - 1;

    // 二季度合计74天.
    private static void CheckSpans(Sentence sentence, MonthsList list, CheckLog log)
    {
        var run = sentence.Passage.Runs().First(found => found.Contains(sentence));
        foreach (var (other, figure) in run.Where(other => other.Start >= sentence.Start).SelectMany(other => other.Figures.Select(figure => (other, figure))))
        {
            var label = other.LabelOf(figure);
            var span = Array.Find(Spans, known => label.StartsWith(known.Word, StringComparison.Ordinal) && label[known.Word.Length..] is "合计" or "共" or "共计" or "累计" or "合计为");
            if (span.Word is null || figure is not { IsPlain: true, IsOrdinal: false } || figure.Unit?.Name != list.Unit.Name || span.First < list.First || span.Last >= list.First + list.Values.Count)
            {
                continue;
            }

            var values = list.Values.GetRange(span.First - list.First, span.Last - span.First + 1);
            if (values.Sum(value => value.Value) is var sum && Math.Abs(sum - figure.Value) < figure.Step)
            {
                log.Agree();
            }
            else
            {
                log.Add("DOC-030", CheckKind.Sum, Severity.Warning, other.Spot, values.Select(value => sentence.Quote(value)), other.Quote(figure).Text, Numbers.Plain(sum) + figure.UnitText, ("working", Working(values)));
            }
        }
    }

    private static string Working(IEnumerable<Figure> values) => string.Join("＋", values.Select(value => Numbers.Plain(value.Value)));

    private sealed record MonthsList(int First, string Noun, List<Figure> Values, MeasurementUnit Unit);
}

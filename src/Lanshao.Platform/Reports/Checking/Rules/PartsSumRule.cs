using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>共45件，其中甲12件、乙33件: parts are never more than the whole. Fewer they may be, since 其中 need not name all.</summary>
internal static class PartsSumRule
{
    private const string Among = "其中";

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            var at = sentence.Text.IndexOf(Among, StringComparison.Ordinal);
            var parts = at < 0 ? [] : PartsOf(sentence, at);
            if (parts.Count > 0 && WholeOf(sentence, at, parts[0]) is { } whole)
            {
                CheckSum(sentence, whole, parts, log);
            }
        }
    }

    private static List<Figure> PartsOf(Sentence sentence, int at)
    {
        var words = sentence.Text[at..];
        if (Headings.Has(words, "同比", "环比", "占", "其余") || words.IndexOf(Among, Among.Length, StringComparison.Ordinal) >= 0)
        {
            return [];
        }

        var figures = sentence.Figures.Where(figure => figure.Start > at && IsAmount(figure) && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        return figures.FindAll(figure => figure.Unit!.Name == (at > 0 ? Last(sentence, at)?.Unit!.Name : figures[0].Unit!.Name));
    }

    private static Figure? Last(Sentence sentence, int at) => sentence.Figures.LastOrDefault(figure => figure.End <= at && IsAmount(figure));

    // In a sentence of its own the parts are of what the sentence before says; of several such figures the greatest gives the benefit of the doubt.
    private static Figure? WholeOf(Sentence sentence, int at, Figure part) =>
        at > 0 ? Last(sentence, at) : sentence.Passage.Sentences.LastOrDefault(other => other.Start < sentence.Start)?.Figures.Where(figure => IsAmount(figure) && figure.Unit!.Name == part.Unit!.Name).MaxBy(figure => figure.Interval.High);

    private static bool IsAmount(Figure figure) => figure.Unit is not null && !figure.IsPercent() && !figure.IsOrdinal;

    private static void CheckSum(Sentence sentence, Figure whole, List<Figure> parts, CheckLog log)
    {
        var sum = parts.Aggregate(NumberInterval.Of(0m), (total, part) => total.Plus(part.Interval));
        if (sum.Low <= whole.Interval.High)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Error, sentence.Spot, parts.Select(part => sentence.Quote(part.Start, part.End)), sentence.Quote(whole).Text, Numbers.Plain(parts.Sum(part => part.Value)) + whole.UnitText,
            ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Value)))));
    }
}

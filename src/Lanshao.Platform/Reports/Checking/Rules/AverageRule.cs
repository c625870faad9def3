using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>立案9起，罚款18.6万元，平均每起2.07万元: the mean against the sum and the number before it.</summary>
internal static class AverageRule
{
    private const string Words = "平均每";
    private const string PerCase = "案均";

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            var at = sentence.Text.IndexOf(Words, StringComparison.Ordinal);
            if (at >= 0 && sentence.Figures.FirstOrDefault(figure => figure.Start > at) is { } mean)
            {
                CheckMean(sentence, at + Words.Length, mean, log);
            }

            var each = sentence.Text.IndexOf(PerCase, StringComparison.Ordinal);
            if (each >= 0 && sentence.Figures.FirstOrDefault(figure => figure.Start >= each && figure.Start - each <= 4) is { } perCase)
            {
                CheckMean(sentence, each, perCase, log, "起");
            }

            CheckDaily(document, sentence, log);
        }
    }

    // 全年处理污水2847万吨，日均7.8万吨.
    private static void CheckDaily(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        var at = sentence.Text.IndexOf("日均", StringComparison.Ordinal);
        var mean = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= at && figure.Start - at <= 4);
        var sum = mean?.Unit is null ? null : sentence.Figures.LastOrDefault(figure => figure.End <= at && figure.Unit?.Name == mean.Unit.Name && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && figure.Value > mean.Value * 2m);
        if (sum is null || mean is not { IsPlain: true } || document.Year is not { } year || (PeriodWords.SpanOf(sentence.Text[..at], year) ?? document.Period) is not { } span)
        {
            return;
        }

        if (sum.Rounded.Times(1m / span.Days).Overlaps(mean.Rounded) || sum.Rounded.Times(1m / 365m).Overlaps(mean.Rounded))
        {
            log.Agree();
            return;
        }

        var scale = mean.Value >= 10_000m && mean.Step >= 10m ? 10_000m : 1m;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(sum)], sentence.Text[mean.Start..mean.End], Numbers.Shown(sum.Value / span.Days / scale, Numbers.DecimalsOf(mean with { Step = mean.Step / scale })) + (scale > 1m ? "万" : "") + mean.UnitText,
            ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Count(span.Days)}天"));
    }

    private static void CheckMean(Sentence sentence, int at, Figure mean, CheckLog log, string? unit = null)
    {
        var counted = unit ?? sentence.Text[at..mean.Start].TrimEnd('约', '为', '达');
        var before = sentence.Figures.Where(figure => figure.End <= at && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m }).ToList();
        // 98家、312家次，平均每家3.2次: the unit of the sum is both. 比去年增加22起 is no number of cases.
        var counts = before.FindAll(figure => figure.UnitText == counted && Directions.Before(sentence.Text, figure.Start) == 0);
        if (counts.Count == 0)
        {
            counts = [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).SelectMany(other => other.Figures.Where(figure => figure.UnitText == counted && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && Directions.Before(other.Text, figure.Start) == 0))];
        }

        var sums = before.FindAll(figure => !counts.Contains(figure) && figure.Unit is not null && (figure.Unit.Name == mean.Unit?.Name || figure.UnitText == counted + mean.UnitText));
        var (sum, count) = (sums.LastOrDefault(), counts.LastOrDefault());
        if (count is null || sum is null)
        {
            log.Unknown();
            return;
        }

        if (sums.Exists(total => counts.Exists(number => total.Rounded.Overlaps(NumberInterval.Around(mean.Value, mean.Step).Times(number.Value)))))
        {
            log.Agree();
            return;
        }

        var scale = mean.UnitText.StartsWith('万') ? 10_000m : 1m;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(sum), sentence.Quote(count)], sentence.Text[mean.Start..mean.End],
            Numbers.Like(mean, sum.Value / count.Value / scale) + mean.UnitText, ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Plain(count.Value)}"));
    }
}

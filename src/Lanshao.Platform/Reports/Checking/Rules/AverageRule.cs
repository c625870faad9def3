using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>立案9起，罚款18.6万元，平均每起2.07万元: the mean against the sum and the number before it.</summary>
internal static class AverageRule
{
    private const string Words = "平均每";

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            var at = sentence.Text.IndexOf(Words, StringComparison.Ordinal);
            if (at >= 0 && sentence.Figures.FirstOrDefault(figure => figure.Start > at) is { } mean)
            {
                CheckMean(sentence, at + Words.Length, mean, log);
            }
        }
    }

    private static void CheckMean(Sentence sentence, int at, Figure mean, CheckLog log)
    {
        var counted = sentence.Text[at..mean.Start].TrimEnd('约', '为', '达');
        var before = sentence.Figures.Where(figure => figure.End <= at && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m }).ToList();
        var count = before.FindLast(figure => figure.UnitText == counted);
        // 98家、312家次，平均每家3.2次: the unit of the sum is both.
        var sum = before.FindLast(figure => figure != count && figure.Unit is not null && (figure.Unit.Name == mean.Unit?.Name || figure.UnitText == counted + mean.UnitText));
        if (count is null || sum is null)
        {
            log.Unknown();
            return;
        }

        if (sum.Rounded.Times(1m / count.Value).Overlaps(mean.Interval))
        {
            log.Agree();
            return;
        }

        var scale = mean.UnitText.StartsWith('万') ? 10_000m : 1m;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(sum), sentence.Quote(count)], sentence.Text[mean.Start..mean.End],
            Numbers.Like(mean, sum.Value / count.Value / scale) + mean.UnitText, ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Plain(count.Value)}"));
    }
}

using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>立案9起，罚款18.6万元，平均每起2.07万元: the mean against the sum and the number before it.</summary>
internal static class AverageRule
{
    private const string Words = "平均每";
    private const int MonthsOfYear = 12;
    private const int LongestVerb = 6;
    private const decimal Hundred = 100m;
    private static readonly string[] Cases = ["起", "件", "宗"];
    private static readonly string[] Daily = ["日均", "平均每天", "平均每日"];
    private static readonly string[] Monthly = ["平均每月", "月均"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            var at = sentence.Text.IndexOf(Words, StringComparison.Ordinal);
            if (at >= 0 && sentence.Figures.FirstOrDefault(figure => figure.Start > at) is { } mean)
            {
                CheckMean(sentence, at + Words.Length, mean, log);
            }

            for (var each = sentence.Text.IndexOf('均'); each > 0; each = sentence.Text.IndexOf('均', each + 1))
            {
                // 案均8.2万元, 场均80人次.
                var unit = sentence.Text[each - 1] == '案' ? Array.Find(Cases, word => sentence.Figures.Any(figure => figure.End <= each && figure.UnitText == word)) : MeasurementUnits.ReadAt(sentence.Text, each - 1, out var length) is { Kind: UnitKind.Count } && length == 1 ? sentence.Text.Substring(each - 1, 1) : null;
                if (unit is not null && (each < 2 || !(char.IsAsciiDigit(sentence.Text[each - 2]) || ChineseNumber.IsNumeral(sentence.Text[each - 2]))) && sentence.Figures.FirstOrDefault(figure => figure.Start > each && figure.Start - each <= 3) is { } perOne)
                {
                    CheckMean(sentence, each - 1, perOne, log, unit);
                }
            }

            CheckDeclared(sentence, log);
            CheckDaily(document, sentence, log);
            CheckMonthly(document, sentence, log);
        }
    }

    // 日均受理11.0件（按181天计）: by the days that are declared, of any number before in the paragraph.
    private static void CheckDeclared(Sentence sentence, CheckLog log)
    {
        var at = sentence.Text.IndexOf("日均", StringComparison.Ordinal);
        var mean = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= at && figure.Start - at <= LongestVerb);
        var days = mean is not { IsPlain: true, Unit: not null } ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= mean.End && figure.Unit?.Name == "天");
        if (days is null || sentence.Text[mean!.End..days.Start] != "（按" || sentence.Behind(days.End, 2) != "计）" || days.Value <= 0m)
        {
            return;
        }

        var sums = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= at) && figure.Unit?.Name == mean.Unit!.Name && figure is { IsPlain: true, IsOrdinal: false } && figure.Value > mean.Value)).ToList();
        if (sums.Count == 0 || sums.Exists(sum => sum.Rounded.Times(1m / days.Value).Overlaps(NumberInterval.Around(mean.Value, mean.Step))))
        {
            log.Agree(sums.Count == 0 ? 0 : 1);
            return;
        }

        var shown = sums.MaxBy(sum => sum.Value)!;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(shown)], sentence.Quote(mean).Text, Numbers.Like(mean, shown.Value / days.Value) + mean.UnitText, ("working", $"{Numbers.Plain(shown.Value)}÷{Numbers.Plain(days.Value)}天"));
    }

    // 全年处理污水2847万吨，日均7.8万吨.
    private static void CheckDaily(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        var word = Array.Find(Daily, sentence.Text.Contains) ?? Daily[0];
        var at = sentence.Text.IndexOf(word, StringComparison.Ordinal);
        var mean = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= at && figure.Start - at <= word.Length + 2);
        var sum = mean?.Unit is null ? null : sentence.Figures.LastOrDefault(figure => figure.End <= at && figure.Unit?.Name == mean.Unit.Name && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && figure.Value > mean.Value * 2m);
        if (sum is null || mean is not { IsPlain: true } || document.Year is not { } year || (PeriodWords.SpanOf(sentence.Text[..at], year) ?? document.Period) is not { } span)
        {
            return;
        }

        if (sum.Rounded.Times(1m / span.Days).Overlaps(NumberInterval.Around(mean.Value, mean.Step)) || sum.Rounded.Times(1m / 365m).Overlaps(mean.Rounded))
        {
            log.Agree();
            return;
        }

        var scale = mean.Value >= 10_000m && mean.Step >= 10m ? 10_000m : 1m;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(sum)], sentence.Text[mean.Start..mean.End], Numbers.Shown(sum.Value / span.Days / scale, Numbers.DecimalsOf(mean with { Step = mean.Step / scale })) + (scale > 1m ? "万" : "") + mean.UnitText,
            ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Count(span.Days)}天"));
    }

    // 全年集中学习24次，平均每月2次.
    private static void CheckMonthly(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        var at = Array.ConvertAll(Monthly, sentence.Text.IndexOf).Max();
        var mean = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start >= at && figure.Start - at <= 8);
        var sum = mean is not { IsPlain: true, Unit: not null } ? null : sentence.Figures.LastOrDefault(figure => figure.End <= at && figure.UnitText == mean.UnitText && figure is { IsPlain: true, IsOrdinal: false } && figure.Value > mean.Value);
        if (sum is null || document.Year is not { } year || (PeriodWords.SpanOf(sentence.Text[..at], year) ?? document.Period) is not { } span)
        {
            return;
        }

        var months = ((span.To.Year - span.From.Year) * 12) + span.To.Month - span.From.Month + 1;
        // 今年以来累计: of as many months as have gone by.
        months = Headings.Has(sentence.Text[..at], "今年以来", "年初以来") ? Enumerable.Range(1, MonthsOfYear).LastOrDefault(passed => sum.Rounded.Times(1m / passed).Overlaps(NumberInterval.Around(mean!.Value, mean.Step)), span.To.Month) : months;
        if (months < 2 || sum.Rounded.Times(1m / months).Overlaps(NumberInterval.Around(mean!.Value, mean.Step)))
        {
            log.Agree(months < 2 ? 0 : 1);
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(sum)], sentence.Quote(mean!).Text, Numbers.Like(mean, sum.Value / months) + mean.UnitText, ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Count(months)}个月"));
    }

    private static void CheckMean(Sentence sentence, int at, Figure mean, CheckLog log, string? unit = null)
    {
        // 平均每起2.07万元, 平均每件罚款7.0万元.
        var counted = unit ?? (MeasurementUnits.ReadAt(sentence.Text, at, out var length) is not null ? sentence.Text.Substring(at, length) : sentence.Text[at..mean.Start].TrimEnd('约', '为', '达'));
        // 平均每百家次36.0个.
        var times = unit is null && counted.Length > 1 && counted[0] == '百' ? Hundred : 1m;
        counted = times > 1m ? counted[1..] : counted;
        var before = sentence.Figures.Where(figure => figure.End <= at && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m }).ToList();
        // 98家、312家次，平均每家3.2次: the unit of the sum is both. 比去年增加22起 is no number of cases.
        // 每周两轮 is how often.
        var counts = before.FindAll(figure => figure.UnitText == counted && Directions.Before(sentence.Text, figure.Start) == 0 && !sentence.Before(figure.Start, 3).Contains('每', StringComparison.Ordinal));
        if (counts.Count == 0)
        {
            counts = [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).SelectMany(other => other.Figures.Where(figure => figure.UnitText == counted && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && Directions.Before(other.Text, figure.Start) == 0))];
        }

        // 136个工地发现问题295个，平均每个工地2.2个: where both have one unit, the word behind says what is counted.
        var things = sentence.Text[Math.Min(at + counted.Length, mean.Start)..mean.Start].TrimEnd('约', '为', '达');
        if (unit is null && counts.Count > 1 && counts[0].Unit?.Name == mean.Unit?.Name && things.Length > 1)
        {
            counts = counts.FindAll(figure => before.Contains(figure) && Array.TrueForAll(things.ToCharArray(), sentence.Text[figure.End..Math.Min(sentence.ClauseEnd(figure.End), figure.End + things.Length + LongestVerb)].Contains));
        }

        // 3180人次，1060家次，平均每次3.0人.
        counts = counts.Count > 0 ? counts : before.FindAll(figure => figure.UnitText.Length == 2 && figure.UnitText.EndsWith(counted, StringComparison.Ordinal) && !figure.UnitText.StartsWith(mean.UnitText, StringComparison.Ordinal) && mean.UnitText.Length > 0);
        var sums = before.FindAll(figure => !counts.Contains(figure) && figure.Unit is not null && (figure.Unit.Name == mean.Unit?.Name || figure.UnitText == counted + mean.UnitText || (counted == "次" && figure.UnitText == mean.UnitText + counted)));
        // 总投资20800万元…。平均每个项目投资693万元: a sentence of its own speaks of those before.
        // 渣土车平均每辆次: of one kind, of which no sum may stand there.
        sums = before.Count > 0 || at > Words.Length ? sums : [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).SelectMany(other => other.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && figure.Unit is not null && figure.Unit.Name == mean.Unit?.Name && Directions.Before(other.Text, figure.Start) == 0))];
        var (sum, count) = (sums.LastOrDefault(), counts.LastOrDefault());
        if (count is null || sum is null)
        {
            log.Unknown();
            return;
        }

        if (sums.Exists(total => counts.Exists(number => total.Rounded.Overlaps(NumberInterval.Around(mean.Value, mean.Step).Times(number.Value / times)))))
        {
            log.Agree();
            return;
        }

        var scale = mean.UnitText.StartsWith('万') ? 10_000m : 1m;
        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(sum), sentence.Quote(count)], sentence.Text[mean.Start..mean.End],
            Numbers.Like(mean, sum.Value * times / count.Value / scale) + mean.UnitText, ("working", $"{Numbers.Plain(sum.Value)}÷{Numbers.Plain(count.Value)}"));
    }
}

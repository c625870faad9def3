using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>还差832辆，后三个月平均每月不少于278辆: what is left, for each month or day that is left.</summary>
internal static class AheadMeanRule
{
    private const int LongestGap = 16;
    private static readonly string[] Months = ["平均每月", "每月平均", "月均", "每月"];
    private static readonly string[] Days = ["平均每天", "每天平均", "日均", "平均每日"];
    private static readonly string[] Rests = ["差", "剩", "余", "还有", "尚", "未", "欠", "须", "需", "缺口"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 1 && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var mean in sentence.Figures.Where(figure => figure is { Hedge: Hedge.None, IsOrdinal: false, Unit: not null } && !figure.IsShare()))
            {
                if ((TimeBefore(sentence, mean, Months, "个月") ?? TimeBefore(sentence, mean, Days, "天")) is { } time)
                {
                    CheckMean(sentence, time, mean, log);
                }
            }
        }
    }

    // 后三个月平均每月不少于: how many there are stands right before.
    private static (int Start, decimal Value)? TimeBefore(Sentence sentence, Figure mean, string[] words, string unit)
    {
        var at = words.Select(word => sentence.Text.LastIndexOf(word, Math.Max(0, mean.Start - 1), StringComparison.Ordinal)).Where(found => found > 0).DefaultIfEmpty(-1).Max();
        var lead = at < 0 || mean.Start - at > LongestGap ? "" : sentence.Text[..at].TrimEnd('内', '里', '，', '间', '平', '均');
        if (!lead.EndsWith(unit, StringComparison.Ordinal))
        {
            return null;
        }

        var start = lead.Length - unit.Length;
        while (start > 0 && (char.IsAsciiDigit(lead[start - 1]) || ChineseNumber.IsNumeral(lead[start - 1])))
        {
            start--;
        }

        return ChineseNumber.TryReadAt(lead, start, out var number) && number.Value > 1m && start + number.Length == lead.Length - unit.Length ? (start, number.Value) : null;
    }

    private static void CheckMean(Sentence sentence, (int Start, decimal Value) time, Figure mean, CheckLog log)
    {
        var before = sentence.Figures.Where(figure => figure.End <= time.Start && figure is { IsPlain: true, IsOrdinal: false, Value: > 0m } && figure.Unit?.Name == mean.Unit!.Name && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        var left = before.FindAll(figure => Headings.Has(sentence.LabelOf(figure), Rests));
        // Rounded up, so that it suffices, or as it is.
        if (before.Exists(whole => Math.Abs((whole.Value / time.Value) - mean.Value) < mean.Step))
        {
            log.Agree();
        }
        else if (left is [.., var rest] && rest.Value > mean.Value)
        {
            log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(rest)], sentence.Quote(mean).Text, Numbers.Like(mean, rest.Value / time.Value) + mean.UnitText, ("working", $"{Numbers.Plain(rest.Value)}÷{Numbers.Plain(time.Value)}"));
        }
    }
}

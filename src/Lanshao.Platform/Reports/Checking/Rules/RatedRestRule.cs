using System.Buffers;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>淘汰338辆，占全年任务420辆的80.5%，尚需淘汰82辆: a part, its whole, the share and what is left are bound twice; where one bond holds, the other must.</summary>
internal static class RatedRestRule
{
    private static readonly SearchValues<char> RestSigns = SearchValues.Create("剩余尚还未差欠须需贮遗超其");
    private const int LongestLabel = 12;
    private const int LongestBehind = 6;
    private const decimal Hundred = 100m;
    private const decimal FewestLeft = 2m;
    private static readonly string[] CloseRests = ["剩", "余", "还有", "尚有", "仍有", "还差", "未"];
    private static readonly string[] Rests = ["剩余", "余下", "剩下", "还剩", "尚余", "尚需", "还需", "尚有", "仍有", "其余", "未", "还差", "尚差", "差", "只剩", "仅剩", "剩", "尚欠", "欠", "须完成", "需完成", "贮存", "遗留", "超额"];
    private static readonly string[] Others = ["较", "比", "其中", "新增", "同期", "上年", "去年", "平均", "每", "超过", "不足", "相差", "误差", "偏差", "温差"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 2 && !log.IsSuspect(sentence.Spot)))
        {
            var left = sentence.Figures.LastOrDefault(figure => IsAmount(figure) && IsRest(sentence, figure));
            var rates = left is null ? [] : sentence.Figures.Where(figure => figure.IsPercent() && figure is { IsPlain: true, Value: > 0m and < Hundred } && IsRate(sentence, figure)).ToList();
            if (left is not null && rates is [var rate])
            {
                CheckBonds(sentence, left, rate, log);
            }
        }
    }

    private static bool IsAmount(Figure figure) => figure is { IsPlain: true, IsOrdinal: false, Value: > 0m, Unit.Kind: not (UnitKind.Ratio or UnitKind.Points or UnitKind.Multiple or UnitKind.Grade) };

    // 尚需淘汰82辆, 未完成38个, 剩余3.4公里.
    private static bool IsRest(Sentence sentence, Figure figure)
    {
        var label = sentence.LabelOf(figure);
        var at = label.Length is 0 or > LongestLabel || Headings.Has(label, Others) ? -1 : label.AsSpan().IndexOfAny(RestSigns);
        // 还有189个 and nothing behind; 还有4家正在验收 may be some of them.
        var isStill = label.EndsWith("还有", StringComparison.Ordinal) && figure.End == sentence.ClauseEnd(figure.End);
        return isStill || (at >= 0 && Array.Exists(Rests, label.Contains)) || Headings.Has(sentence.Behind(figure.End, LongestBehind), "未完成", "尚未", "仍在", "顺延");
    }

    private static bool IsRate(Sentence sentence, Figure figure)
    {
        var label = sentence.LabelOf(figure).TrimEnd('为', '达', '到', '仅');
        return Directions.Before(sentence.Text, figure.Start) == 0 && !Headings.Has(sentence.ClauseBefore(figure.Start), "占全市", "占全区", "占全县", "占全省", "占全镇", "占全国", "占总") && !Headings.Has(label, "目标", "上年", "去年", "同期", "要求", "时序", "平均", "幅") && (label.Length == 0 || label[^1] is '率' or '占' or '的' || label.EndsWith("比例", StringComparison.Ordinal) || label.EndsWith("进度", StringComparison.Ordinal));
    }

    private static void CheckBonds(Sentence sentence, Figure left, Figure rate, CheckLog log)
    {
        var amounts = sentence.Figures.Where(figure => figure != left && IsAmount(figure) && figure.Unit!.Name == left.Unit!.Name && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        if (amounts.Count < 2 || amounts.Count > 3 || sentence.Text[Math.Min(left.Start, rate.Start)..Math.Max(left.Start, rate.Start)].Contains("其中", StringComparison.Ordinal))
        {
            return;
        }

        var pairs = (from part in amounts from whole in amounts where part != whole && whole.Value >= part.Value && whole.Value >= left.Value select (Part: part, Whole: whole)).ToList();
        var rated = pairs.FindAll(pair => pair.Part.Rounded.PercentOf(pair.Whole.Rounded) is { } share && share.Overlaps(rate.Rounded));
        var apart = pairs.FindAll(pair => pair.Whole.Rounded.Minus(pair.Part.Rounded).Overlaps(left.Rounded) && IsSame(pair.Whole.Value - pair.Part.Value, left));
        // 综合利用258万吨、处置32万吨，贮存79万吨: several parts and what is left make the whole.
        var isSum = amounts.Count > 2 && amounts.Max(amount => amount.Value) is var most && amounts.Sum(amount => amount.Value) - most + left.Value is var all && Math.Abs(all - most) <= 2m * left.Step;
        if (isSum || rated.Exists(apart.Contains))
        {
            log.Agree();
            return;
        }

        if (rated.Count == 0 && apart.Count == 0)
        {
            CheckThird(sentence, amounts, left, rate, log);
            return;
        }

        if (rated is [var bound] && apart.Count == 0 && bound.Whole.Value > bound.Part.Value)
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(bound.Whole), sentence.Quote(bound.Part)], sentence.Quote(left).Text, Numbers.Plain(bound.Whole.Value - bound.Part.Value) + left.UnitText, ("working", $"{Numbers.Plain(bound.Whole.Value)}－{Numbers.Plain(bound.Part.Value)}"));
        }
        else if (apart is [var split] && rated.Count == 0 && !IsOfOtherThings(sentence, rate) && left.Rounded.PercentOf(split.Whole.Rounded) is { } rest && !rest.Overlaps(rate.Rounded))
        {
            log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(split.Part), sentence.Quote(split.Whole)], sentence.Quote(rate).Text, Numbers.Like(rate, split.Part.Value * Hundred / split.Whole.Value) + "%", ("working", $"{Numbers.Plain(split.Part.Value)}÷{Numbers.Plain(split.Whole.Value)}"));
        }
    }

    // 36条治好33条，治理率91.7%，只剩3条: where neither holds but the rate is that of one amount and what is left, the other amount is wrong.
    private static void CheckThird(Sentence sentence, List<Figure> amounts, Figure left, Figure rate, CheckLog log)
    {
        if (amounts is not [var whole, var part] || rate.Step >= 1m || whole.End > part.Start || left.Start < part.End || left.Value < FewestLeft || !Headings.Has(sentence.LabelOf(left), CloseRests) || Hedged(sentence, whole) || Hedged(sentence, part))
        {
            return;
        }

        var ofPart = part.Value * Hundred / (part.Value + left.Value);
        var ofWhole = (whole.Value - left.Value) * Hundred / whole.Value;
        var isOfPart = rate.Rounded.Contains(ofPart);
        if (isOfPart == rate.Rounded.Contains(ofWhole) || !IsNear(isOfPart ? whole.Value : part.Value, isOfPart ? part.Value + left.Value : whole.Value - left.Value))
        {
            log.Unknown();
            return;
        }

        var (wrong, right, sign) = isOfPart ? (whole, part, "＋") : (part, whole, "－");
        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(right), sentence.Quote(left), sentence.Quote(rate)], sentence.Quote(wrong).Text, Numbers.Plain(isOfPart ? part.Value + left.Value : whole.Value - left.Value) + wrong.UnitText,
            ("working", $"{Numbers.Plain(right.Value)}{sign}{Numbers.Plain(left.Value)}"));
    }

    // A slip is near, or has the same digits in another order.
    private static bool IsNear(decimal stated, decimal computed) =>
        computed > 0m && (Math.Abs(stated - computed) * 4m <= computed || Numbers.Plain(stated).Order().SequenceEqual(Numbers.Plain(computed).Order()));

    private static bool Hedged(Sentence sentence, Figure figure) => Headings.Has(sentence.LabelOf(figure), "任务", "目标", "计划", "上年", "去年", "同期");

    // 已修复24座、366公顷，面积完成率76.3%: the rate of what another unit measures.
    private static bool IsOfOtherThings(Sentence sentence, Figure rate)
    {
        var all = sentence.Figures.Where(IsAmount).ToList();
        return all.Exists(part => all.Exists(whole => part != whole && part.Unit!.Name == whole.Unit!.Name && part.Rounded.PercentOf(whole.Rounded) is { } share && share.Overlaps(rate.Rounded)));
    }

    // Whole numbers are counted, not rounded.
    private static bool IsSame(decimal apart, Figure left) => left.Step < 1m || !left.IsCounted || apart == left.Value;
}

using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>累计浓度38.2微克/立方米，低于年度目标（39微克/立方米）: what is said to lie below or above a value that is printed too.</summary>
internal static class SideRule
{
    private const int LongestName = 12;
    private const int LongestGap = 12;
    private const decimal FarBelow = 3m;
    private static readonly (string Word, int Side)[] Sides = [("低于", -1), ("高于", 1), ("超过", 1), ("大于", 1), ("小于", -1), ("少于", -1), ("多于", 1)];
    private static readonly string[] Limits = ["目标", "标准", "限值", "平均", "均值", "同期", "去年", "上年", "任务", "计划", "水平"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 1))
        {
            foreach (var limit in sentence.Figures.Where(figure => figure is { IsOrdinal: false, Hedge: Hedge.None, Unit: not null }))
            {
                if (SideOf(sentence, limit) is { Side: not 0 } found && NowOf(sentence, found.At, limit) is { } now)
                {
                    Decide(sentence, now, limit, found.Side, log);
                }
            }
        }
    }

    // 低于省定年度目标（39, 高于上年同期的30: the word, what the value is called, and the value.
    private static (int At, int Side) SideOf(Sentence sentence, Figure limit)
    {
        var clause = sentence.ClauseBefore(limit.Start);
        foreach (var (word, side) in Sides)
        {
            var at = clause.LastIndexOf(word, StringComparison.Ordinal);
            var name = at < 0 ? "" : clause[(at + word.Length)..];
            // 高于全市平均的4个: how many are so.
            var isOther = (name.EndsWith('的') && limit.Unit!.Kind == UnitKind.Count) || at > 0 && clause[at - 1] is '不' or '未' or '或';
            if (at >= 0 && !isOther && name.Length is > 1 and <= LongestName && Array.Exists(Limits, name.Contains) && (name[^1] is '（' or '(' or '的' || Array.Exists(Limits, name.EndsWith)) && FigureReader.FindAll(name).Count == 0)
            {
                return (limit.Start - clause.Length + at, side);
            }
        }

        return (0, 0);
    }

    // The figure that ends just before the word, of the same unit: behind it nothing but a pause.
    private static Figure? NowOf(Sentence sentence, int at, Figure limit)
    {
        var now = sentence.Figures.LastOrDefault(figure => figure.End <= at && Directions.Before(sentence.Text, figure.Start) == 0);
        return now is { IsPlain: true, IsOrdinal: false } && now.Unit?.Name == limit.Unit!.Name && sentence.Text[now.End..at] is { Length: <= LongestGap } gap && gap.Trim('，') is "" or "均" or "仍" or "明显" or "略" or "，" or "已" ? now : null;
    }

    private static void Decide(Sentence sentence, Figure now, Figure limit, int side, CheckLog log)
    {
        // 33.9微克/立方米，低于年度目标0.1微克/立方米: by how much, not which.
        if (Math.Abs(limit.Value) * FarBelow < Math.Abs(now.Value))
        {
            log.Unknown();
            return;
        }

        var isRight = side < 0 ? now.Rounded.Low <= limit.Rounded.High : now.Rounded.High >= limit.Rounded.Low;
        var isEqual = now.Value == limit.Value && now.Step == limit.Step;
        if (isRight && !isEqual)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(now), sentence.Quote(limit)], side < 0 ? "低于" : "高于", isEqual ? "等于" : side < 0 ? "高于" : "低于", ("working", $"{Numbers.Plain(now.Value)}与{Numbers.Plain(limit.Value)}相比，"));
    }
}

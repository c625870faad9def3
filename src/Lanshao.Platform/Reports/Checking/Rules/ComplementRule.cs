using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>共402批次，合格399批次，不合格3批次: what has a quality and what has it not are together one of the numbers before.</summary>
internal static class ComplementRule
{
    private const int LongestLabel = 8;
    private static readonly string[] Tasks = ["任务", "目标", "计划"];
    private static readonly (string One, string Other)[] Opposites = [("当场", "限期"), ("省内", "跨省"), ("省内", "省外"), ("市内", "市外"), ("市内", "跨市"), ("本市", "外市"), ("本市", "外地"), ("按期", "逾期"), ("按时", "超时"), ("线上", "线下"), ("在线", "离线")];
    private static readonly string[] Qualities = ["合格", "达标", "完成", "办结", "整改", "符合", "通过"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            var counted = sentence.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
            foreach (var quality in counted.Count < 2 ? [] : Qualities)
            {
                if (counted.FindAll(figure => EndsWith(sentence, figure, quality, isMissing: false)) is [var with] && counted.FindAll(figure => EndsWith(sentence, figure, quality, isMissing: true)) is [var without]
                    && with.Start < without.Start && with.Unit!.Name == without.Unit!.Name)
                {
                    CheckSum(sentence, with, without, log);
                }
            }

            CheckQualified(sentence, log);
            CheckTrue(sentence, log);
            foreach (var (one, other) in counted.Count < 2 ? [] : Opposites)
            {
                CheckOpposites(sentence, counted, one, other, log);
            }
        }
    }

    // 属实和部分属实704件，占95.1%；不属实36件: of all that were handed over.
    private static void CheckTrue(Sentence sentence, CheckLog log)
    {
        var untrue = sentence.Figures.FirstOrDefault(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && sentence.LabelOf(figure).EndsWith("不属实", StringComparison.Ordinal));
        var before = untrue is null ? [] : sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= untrue.Start) && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name == untrue.Unit!.Name).Select(figure => (Owner: other, Figure: figure))).ToList();
        var parts = before.FindAll(found => found.Owner.LabelOf(found.Figure).EndsWith("属实", StringComparison.Ordinal));
        var others = before.FindAll(found => !parts.Contains(found));
        var sum = parts.Sum(found => found.Figure.Value) + (untrue?.Value ?? 0m);
        if (parts.Count is 0 or > 3 || others.Count == 0 || others.TrueForAll(found => found.Figure.Value <= parts.Max(part => part.Figure.Value)) || others.Exists(found => found.Figure.Value == sum))
        {
            return;
        }

        // Where 基本属实 or 部分属实 has no number of its own, some may be missing.
        var named = string.Concat(parts.Select(part => part.Owner.LabelOf(part.Figure)));
        if (!Headings.Has(sentence.Passage.Text, "部分属实", "基本属实") || Headings.Has(named, "部分属实", "基本属实"))
        {
            var whole = others.MinBy(found => Math.Abs(found.Figure.Value - sum));
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, parts.Select(part => part.Owner.Quote(part.Figure)), whole.Owner.Quote(whole.Figure).Text, Numbers.Plain(sum) + untrue!.UnitText, ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Figure.Value)).Append(Numbers.Plain(untrue.Value)))));
        }
    }

    // 8个水源地中，达标水源地7个，占87.5%；不达标水源地1个: of the number of such things that the sentences before have.
    private static void CheckQualified(Sentence sentence, CheckLog log)
    {
        var without = sentence.Figures.FirstOrDefault(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false });
        var label = without is null ? "" : sentence.Text[..without.Start];
        var quality = label.Length is < 4 or > 12 ? null : Array.Find(Qualities, quality => label.StartsWith("不" + quality, StringComparison.Ordinal) || label.StartsWith("未" + quality, StringComparison.Ordinal));
        var noun = quality is null ? "" : label[(quality.Length + 1)..].TrimStart('的');
        var run = noun.Length < 2 ? [] : sentence.Passage.Runs().First(found => found.Contains(sentence)).Where(other => other.Start < sentence.Start).ToList();
        var before = run.SelectMany(other => other.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name == without!.Unit!.Name && Directions.Before(other.Text, figure.Start) == 0).Select(figure => (Owner: other, Figure: figure))).ToList();
        var with = before.FindAll(found => found.Owner.LabelOf(found.Figure) == quality + noun || found.Owner.LabelOf(found.Figure) == quality + "的" + noun);
        var wholes = with.Count != 1 ? [] : before.FindAll(found => found.Owner.Behind(found.Figure.End, noun.Length + 8).Contains(noun, StringComparison.Ordinal) && found != with[0]);
        if (wholes.Count == 0 || wholes.Exists(whole => whole.Figure.Value == with[0].Figure.Value + without!.Value))
        {
            log.Agree(wholes.Count > 0 ? 1 : 0);
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [with[0].Owner.Spot], wholes[^1].Owner.Quote(wholes[^1].Figure).Text, Numbers.Plain(with[0].Figure.Value + without!.Value) + without.UnitText, ("working", $"{Numbers.Plain(with[0].Figure.Value)}＋{Numbers.Plain(without.Value)}"));
    }

    // 发现问题38个，当场整改29个，限期整改9个: one after the other, of a number that stands before them.
    private static void CheckOpposites(Sentence sentence, List<Figure> counted, string one, string other, CheckLog log)
    {
        var first = !sentence.Text.Contains(one, StringComparison.Ordinal) ? -1 : counted.FindIndex(figure => sentence.LabelOf(figure).Contains(one, StringComparison.Ordinal));
        if (first < 0 || first + 1 >= counted.Count || !sentence.LabelOf(counted[first + 1]).Contains(other, StringComparison.Ordinal) || counted[first].Unit!.Name != counted[first + 1].Unit!.Name)
        {
            return;
        }

        var (with, without) = (counted[first], counted[first + 1]);
        var sum = with.Value + without.Value;
        var own = counted.Take(first).Where(figure => figure.Unit!.Name == with.Unit!.Name).Select(figure => (Owner: sentence, Figure: figure)).ToList();
        var wholes = own.Count > 0 ? own : [.. sentence.Passage.Sentences.Where(before => before.Start < sentence.Start).TakeLast(1).SelectMany(before => before.Figures.Where(figure => figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && figure.Unit!.Name == with.Unit!.Name && Directions.Before(before.Text, figure.Start) == 0 && !Headings.IsBefore(before.Before(figure.Start, LongestLabel))).Select(figure => (before, figure)))];
        wholes = wholes.FindAll(whole => whole.Figure.Value > Math.Max(with.Value, without.Value) && !Array.Exists(Tasks, whole.Owner.LabelOf(whole.Figure).Contains));
        if (wholes.Count == 0)
        {
            log.Unknown();
            return;
        }

        // 市内7925份、省内跨市3407份、跨省1514份: one of several parts that go on.
        if (counted.Exists(figure => figure != with && figure != without && figure.Unit!.Name == with.Unit!.Name && (sentence.Text[without.End..] is ['、', ..] && figure.Start > without.End || figure.End < with.Start && sentence.Text[figure.End] == '、')))
        {
            return;
        }

        // 按期办结50项，逾期办结12项，未办结4项: three parts.
        var third = first + 2 < counted.Count && counted[first + 2].Unit!.Name == with.Unit!.Name && Headings.Has(sentence.LabelOf(counted[first + 2]), "未", "尚") ? counted[first + 2].Value : 0m;
        if (wholes.Exists(whole => whole.Figure.Value == sum || whole.Figure.Value == sum + third))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(with), sentence.Quote(without)], wholes[^1].Owner.Quote(wholes[^1].Figure).Text, Numbers.Plain(sum) + without.UnitText, ("working", $"{Numbers.Plain(with.Value)}＋{Numbers.Plain(without.Value)}"));
    }

    private static bool EndsWith(Sentence sentence, Figure figure, string quality, bool isMissing)
    {
        var label = sentence.Before(figure.Start, LongestLabel);
        var at = label.LastIndexOf(quality, StringComparison.Ordinal);
        return at >= 0 && label.Length - at - quality.Length <= 1 && (at > 0 && label[at - 1] is '不' or '未') == isMissing;
    }

    private static void CheckSum(Sentence sentence, Figure with, Figure without, CheckLog log)
    {
        var wholes = sentence.Figures.Where(figure => figure.End <= with.Start && figure.Unit?.Name == with.Unit!.Name && figure.IsPlain && figure.Value >= with.Value && !sentence.Text[figure.End..with.Start].Contains('、', StringComparison.Ordinal)).ToList();
        var sum = with.Value + without.Value;
        if (wholes.Count == 0)
        {
            return;
        }

        if (wholes.Exists(whole => whole.Value == sum))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Error, sentence.Spot, [sentence.Quote(with), sentence.Quote(without)], sentence.Quote(wholes[^1]).Text, Numbers.Plain(sum) + without.UnitText,
            ("working", $"{Numbers.Plain(with.Value)}＋{Numbers.Plain(without.Value)}"));
    }
}

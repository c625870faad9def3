using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>较一季度（76次）减少5次, 比去年同期的262起增加22起，增长8.4%, 高于年度目标（88%）1.9个百分点: the value that is compared with stands in the phrase itself.</summary>
/// <param name="Base">The value that is compared with.</param>
/// <param name="Direction">1 for more, −1 for less.</param>
/// <param name="Candidates">The values before the phrase that can be meant, the nearest last.</param>
internal sealed record BasePhrase(Figure Base, int Direction, IReadOnlyList<Figure> Candidates)
{
    private const int LongestLead = 16;
    private const int LongestGap = 6;
    private static readonly string[] Leads = ["高于", "低于", "多于", "少于", "较", "比", "与"];

    /// <summary>Reads the phrase that ends in a change; null where there is none.</summary>
    public static BasePhrase? Read(Sentence sentence, Figure change)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure.End <= change.Start).Reverse().Take(2))
        {
            var (at, lead) = LeadBefore(sentence.Text, figure.Start);
            if (lead is null || sentence.Figures.Any(other => other.Start > at && other.End <= figure.Start) || Directions.Before(sentence.Text, figure.Start) != 0 || !IsGap(sentence, figure, change) || DirectionOf(sentence, lead, figure, change) is not (not 0 and var direction) || !IsBaseOf(sentence.Text, at, lead, figure))
            {
                continue;
            }

            var before = sentence.Figures.Where(other => other.End <= at && MayBe(sentence, other, figure)).ToList();
            before = before.Count > 0 ? before : at == 0 && sentence.Start > 0 ? InRun(sentence, figure) : Earlier(sentence, at, figure);
            before = before.Count > 0 ? before : SameNamed(sentence, sentence.ClauseBefore(at), figure);
            return new BasePhrase(figure, direction, before);
        }

        return null;
    }

    /// <summary>同比下降8.2%（上一秋冬季为61微克/立方米）: the value that is compared with stands in brackets just behind.</summary>
    public static BasePhrase? ReadBehind(Sentence sentence, Figure change, int direction)
    {
        var open = change.End < sentence.Text.Length && sentence.Text[change.End] is '（' or '(' ? change.End : -1;
        var close = open < 0 ? -1 : sentence.Text.AsSpan(open).IndexOfAny('）', ')');
        var inside = close < 0 ? [] : sentence.Figures.Where(figure => figure.Start > open && figure.End <= open + close).ToList();
        if (inside is not [{ IsPlain: true, IsOrdinal: false } before] || before.End != open + close || !Headings.Has(sentence.Text[(open + 1)..before.Start], "上", "去年", "同期", "年", "月", "期", "季") || Headings.Has(sentence.ClauseBefore(change.Start), "分别"))
        {
            return null;
        }

        var now = sentence.Figures.Where(other => other.End <= change.Start && MayBe(sentence, other, before)).ToList();
        now = now.Count > 0 ? now : SameNamed(sentence, sentence.ClauseBefore(change.Start).TrimEnd("下降上升增加减少增长提高低".ToCharArray()), before);
        return now.Count == 0 || (before.Unit is null && before.Step >= 1m) || (change.IsPercent() && before.IsPercent()) ? null : new BasePhrase(before, direction, now);
    }

    private static bool MayBe(Sentence sentence, Figure now, Figure before) =>
        now.SameUnit(before) && now is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, now.Start) == 0 && !Headings.Has(sentence.Before(now.Start, 5), "目标", "任务", "计划");

    // 浓度31.6；与2020年的41.5相比，下降23.9%: a part that begins with the comparison goes on with what the parts before are about.
    private static List<Figure> InRun(Sentence sentence, Figure before) =>
        [.. Preceding(sentence).SelectMany(other => other.Figures.Where(figure => figure.Unit is not null && MayBe(other, figure, before) && !(figure.Start > 0 && other.Text[figure.Start - 1] == '（' && LeadBefore(other.Text, figure.Start).Lead is not null)))];

    // Behind a semicolon the part before, behind a full stop all parts of the sentence before.
    private static IEnumerable<Sentence> Preceding(Sentence sentence) => sentence.Passage.Text[sentence.Start - 1] == '；'
        ? sentence.Passage.Runs().First(run => run.Contains(sentence)).Where(other => other.Start < sentence.Start)
        : sentence.Passage.Runs().TakeWhile(run => run[0].Start < sentence.Start).Last();

    // 非化石能源占15.5%。非化石能源占比比2023年（14.1%）…: under the same name in the sentence before.
    private static List<Figure> Earlier(Sentence sentence, int at, Figure before)
    {
        var name = sentence.Before(at, 10);
        return [.. sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).TakeLast(1).SelectMany(other => other.Figures.Where(figure => MayBe(other, figure, before) && Likeness.LongestCommon(other.Before(figure.Start, 8), name).Length >= 4))];
    }

    // 清单纳入企业1860家…。清单企业较上一年度（1742家）: every letter of the name stands before the value, in the sentences just before.
    private static List<Figure> SameNamed(Sentence sentence, string name, Figure before) =>
        name.Length < 3 || sentence.Start == 0 || before.Unit is null || name.Any(letter => !ChineseText.IsHan(letter)) ? []
            : [.. Preceding(sentence).SelectMany(other => other.Figures.Where(figure => MayBe(other, figure, before) && other.ClauseBefore(figure.Start) is var clause && name.All(clause.Contains)))];

    // The nearest of the leads, with words but no comma up to the figure.
    private static (int At, string? Lead) LeadBefore(string text, int start)
    {
        for (var at = start - 1; at >= 0 && start - at <= LongestLead && text[at] != '，'; at--)
        {
            if (Array.Find(Leads, word => text.AsSpan(at).StartsWith(word)) is { } lead && (lead.Length == 2 || at == 0 || text[at - 1] is not ('同' or '环' or '占' or '对' or '相') || (text[at - 1] is '同' or '环' && text[at + 1] is '（' or '(')) && !IsNoun(text, at, lead))
            {
                return (at, lead);
            }
        }

        return (0, null);
    }

    // 比例, 比重, 比上: no comparison; 比上年, 比上月 is one. 与 only leads to 相比.
    private static bool IsNoun(string text, int at, string lead) => lead switch
    {
        "比" => text[at + 1] is '例' or '率' or '重' or '值' or '为' || (text[at + 1] == '上' && (at + 2 >= text.Length || text[at + 2] is not ('年' or '月' or '周' or '期' or '季' or '旬' or '个' or '一' or '次' or '半'))),
        "与" => !text.AsSpan(at, Math.Min(40, text.Length - at)).Contains("相比", StringComparison.Ordinal),
        _ => false,
    };

    // 的 or a bracket stands before the value, so that it belongs to what is compared with: 比2021年的65件, 较上年（84.7%）.
    private static bool IsBaseOf(string text, int at, string lead, Figure figure) =>
        lead.Length == 2 && figure.Start == at + lead.Length || text[figure.Start - 1] is '的' or '（' or '(' or '为' or '约' || (lead.Length == 1 && text[(at + 1)..figure.Start] is var words && Headings.Has(words, "去年", "上年", "同期", "上月", "上周", "上期", "季度", "目标") && !words.Contains('第', StringComparison.Ordinal));

    // 高于50%的序时进度2.8个百分点: what the value is called stands between.
    private static bool IsNamedBase(string gap, Figure change) => change.Unit is { Kind: UnitKind.Points } && gap is "的序时进度" or "的年度目标" or "的目标" or "的考核目标" or "的时序进度" or "的平均水平" or "的计划进度";

    // Behind the value nothing but a bracket and a direction, or one more change: 增加22起，增长8.4%.
    private static bool IsGap(Sentence sentence, Figure figure, Figure change)
    {
        var gap = sentence.Text[figure.End..change.Start];
        if (IsNamedBase(gap, change))
        {
            return true;
        }

        var between = sentence.Figures.FirstOrDefault(other => other.Start >= figure.End && other.End <= change.Start);
        if (between is null)
        {
            return gap.Length <= LongestGap && !Headings.Has(gap, "的", "、", "完成");
        }

        return gap.Length <= LongestGap + between.Length + 6 && sentence.Text[between.End..change.Start] is "，增长" or "，上升" or "，下降" or "，增幅" or "，降幅" or "，增幅为" or "，降幅为" or "，增幅达" or "，降幅达" or "、" or "，提高" or "，降低" or "，减少"
            && Directions.Before(sentence.Text, between.Start) != 0;
    }

    private static int DirectionOf(Sentence sentence, string lead, Figure figure, Figure change)
    {
        var own = Directions.Before(sentence.Text, change.Start);
        var gap = sentence.Text[figure.End..change.Start].TrimStart('）', ')', '，');
        return own != 0 ? own
            : gap is "低" or "少" or "低了" or "少了" ? -1
            : gap is "高" or "多" or "高出" or "多出" ? 1
            : (gap.Length == 0 || IsNamedBase(gap, change)) && lead is "高于" or "多于" ? 1
            : (gap.Length == 0 || IsNamedBase(gap, change)) && lead is "低于" or "少于" ? -1 : 0;
    }
}

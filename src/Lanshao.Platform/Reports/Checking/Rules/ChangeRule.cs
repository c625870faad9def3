using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>同比, 环比 and 由…到… in running text: the change against the two values that the same sentence prints.</summary>
internal static class ChangeRule
{
    private static readonly string[] Last = ["去年同期", "上年同期", "去年", "上年", "同期", "前一年"];
    private static readonly string[] Previous = ["上月", "上个月", "上期", "上季度", "上周", "上旬", "前期", "上一周期", "上一季度"];

    private static readonly string[] OnlyDirections = ["下降", "降", "降低", "减少", "少", "回落", "上升", "升", "增长", "增加", "提高", "提升", "多", "降幅", "增幅", "升幅", "降幅为", "增幅为", "升幅为", "降幅达", "增幅达"];
    private static readonly string[] Fillers = ["一年", "今年", "同比", "共"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 0))
        {
            foreach (var figure in sentence.Figures)
            {
                CheckFigure(sentence, figure, log);
            }

            CheckLevel(sentence, log);
            CheckDoubled(sentence, log);
            CheckLists(sentence, log);
        }
    }

    private static void CheckFigure(Sentence sentence, Figure figure, CheckLog log)
    {
        var direction = Directions.Before(sentence.Text, figure.Start);
        if (sentence.ClauseBefore(figure.Start).Contains("分别", StringComparison.Ordinal))
        {
            return;
        }

        if (direction < 0 && figure.Value < 0m)
        {
            log.Add("DOC-037", CheckKind.Form, Severity.Warning, sentence.Spot, [], sentence.Text[Math.Max(0, figure.Start - 2)..figure.End], $"下降{Numbers.Plain(-figure.Value)}{figure.UnitText}");
            return;
        }

        if (!figure.IsPlain)
        {
            return;
        }

        if (BasePhrase.Read(sentence, figure) is { } phrase)
        {
            CheckPhrase(sentence, figure, phrase, log);
            return;
        }

        if (direction == 0)
        {
            return;
        }

        if (NamedBehind(sentence, figure) is { } named)
        {
            CheckPhrase(sentence, figure, new BasePhrase(named.Base, direction, named.Now), log);
            return;
        }

        if (BasePhrase.ReadBehind(sentence, figure, direction) is { } behind)
        {
            CheckPhrase(sentence, figure, behind, log);
            return;
        }

        if (FromTo(sentence, figure) is { } pair)
        {
            CheckFromTo(sentence, figure, direction, pair.From, pair.To, log);
        }
        else if (BaseOf(sentence, figure) is { } period)
        {
            CheckChange(sentence, figure, direction, period, log);
        }
    }

    // 劝离412人次，比三季度减少108人次，三季度为520人次: what is compared with is printed behind under its own name.
    private static (Figure Base, IReadOnlyList<Figure> Now)? NamedBehind(Sentence sentence, Figure change)
    {
        var clause = sentence.ClauseBefore(change.Start);
        var lead = clause.StartsWith('比') || clause.StartsWith('较') ? clause[1..] : "";
        var time = lead.Length > 4 ? lead[..^2] : "";
        var at = time.Length == 0 ? -1 : sentence.Text.IndexOf("，" + time + "为", change.End, StringComparison.Ordinal);
        var before = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.Start == at + time.Length + 2);
        var now = before is not { IsPlain: true } ? [] : sentence.Figures.Where(figure => figure.End <= change.Start - clause.Length && figure.SameUnit(before) && figure is { IsPlain: true, IsOrdinal: false } && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
        return now.Count == 0 ? null : (before!, now);
    }

    // Any of the values before may be meant: wrong is what none of them makes true.
    private static void CheckPhrase(Sentence sentence, Figure change, BasePhrase phrase, CheckLog log)
    {
        if (phrase.Candidates.Count == 0)
        {
            log.Unknown();
            return;
        }

        var fitting = phrase.Candidates.LastOrDefault(now => Fits(change, phrase.Direction, phrase.Base, now));
        Compare(sentence, change, phrase.Direction, phrase.Base, fitting ?? phrase.Candidates[^1], log);
    }

    private static bool Fits(Figure change, int direction, Figure before, Figure now)
    {
        var isShare = change.IsPercent() && !now.IsPercent();
        var stated = direction < 0 ? change.Rounded.Negated() : change.Rounded;
        return (isShare ? NumberInterval.Change(now.Rounded, before.Rounded) : now.Rounded.Minus(before.Rounded)) is { } computed && computed.Overlaps(stated) && (isShare || !change.IsPercent());
    }

    // 同比下降2.6%, 较去年同期增加3天: which earlier time is meant.
    private static string[]? BaseOf(Sentence sentence, Figure figure)
    {
        var clause = sentence.ClauseBefore(figure.Start);
        clause = clause.StartsWith("降幅", StringComparison.Ordinal) || clause.StartsWith("增幅", StringComparison.Ordinal) ? sentence.Text[..figure.Start] : clause;
        clause = OfEarlier(sentence, figure, clause) ?? clause;
        return Headings.Has(clause, "同比", "较去年", "较上年", "比去年", "比上年") && !clause.Contains("20", StringComparison.Ordinal) ? Last
            : Headings.Has(clause, "环比", "较上月", "比上月", "较上期", "较上周", "比上周", "较上季度", "比上季度") ? Previous : null;
    }

    // 去年同期是34.2，降了2.7，降幅7.9%: nothing but the direction stands in the clause, the earlier time in the one before.
    private static string? OfEarlier(Sentence sentence, Figure figure, string clause)
    {
        var at = figure.Start - clause.Length;
        var direction = Array.Find(Fillers, clause.StartsWith) is { } filler ? clause[filler.Length..] : clause;
        if (!OnlyDirections.Contains(direction.TrimEnd('了')) || at < 2)
        {
            return null;
        }

        var before = sentence.ClauseBefore(at - 1);
        // 降了2.7，降幅7.9%: over the other change.
        if (Directions.In(before) != 0 && at - before.Length > 2)
        {
            at -= before.Length + 1;
            before = sentence.ClauseBefore(at - 1);
        }

        var start = at - 1 - before.Length;
        var values = sentence.Figures.Where(other => other.Start >= start && other.End < at && (figure.Unit?.Kind == UnitKind.Points ? other.IsPercent() : figure.IsPercent() || other.SameUnit(figure))).ToList();
        return Headings.Has(before, "去年同期", "上年同期", "去年同月", "上年同月") && Directions.In(before) == 0 && values is [{ IsPlain: true, IsOrdinal: false }] && !before.Contains("分别", StringComparison.Ordinal) ? "同比" : null;
    }

    private static void CheckChange(Sentence sentence, Figure change, int direction, string[] period, CheckLog log)
    {
        // 上年合格率94.2%，同比提高1.8个百分点: points are apart of percentages.
        var isPoints = change.Unit?.Kind == UnitKind.Points;
        var before = sentence.Figures.FirstOrDefault(figure => figure != change && (!isPoints || figure.IsPercent()) && IsOf(sentence, figure, period) && Directions.Before(sentence.Text, figure.Start) == 0);
        var all = before is null ? [] : sentence.Figures.Where(figure => figure.Start < change.Start && figure != before && figure.SameUnit(before) && IsNow(sentence, figure)).ToList();
        var now = all.FindLast(figure => Fits(change, direction, before!, figure)) ?? all.LastOrDefault();
        if (before is not null && now is null && Earlier(sentence, before) is { } earlier)
        {
            Compare(sentence, change, direction, before, earlier, log);
            return;
        }

        if (before is null || now is null || sentence.Text[now.End..change.Start].Contains('、', StringComparison.Ordinal))
        {
            log.Unknown();
            return;
        }

        Compare(sentence, change, direction, before, now, log);
    }

    // 优良天数81天；去年同期优良天数76天，同比增加5天: this year's value stands before the semicolon under the same name.
    private static Figure? Earlier(Sentence sentence, Figure before)
    {
        var name = sentence.Before(before.Start, 6);
        return sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).TakeLast(1).SelectMany(other => other.Figures.Where(figure => figure.SameUnit(before) && figure is { IsPlain: true, IsOrdinal: false }
            && Likeness.LongestCommon(other.Before(figure.Start, 6), name).Length >= 3)).LastOrDefault();
    }

    private static void Compare(Sentence sentence, Figure change, int direction, Figure before, Figure now, CheckLog log)
    {
        var isShare = change.IsPercent() && !now.IsPercent();
        if (change.IsPercent() && now.IsPercent())
        {
            CheckOfPercent(sentence, change, direction, before, now, log);
            return;
        }

        var computed = isShare ? NumberInterval.Change(now.Rounded, before.Rounded) : now.Rounded.Minus(before.Rounded);
        var stated = direction < 0 ? change.Rounded.Negated() : change.Rounded;
        if (computed is not { } interval || interval.Overlaps(stated))
        {
            log.Agree();
            return;
        }

        var middle = isShare ? (now.Value - before.Value) * 100m / before.Value : now.Value - before.Value;
        var working = isShare ? $"（{Numbers.Plain(now.Value)}－{Numbers.Plain(before.Value)}）÷{Numbers.Plain(before.Value)}" : $"{Numbers.Plain(now.Value)}－{Numbers.Plain(before.Value)}";
        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [sentence.Quote(before.Start, before.End)],
            $"{Word(direction)}{sentence.Text[change.Start..change.End]}", $"{Word(Math.Sign(middle))}{Numbers.Like(change, Math.Abs(middle))}{change.UnitText}", ("working", working));
    }

    // 75.0%，同比提高8.3%，去年同期66.7%: 8.3 are the percentage points, not the percent.
    private static void CheckOfPercent(Sentence sentence, Figure change, int direction, Figure before, Figure now, CheckLog log)
    {
        var stated = direction < 0 ? change.Rounded.Negated() : change.Rounded;
        var isPoints = now.Rounded.Minus(before.Rounded).Overlaps(stated);
        if (!isPoints || NumberInterval.Change(now.Rounded, before.Rounded) is not { } relative || relative.Overlaps(stated))
        {
            log.Unknown();
            return;
        }

        log.Add("DOC-036", CheckKind.Unit, Severity.Error, sentence.Spot, [sentence.Quote(before), sentence.Quote(now)], sentence.Text[change.Start..change.End],
            $"{Numbers.Like(change, Math.Abs(now.Value - before.Value))}个百分点", ("working", $"{Numbers.Plain(now.Value)}%－{Numbers.Plain(before.Value)}%"));
    }

    // 分别为55、26，同比分别下降6.8%、7.1%，上年分别为59、28: each with its own.
    private static void CheckLists(Sentence sentence, CheckLog log)
    {
        IReadOnlyList<RespectiveValue> now = [], before = [], changes = [];
        for (var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf("分别", at + 2, StringComparison.Ordinal))
        {
            var (values, clause) = (RespectiveValues.Read(sentence, at), sentence.ClauseBefore(at) + sentence.Behind(at + 2, 4));
            if (Headings.Has(clause, "同比") && Directions.In(clause) != 0)
            {
                changes = values;
            }
            else if (Headings.Has(clause, Last))
            {
                before = values;
            }
            else
            {
                now = values;
            }
        }

        if (changes.Count < 2 || changes.Count != now.Count || changes.Count != before.Count)
        {
            return;
        }

        var common = Directions.Before(sentence.Text, changes[0].Figure?.Start ?? 0);
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Figure is { } change && now[i].Figure is { } value && before[i].Figure is { } earlier)
            {
                Compare(sentence, change, Directions.Before(sentence.Text, change.Start) is not 0 and var own ? own : common, earlier, value, log);
            }
        }
    }

    private static string Word(int direction) => direction < 0 ? "下降" : "上升";

    private static bool IsOf(Sentence sentence, Figure figure, string[] period)
    {
        var words = sentence.Before(figure.Start, 10);
        return Array.Exists(period, words.Contains) || (period == Last && words.EndsWith("年为", StringComparison.Ordinal) && words.Contains('（', StringComparison.Ordinal)) || (period == Previous && EndsWithMonth(words) && !Array.Exists(Last, words.Contains));
    }

    // 5月25.0 in brackets is last month's; 6月28.5 at the head of the sentence is this month's.
    private static bool EndsWithMonth(string words) => (words.EndsWith("月为", StringComparison.Ordinal) && words.Contains("%，", StringComparison.Ordinal)) || words.EndsWith('月') && words.AsSpan().LastIndexOfAny("（(，、".AsSpan()) is >= 0 and var at && words[at] is '（' or '(';

    private static bool IsNow(Sentence sentence, Figure figure) => Directions.Before(sentence.Text, figure.Start) == 0 && !IsOf(sentence, figure, Last) && !IsOf(sentence, figure, Previous) && figure is { IsOrdinal: false } && !Headings.Has(sentence.Before(figure.Start, 5), "目标", "任务", "标准", "要求");

    // 由58.0%提高到60.4%，提高2.4个百分点.
    private static (Figure From, Figure To)? FromTo(Sentence sentence, Figure change)
    {
        for (var i = 0; i + 1 < sentence.Figures.Count && sentence.Figures[i + 1].End <= change.Start; i++)
        {
            var (from, to) = (sentence.Figures[i], sentence.Figures[i + 1]);
            var between = sentence.Text[from.End..to.Start];
            var head = sentence.Before(from.Start, 8);
            if (Headings.Has(head, "由", "从") && Headings.Has(between, "到", "至") && between.Length <= 12 && sentence.Text[to.End..change.Start].Length <= 14 && from.SameUnit(to) && !from.IsOrdinal && !Headings.Has(sentence.Text[to.End..change.Start], "同比", "环比", "最"))
            {
                return (from, to);
            }
        }

        return FromToBehind(sentence, change);
    }

    // 下降11.4%，由70.0立方米降至62.0立方米.
    private static (Figure From, Figure To)? FromToBehind(Sentence sentence, Figure change)
    {
        var pair = sentence.Figures.Where(figure => figure.Start >= change.End).Take(2).ToList();
        return change.IsPercent() && pair is [var from, var to] && sentence.Text[change.End..from.Start] is "，由" or "，从" && sentence.Text[from.End..to.Start] is { Length: <= 6 } between && (between.EndsWith('至') || between.EndsWith('到')) && from.SameUnit(to) && !from.IsPercent() ? (from, to) : null;
    }

    private static void CheckFromTo(Sentence sentence, Figure change, int direction, Figure from, Figure to, CheckLog log)
    {
        var stated = direction < 0 ? change.Rounded.Negated() : change.Rounded;
        var difference = to.Rounded.Minus(from.Rounded);
        var relative = NumberInterval.Change(to.Rounded, from.Rounded);
        var isRelative = change.IsPercent();
        var fits = isRelative ? relative is not { } known || known.Overlaps(stated) : difference.Overlaps(stated);
        if (fits)
        {
            log.Agree();
            return;
        }

        var (a, b) = (Numbers.Plain(from.Value), Numbers.Plain(to.Value));
        var printed = sentence.Text[change.Start..change.End];
        var evidence = new[] { sentence.Quote(from.Start, from.End), sentence.Quote(to.Start, to.End) };
        var steps = Math.Abs(to.Value - from.Value);
        if (isRelative && from.IsPercent() && difference.Overlaps(stated))
        {
            log.Add("DOC-036", CheckKind.Unit, Severity.Error, sentence.Spot, evidence, printed, $"{Numbers.Like(change, steps)}个百分点", ("working", $"{b}%－{a}%"));
            return;
        }

        var computed = isRelative ? Math.Abs((to.Value - from.Value) * 100m / from.Value) : steps;
        log.Add("DOC-030", isRelative ? CheckKind.Ratio : CheckKind.Sum, Severity.Error, sentence.Spot, evidence, $"{Word(direction)}{printed}",
            $"{Word(Math.Sign(to.Value - from.Value))}{Numbers.Like(change, computed)}{change.UnitText}", ("working", isRelative ? $"（{b}－{a}）÷{a}" : $"{b}－{a}"));
    }

    // 由60辆增至120辆，实现翻番.
    private static void CheckDoubled(Sentence sentence, CheckLog log)
    {
        var at = Math.Max(sentence.Text.IndexOf("翻番", StringComparison.Ordinal), sentence.Text.IndexOf("翻一番", StringComparison.Ordinal));
        var before = at < 4 || Headings.Has(sentence.ClauseBefore(at), "近", "基本", "力争", "计划") ? [] : sentence.Figures.Where(figure => figure.End <= at && figure is { IsPlain: true, IsOrdinal: false }).TakeLast(2).ToList();
        if (before is not [var from, var to] || !from.SameUnit(to) || from.Unit is null || !Headings.Has(sentence.Before(from.Start, 8), "由", "从") || sentence.Text[to.End..at].Length > 6)
        {
            return;
        }

        if (from.Rounded.Times(2m).Overlaps(to.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(from), sentence.Quote(to)], "翻番", $"{Numbers.Shown(to.Value / from.Value, 2)}倍", ("working", $"{Numbers.Plain(to.Value)}÷{Numbers.Plain(from.Value)}"));
    }

    // 环比持平, with both values printed.
    private static void CheckLevel(Sentence sentence, CheckLog log)
    {
        var at = sentence.Text.IndexOf("比持平", StringComparison.Ordinal);
        if (at < 1)
        {
            return;
        }

        var period = sentence.Text[at - 1] == '同' ? Last : Previous;
        var before = sentence.Figures.FirstOrDefault(figure => IsOf(sentence, figure, period));
        var now = before is null ? null : sentence.Figures.FirstOrDefault(figure => figure != before && figure.SameUnit(before) && IsNow(sentence, figure));
        if (before is null || now is null || sentence.Figures.Count > 3)
        {
            log.Unknown();
            return;
        }

        var change = before.Value == 0m ? 0m : (now.Value - before.Value) * 100m / before.Value;
        if (now.Value == before.Value || Math.Abs(change) <= 0.05m)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [sentence.Quote(before.Start, before.End), sentence.Quote(now.Start, now.End)], "持平",
            $"{Word(Math.Sign(change))}{Numbers.Shown(Math.Abs(change), 1)}%", ("working", $"（{Numbers.Plain(now.Value)}－{Numbers.Plain(before.Value)}）÷{Numbers.Plain(before.Value)}"));
    }
}

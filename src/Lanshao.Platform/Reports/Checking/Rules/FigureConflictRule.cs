using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>The same thing with two values anywhere in the text: one of the same days must have one value, a part can not be more than the whole.</summary>
internal static class FigureConflictRule
{
    private const int ShortestName = 5;
    private const int MostClaims = 4000;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var reader = new ClaimReader(document);
        // 建设路街道12.8次: the name of a row says whose a figure is, not what.
        var rows = document.Tables.SelectMany(table => table.Data).Select(line => line.Name).ToHashSet(StringComparer.Ordinal);
        var claims = document.Sentences.SelectMany(sentence => reader.Read(sentence).Concat(reader.ReadLists(sentence))).Concat(document.Tables.SelectMany(reader.ReadTargets)).Where(claim => Name(claim).Length >= ShortestName && !rows.Contains(Name(claim))).Take(MostClaims).ToList();
        foreach (var group in claims.GroupBy(claim => (Key(document, claim), claim.IsGoal, claim.Figure.Unit?.Name)).Where(group => group.Count() > 1))
        {
            CheckGroup([.. group], log);
        }
    }

    // 完成16.2万平方米公共建筑节能绿色化改造 names the thing behind the number, 平均服务半径达到0.9公里 before it.
    private static string Name(Claim claim) =>
        claim.Before.Length >= ShortestName ? claim.Before
        : claim.After.Length >= ShortestName ? claim.Before + claim.After.TrimEnd("工程任务".ToCharArray()) : "";

    // 某区PM2.5浓度, 全区PM2.5累计浓度 and PM2.5浓度 are one thing in a report of that district.
    private static string Key(CheckedDocument document, Claim claim)
    {
        var name = Name(claim).Replace("累计", "", StringComparison.Ordinal);
        name = name.StartsWith("空气质量", StringComparison.Ordinal) && name.Length >= ShortestName + 4 ? name[4..] : name;
        var place = name.AsSpan().IndexOfAny('区', '市', '县') is > 0 and < 5 and var at && document.Title.Contains(name[..at], StringComparison.Ordinal) ? at + 1 : 0;
        return name.Length - place >= ShortestName ? name[place..] : name;
    }

    private static void CheckGroup(List<Claim> claims, CheckLog log)
    {
        for (var i = 1; i < claims.Count; i++)
        {
            var against = claims.Take(i).FirstOrDefault(other => Contradict(other, claims[i]));
            if (against is null)
            {
                log.Agree();
                continue;
            }

            log.Add("DOC-010", CheckKind.FigureConflict, Severity.Error, claims[i].Spot, [against.Spot], claims[i].Printed, against.Printed, ("name", Name(claims[i])));
            return;
        }
    }

    /// <summary>Whether both cannot be true of one thing.</summary>
    public static bool Contradict(Claim one, Claim other)
    {
        var sameBound = one.Figure.Bound == other.Figure.Bound;
        if (Scaled(one, sameBound) is not { } a || Scaled(other, sameBound) is not { } b || (one.Figure.IsPlain && other.Figure.IsPlain && one.Figure.Step == other.Figure.Step ? one.Figure.Value == other.Figure.Value : a.Overlaps(b)) || one.Sentence == other.Sentence || IsOfEarlier(one) != IsOfEarlier(other) || AreOfOtherRows(one, other) || AreOfDifferent(one, other))
        {
            return false;
        }

        // 完成17484户，完成率94.0% beside 18600户, a target beside what the same row says is done: what is done is not what is aimed at.
        if (IsDoneOf(one, b) || IsDoneOf(other, a) || HasBoth(one, b) || HasBoth(other, a))
        {
            return false;
        }

        if (one.Span is not { } first || other.Span is not { } second || first == second)
        {
            return one.Span == other.Span;
        }

        // A state at the end of a period is the same whichever period ends with that day: 电动化比例 in 上半年 and in 二季度.
        if (first.To == second.To && (Headings.Has(Name(one), "半径", "保有量") || (Headings.Has(Name(one), "比例", "比率", "率", "占比") && !Headings.Has(Name(one), "同比", "环比", "平均", "天数"))))
        {
            return true;
        }

        var adds = one.Figure.Unit?.Kind is UnitKind.Count or UnitKind.Area or UnitKind.Length or UnitKind.Mass or UnitKind.Volume or UnitKind.Money;
        return adds && ((first.Contains(second) && a.High < b.Low) || (second.Contains(first) && b.High < a.Low));
    }

    // A row of a ledger is about its own time and place: 最高452微克/立方米 at one site, 477 at another.
    private static bool AreOfOtherRows(Claim one, Claim other) =>
        one is { IsGoal: false, Sentence.Passage: { Table: { } table, Row: { } row } } && other.Sentence.Passage.Table == table && other.Sentence.Passage.Row != row
        && table.Columns.Any(column => column.Heading == "时间" || Headings.Has(column.Heading, "站点", "点位", "对象", "发现时间"));

    // 而上年两者的位次正好相反，PM2.5超标55天: what a clause says of the year before, the next goes on with.
    private static bool IsOfEarlier(Claim claim) =>
        Array.Exists(claim.Sentence.Text[..claim.Figure.Start].Split('，'), clause => clause.TrimStart('而') is var words && (words.StartsWith("上年", StringComparison.Ordinal) || words.StartsWith("去年", StringComparison.Ordinal)) && !Headings.Has(words, "比", "较"));

    private static bool IsDoneOf(Claim claim, NumberInterval other) => claim.Sentence.Figures.FirstOrDefault(figure => figure.Start > claim.Figure.End && figure.IsPercent()) is { Value: > 0m } rate
        && claim.Sentence.Text[claim.Figure.End..rate.Start] is { Length: < 14 } between && Headings.Has(between, "完成率", "完成", "占", "达到") && other.Overlaps(new NumberInterval(claim.Figure.Interval.Low * 100m / rate.Interval.High, claim.Figure.Interval.High * 100m / Math.Max(rate.Interval.Low, 0.01m)));

    private static bool HasBoth(Claim claim, NumberInterval other) => claim.Sentence.Passage is { Table: { } table, Row: { } line } && table.Columns.Any(column => line.Value(column) is { } value && other.Contains(value));

    // 新建管网3.6公里，占年度任务的52% and 新建管网6.6公里，占年度任务的54%: shares of different amounts are different things.
    private static bool AreOfDifferent(Claim one, Claim other) => AmongOf(one) != AmongOf(other) || AreSharesOfDifferent(one, other);

    // 已整治的排污口中，城镇排口32个: of those that the clause before names.
    private static string AmongOf(Claim claim)
    {
        var clause = claim.Sentence.Text[..claim.Figure.Start].Split('，').SkipLast(1).LastOrDefault(words => words.EndsWith('中'));
        return clause is { Length: > 2 } ? clause : "";
    }

    private static bool AreSharesOfDifferent(Claim one, Claim other) => one.Of is { } a && other.Of is { } b ? a.SameUnit(b) && !a.Agrees(b) : (one.Of is null) != (other.Of is null) && Name(one).EndsWith('占');

    // Two limits of one kind are compared as they are printed: 控制在36以内 and 控制在33以内 are two targets.
    private static NumberInterval? Scaled(Claim claim, bool sameBound) =>
        claim.Figure.Unit is null && claim.Figure.Value < 10m ? null : sameBound && claim.Figure.Hedge == Hedge.None ? claim.Figure.Rounded : claim.Figure.Interval;
}

using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Things to be done in a number: 完成2.9万辆次以上的柴油车检查, 组织1家企业开展治理, 新建改扩建绿地5万平方米, 抽查3家.</summary>
internal static class CountRule
{
    private static readonly UnitKind[] Countable = [UnitKind.Count, UnitKind.Area, UnitKind.Mass, UnitKind.Length, UnitKind.Volume, UnitKind.Energy, UnitKind.Money];
    private static readonly string[] AtLeasts = ["至少", "不少于", "不低于", "力争", "再", "累计", "共"];
    private static readonly string[] Past = ["已", "目前", "现有", "共有", "截至"];
    private static readonly string[] Doing = ["开展", "实施", "完成", "进行", "推进", "建设", "建成", "创建"];

    public static void Read(Clause clause, RowTargets row)
    {
        var before = new Counted("", 0);
        foreach (var quantity in clause.Quantities)
        {
            var figure = new Figure(clause, quantity);
            if (row.IsUsed(quantity))
            {
                before = new Counted(VerbOf(figure, before), clause.Text.Length - figure.Right.Length);
                continue;
            }

            if (!Countable.Contains(quantity.Unit.Kind) || IsManner(clause, quantity, row))
            {
                continue;
            }

            if ((ReadBeforeThing(figure, before, row) ?? ReadBehindThing(figure, before, row)) is { } draft)
            {
                before = new Counted(VerbOf(figure, before), clause.Text.Length - figure.Right.Length);
                row.Use(quantity);
                row.Add(clause, draft);
            }
        }
    }

    // 一个机制, 一批项目 count nothing, 6月底前完成一次清点 is a deliverable; 等七类 sums up a list.
    private static bool IsManner(Clause clause, Quantity quantity, RowTargets row)
    {
        var before = quantity.Start == 0 ? '\0' : clause.Text[quantity.Start - 1];
        return before == '等' || (clause.Text[quantity.Start] == '一' && (!quantity.Unit.Name.EndsWith('次') || row.DuesIn(clause).Count > 0));
    }

    private static FoundTarget? ReadBeforeThing(Figure figure, Counted before, RowTargets row)
    {
        var text = figure.Clause.Text;
        var thing = figure.Right.TrimStart('的', ' ');
        if (thing.Length < 2 || figure.EndsStatement || figure.BoundAfter.Bound == Bound.AtMost || Array.Exists(Past, text[..figure.LeftEnd].Contains))
        {
            return null;
        }

        var hasVerb = VerbBefore(figure, before).Length > 0;
        var isDone = Array.Exists(Doing, word => thing.IndexOf(word, StringComparison.Ordinal) > 1);
        return hasVerb || (isDone && (figure.BoundBefore.Bound == Bound.AtLeast || text[..figure.LeftEnd].EndsWith('对'))) ? Make(figure, NameOf(thing, figure), row) : null;
    }

    private static FoundTarget? ReadBehindThing(Figure figure, Counted before, RowTargets row)
    {
        var text = figure.Clause.Text;
        var from = before.End > 0 && before.End < figure.LeftEnd && text[before.End] is '、' or '和' or '及' ? before.End + 1 : 0;
        var words = text[from..WithoutAtLeast(text, figure.LeftEnd)];
        var subject = SubjectReader.Read(words, row);
        var phrase = subject.Indicators.Count == 1 ? subject.Indicators[0] : "";
        var name = from > 0 && Verbs.BeginningOf(phrase).Length == 0 ? OtherSubstance(phrase, figure, row) ?? JoinVerb(before.Verb, phrase) : phrase;
        if (!figure.EndsStatement || name.Length < 2 || (from == 0 && !IsDoing(name, words)) || Array.Exists(Past, text.StartsWith))
        {
            return null;
        }

        return Make(figure, Measured.Name(Terms.IsAction(name) ? Context.FullerAction(name, figure.Clause) : name, figure.Quantity.Unit), row) with { Scope = subject.Scope };
    }

    // 氮氧化物重点工程减排120吨、挥发性有机物80吨: the same of another substance.
    private static string? OtherSubstance(string phrase, Figure figure, RowTargets row)
    {
        var last = Terms.IsSubstance(phrase) ? row.Found.FindLast(found => ReferenceEquals(found.Clause, figure.Clause))?.Target : null;
        var first = last?.Unit == figure.Quantity.Unit.Name ? Terms.SubstancesIn(last.Indicator) : "";
        return first.Length > 0 && last!.Indicator.StartsWith(first, StringComparison.Ordinal) ? phrase + last.Indicator[first.Length..] : null;
    }

    private static bool IsDoing(string name, string words) =>
        Verbs.BeginningOf(name).Length > 0 || Terms.ActionOf(name).Length > 0 || Verbs.EndingAt(name, name.Length).Length > 0 || words.Contains("完成", StringComparison.Ordinal);

    // 完成 says only that it is to be done.
    private static string JoinVerb(string verb, string phrase) => verb is "完成" or "实现" or "组织" or "开展" || phrase.EndsWith(verb, StringComparison.Ordinal) ? phrase : verb + phrase;

    // The verb right before the figure; after 、 or 和 that of the figure before: 建设公园5处、绿地8处.
    private static string VerbBefore(Figure figure, Counted before)
    {
        var text = figure.Clause.Text;
        var own = figure.BoundBefore.Bound == Bound.ByNature && figure.BoundBefore.Length == 2
            ? text.Substring(figure.BoundBefore.Start, 2)
            : Verbs.EndingAt(text, WithoutAtLeast(text, figure.LeftEnd));
        return own.Length == 0 && figure.LeftEnd > 0 && text[figure.LeftEnd - 1] is '、' or '和' or '及' ? before.Verb : own;
    }

    private static string VerbOf(Figure figure, Counted before) =>
        VerbBefore(figure, before) is { Length: > 0 } verb ? verb : Verbs.BeginningOf(SubjectReader.WithoutLead(figure.Clause.Text)) is { Length: > 0 } first ? first : before.Verb;

    private static int WithoutAtLeast(string text, int end)
    {
        while (Array.Find(AtLeasts, word => text.AsSpan(0, end).EndsWith(word)) is { } word)
        {
            end -= word.Length;
        }

        return end;
    }

    private static FoundTarget Make(Figure figure, string name, RowTargets row)
    {
        var quantity = figure.Quantity;
        var bound = figure.Bound is Bound.AtMost or Bound.About or Bound.AboutAtMost ? figure.Bound : Bound.AtLeast;
        return new FoundTarget(Terms.Canonical(name), Comparators.Of(bound, name), quantity.Low, quantity.Unit.Name)
        {
            Scope = ScopeOf(figure, row),
            Strength = Strengths.Of(figure.Clause.Text, bound),
            IsStrict = figure.BoundBefore.IsStrict,
        };
    }

    // 在辖区主要道路完成…: where it is to be done.
    private static IReadOnlyList<string> ScopeOf(Figure figure, RowTargets row)
    {
        var left = figure.Clause.Text[..figure.LeftEnd];
        var at = left.LastIndexOf('在');
        var verb = Verbs.EndingAt(left + figure.Clause.Text[figure.LeftEnd..figure.BoundBefore.Start], left.Length);
        var place = at < 0 ? "" : left[(at + 1)..^verb.Length];
        if (place.Length is < 3 or > 16 || place[^1] is '下' or '中' or '内' or '上' or '前' or '间' or '时')
        {
            return [];
        }

        return ScopeReader.Read(place, row, out var whole, out _) == place.Length ? whole : [place];
    }

    // 重点行业企业开展精细化治理 → 精细化治理企业数, with the programme that the clause before names.
    private static string NameOf(string thing, Figure figure)
    {
        var phrase = UpToNextFigure(thing, figure).Trim('“', '”', ' ');
        foreach (var word in Doing)
        {
            if (phrase.IndexOf(word, StringComparison.Ordinal) is > 1 and var at && at + word.Length < phrase.Length)
            {
                return Programme(figure.Clause) + phrase[(at + word.Length)..] + phrase[..at][Math.Max(0, at - 2)..] + "数";
            }
        }

        return Measured.Name(phrase, figure.Quantity.Unit);
    }

    // 10公里管网改造和3座泵站建设 are two things.
    private static string UpToNextFigure(string thing, Figure figure)
    {
        var next = figure.Clause.Quantities.FirstOrDefault(quantity => quantity.Start > figure.RightStart);
        var from = figure.Clause.Text.Length - thing.Length;
        var phrase = next is not null && next.Start - from > 1 ? thing[..(next.Start - from)].TrimEnd('和', '及', '、', '，') : thing;
        var end = phrase.AsSpan().IndexOfAny('、', '，', '（');
        return end > 1 ? phrase[..end] : phrase;
    }

    private static string Programme(Clause clause)
    {
        foreach (var before in clause.Before)
        {
            var (open, close) = (before.Text.IndexOf('“'), before.Text.IndexOf('”'));
            if (open >= 0 && close > open && before.Text.AsSpan(close + 1) is "制度" or "机制" or "工作" or "行动")
            {
                return before.Text[open..(close + 1)];
            }
        }

        return "";
    }

    /// <summary>The counted thing before in the same clause: its verb, and where its statement ends.</summary>
    private sealed record Counted(string Verb, int End);
}

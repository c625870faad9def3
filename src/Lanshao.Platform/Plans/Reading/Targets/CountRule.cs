using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Things to be done in a number: 完成2.9万辆次以上的柴油车检查, 组织1家企业开展治理, 新建改扩建绿地5万平方米, 抽查3家.</summary>
internal static class CountRule
{
    private static readonly UnitKind[] Countable = [UnitKind.Count, UnitKind.Area, UnitKind.Mass, UnitKind.Length, UnitKind.Volume, UnitKind.Energy, UnitKind.Money];
    private static readonly string[] AtLeasts = ["至少", "不少于", "不低于", "力争", "再", "累计", "共"];
    private static readonly string[] Past = ["已", "目前", "现有", "共有", "截至"];
    private static readonly string[] Doing = ["开展", "实施", "完成", "进行", "推进", "建设"];
    private static readonly string[] Vague = ["任务", "工作", "工程", "项目建设"];

    public static void Read(Clause clause, RowTargets row)
    {
        foreach (var quantity in clause.Quantities)
        {
            if (row.IsUsed(quantity) || !Countable.Contains(quantity.Unit.Kind) || IsManner(clause.Text, quantity))
            {
                continue;
            }

            var figure = new Figure(clause, quantity);
            if ((ReadBeforeThing(figure, row) ?? ReadBehindThing(figure, row)) is { } draft)
            {
                row.Use(quantity);
                row.Add(clause, draft);
            }
        }
    }

    // 一个机制, 一批项目 count nothing; 等七类 sums up a list.
    private static bool IsManner(string text, Quantity quantity)
    {
        var before = quantity.Start == 0 ? '\0' : text[quantity.Start - 1];
        return before == '等' || (text[quantity.Start] == '一' && !quantity.Unit.Name.EndsWith('次'));
    }

    private static FoundTarget? ReadBeforeThing(Figure figure, RowTargets row)
    {
        var text = figure.Clause.Text;
        var thing = figure.Right.TrimStart('的', ' ');
        var end = WithoutAtLeast(text, figure.LeftEnd);
        if (thing.Length < 2 || figure.EndsStatement || figure.BoundAfter.Bound == Bound.AtMost)
        {
            return null;
        }

        var verb = figure.BoundBefore.Bound == Bound.ByNature ? text.Substring(figure.BoundBefore.Start, figure.BoundBefore.Length) : Verbs.EndingAt(text, end);
        if (verb.Length == 0 || Array.Exists(Past, text[..end].Contains))
        {
            return null;
        }

        return Make(figure, NameOf(thing, figure), row);
    }

    private static FoundTarget? ReadBehindThing(Figure figure, RowTargets row)
    {
        var text = figure.Clause.Text;
        var joint = text.AsSpan(0, figure.LeftEnd).LastIndexOfAny('、', '且', '并') is > 0 and var at && Verbs.BeginningOf(text[(at + 1)..]).Length > 0 ? at + 1 : 0;
        var subject = SubjectReader.Read(text[joint..WithoutAtLeast(text, figure.LeftEnd)], row);
        var name = subject.Indicators.Count == 1 ? subject.Indicators[0] : "";
        var hasVerb = Verbs.BeginningOf(name).Length > 0 || Terms.ActionOf(name).Length > 0 || Verbs.EndingAt(name, name.Length).Length > 0;
        if (!figure.EndsStatement || name.Length < 3 || !hasVerb || Array.Exists(Past, text.StartsWith))
        {
            return null;
        }

        return Make(figure, WithMeasure(name, figure.Quantity.Unit), row) with { Scope = subject.Scope };
    }

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
        var end = thing.AsSpan().IndexOfAny('、', '，', '（');
        var phrase = (end > 1 ? thing[..end] : thing).Trim('“', '”', ' ');
        foreach (var word in Doing)
        {
            if (phrase.IndexOf(word, StringComparison.Ordinal) is > 1 and var at && at + word.Length < phrase.Length)
            {
                return Programme(figure.Clause) + phrase[(at + word.Length)..] + phrase[..at][Math.Max(0, at - 2)..] + "数";
            }
        }

        return WithMeasure(phrase, figure.Quantity.Unit);
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

    private static string WithMeasure(string phrase, MeasurementUnit unit)
    {
        var name = Array.Find(Vague, phrase.EndsWith) is { } vague && phrase.Length > vague.Length + 1 ? phrase[..^vague.Length] : phrase;
        var measure = unit.Kind switch
        {
            UnitKind.Area => "面积",
            UnitKind.Length => "长度",
            UnitKind.Count when unit.Name == "次" || unit.Name.StartsWith("次/", StringComparison.Ordinal) => "次数",
            UnitKind.Count when !unit.Name.EndsWith('次') => "数",
            UnitKind.Money => "金额",
            _ => "量",
        };
        return Terms.MeasureWordOf(name).Length > 0 ? name : name + measure;
    }
}

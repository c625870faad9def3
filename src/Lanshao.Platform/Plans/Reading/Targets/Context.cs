using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Completes what a clause leaves to the sentence before it: the indicator of listed places, the thing that a rate is of.</summary>
internal static class Context
{
    private const int LongestThing = 30;
    private static readonly string[] Changes = ["同比降幅", "同比增幅", "降幅", "增幅"];

    /// <summary>Tells whether an indicator needs the sentence to say of what it is: 抽检覆盖率, 审核数量.</summary>
    public static bool IsRelative(string indicator)
    {
        var measure = Terms.MeasureWordOf(indicator);
        var rest = indicator[..^measure.Length];
        return measure.Length > 0 && (rest.Length == 0 || Terms.IsAction(rest));
    }

    /// <summary>Completes the subject of a figure.</summary>
    public static Subject Complete(Figure figure, Subject subject, RowTargets row)
    {
        if (subject.Indicators.Count == 0)
        {
            var indicator = LastIndicator(figure, row) ?? OftenDoneBefore(figure, row) ?? CountedBefore(figure);
            return indicator is null ? Subject.None : subject with { Indicators = [indicator] };
        }

        var name = subject.Indicators[0];
        var measure = Terms.MeasureWordOf(name);
        var action = name[..^measure.Length];
        foreach (var clause in figure.Clause.Before)
        {
            if (ObjectPhrase.Read(clause.Text) is { } phrase)
            {
                return Of(phrase, action, measure, subject);
            }

            if (ObjectPhrase.ReadBefore(clause.Text, action) is { } before)
            {
                var share = figure.Filler.Length > 1 ? "比例" : measure;
                return subject with { Indicators = [Terms.Canonical(Enumeration.Shorten(before.Thing) + action + share)] };
            }
        }

        return subject;
    }

    /// <summary>Returns the fuller name of an action that a clause before gives: 人工检查 for 检查.</summary>
    public static string FullerAction(string action, Clause clause)
    {
        foreach (var before in clause.Before)
        {
            if (before.Text.EndsWith(action, StringComparison.Ordinal) && ObjectPhrase.DoneIn(before.Text) is { Length: > 0 } done)
            {
                return done;
            }
        }

        return action;
    }

    /// <summary>Fills an indicator that speaks of 设备 or 项目 with the fuller name before it, and takes what limits it (符合条件的…) as its scope.</summary>
    public static (string Indicator, IReadOnlyList<string> Scope) Expand(string phrase, Clause clause)
    {
        var limit = phrase.IndexOf('的');
        var rest = phrase[(limit + 1)..];
        foreach (var before in clause.Before)
        {
            var head = SharedHead(rest, before.Text);
            var general = Terms.GeneralNounAt(rest[head.Length..]);
            var from = head.Length < 2 ? -1 : before.Text.IndexOf(head, StringComparison.Ordinal);
            var to = from < 0 || general.Length == 0 ? -1 : before.Text.IndexOf(general, from + head.Length, StringComparison.Ordinal);
            if (to > from)
            {
                var full = before.Text[from..(to + general.Length)];
                return (full + rest[(head.Length + general.Length)..], limit > 0 ? [phrase[..(limit + 1)] + head] : []);
            }
        }

        return (phrase, []);
    }

    private static Subject Of(ObjectPhrase phrase, string action, string measure, Subject subject)
    {
        var isRate = measure.EndsWith('率') || measure.EndsWith("比例", StringComparison.Ordinal);
        var owner = phrase.Scope is not null && isRate ? phrase.Scope.Replace("的", "", StringComparison.Ordinal) : "";
        var done = isRate && action.Length > 0 ? action : phrase.Action;
        return subject with
        {
            Indicators = [Terms.Canonical(owner + phrase.Thing + done + measure)],
            Scope = phrase.Scope is null ? subject.Scope : [phrase.Scope],
        };
    }

    /// <summary>Returns what the sentence measured before this clause, without the word of a change: TSP年均浓度 of TSP年均浓度同比降幅.</summary>
    public static IReadOnlyList<string> MeasuredBefore(Clause clause, RowTargets row) =>
        LastBefore(clause, row) is not { } last ? [] : [Array.Find(Changes, last.Indicator.EndsWith) is { } change ? last.Indicator[..^change.Length] : last.Indicator];

    /// <summary>Returns the scope of what the sentence measured before this clause.</summary>
    public static IReadOnlyList<string> ScopeBefore(Clause clause, RowTargets row) => LastBefore(clause, row)?.Scope ?? [];

    private static FoundTarget? LastBefore(Clause clause, RowTargets row) => row.Found.FindLast(found => ReferenceEquals(found.Clause.Sentence, clause.Sentence))?.Target;

    private static string? LastIndicator(Figure figure, RowTargets row)
    {
        var sentence = figure.Clause.Sentence;
        if (sentence.Announced is not null)
        {
            return sentence.Announced;
        }

        var last = row.Found.FindLast(found => ReferenceEquals(found.Clause.Sentence, sentence));
        return last?.Target is { } target && target.Unit == figure.Quantity.Unit.Name ? target.Indicator : null;
    }

    // 每半年开展一次演练，全年至少2次: how often, then how many in all.
    private static string? OftenDoneBefore(Figure figure, RowTargets row) =>
        figure.Quantity.Unit.Name == "次" && LastBefore(figure.Clause, row) is { Indicator: var often } && often.EndsWith("频次", StringComparison.Ordinal) ? often[..^2] + "次数" : null;

    // 举办低碳宣传活动，全年不少于12场: the clause before says what is counted.
    private static string? CountedBefore(Figure figure)
    {
        var before = figure.Clause.Before.FirstOrDefault();
        var isCounted = figure.Quantity.Unit.Kind == UnitKind.Count && before is { Quantities.Count: 0, Text.Length: <= LongestThing };
        var done = isCounted ? ObjectPhrase.DoneIn(before!.Text) : "";
        return done.Length > 1 ? done : null;
    }

    private static string SharedHead(string phrase, string text)
    {
        var length = 0;
        while (length < phrase.Length && text.Contains(phrase[..(length + 1)], StringComparison.Ordinal))
        {
            length++;
        }

        return phrase[..length];
    }
}

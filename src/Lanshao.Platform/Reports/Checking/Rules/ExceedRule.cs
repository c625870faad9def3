using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>浓度1.30毫克/升，超过标准限值（1.0毫克/升）0.30倍: by how many times a limit is exceeded.</summary>
internal static class ExceedRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            foreach (var times in sentence.Figures.Where(figure => figure is { IsPlain: true, Unit.Kind: UnitKind.Multiple, UnitText: "倍" }))
            {
                CheckTimes(sentence, times, log);
            }
        }
    }

    private static void CheckTimes(Sentence sentence, Figure times, CheckLog log)
    {
        if (ReadBehind(sentence, times) is var (own, behind))
        {
            Compare(sentence, times, own, behind, log);
            return;
        }

        var before = sentence.Figures.Where(figure => figure.End <= times.Start && figure is { IsOrdinal: false, Value: > 0m } && figure.Unit is { Kind: UnitKind.Concentration or UnitKind.Load }).ToList();
        var limit = before.FindLast(figure => Headings.Has(sentence.Before(figure.Start, 8), "标准", "限值", "目标"));
        var value = limit is null ? null : before.FindLast(figure => figure != limit && figure.Unit!.Name == limit.Unit!.Name);
        if (limit is null || value is null || before.Count != 2 || !sentence.Text[value.End..times.Start].Contains('超', StringComparison.Ordinal) || value.Value <= limit.Value)
        {
            return;
        }

        Compare(sentence, times, value, limit, log);
    }

    // 超标0.3倍（标准0.10毫克/升，实测0.13毫克/升）.
    private static (Figure Value, Figure Limit)? ReadBehind(Sentence sentence, Figure times)
    {
        var close = sentence.Text.AsSpan(times.End) is ['（' or '(', ..] ? sentence.Text.AsSpan(times.End).IndexOfAny('）', ')') : -1;
        var inside = close < 0 || !sentence.Before(times.Start, 6).Contains('超', StringComparison.Ordinal) ? [] : sentence.Figures.Where(figure => figure.Start > times.End && figure.End <= times.End + close && figure is { IsOrdinal: false, Value: > 0m }).ToList();
        var limit = inside.Count == 2 ? inside.Find(figure => Headings.Has(sentence.LabelOf(figure), "标准", "限值", "目标")) : null;
        return limit is null || inside.Find(figure => figure != limit) is not { } value || value.Value <= limit.Value || !value.SameUnit(limit) ? null : (value, limit);
    }

    private static void Compare(Sentence sentence, Figure times, Figure value, Figure limit, CheckLog log)
    {
        var computed = NumberInterval.Change(value.Rounded, NumberInterval.Of(limit.Value))!.Value.Times(0.01m);
        if (computed.Overlaps(times.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(value), sentence.Quote(limit)], sentence.Text[times.Start..times.End], Numbers.Like(times, (value.Value - limit.Value) / limit.Value) + "倍",
            ("working", $"（{Numbers.Plain(value.Value)}－{Numbers.Plain(limit.Value)}）÷{Numbers.Plain(limit.Value)}"));
    }
}

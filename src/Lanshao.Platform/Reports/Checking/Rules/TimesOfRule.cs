using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>件均13.41万元，是四大队（5.60万元）的2.4倍; 5月224件，2月101件，前者是后者的2.2倍: how many times, where the words say of what.</summary>
internal static class TimesOfRule
{
    private const int LongestLead = 14;
    private static readonly string[] Leads = ["是", "为", "达到", "相当于", "约为"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 2 && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var times in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit.Kind: UnitKind.Multiple, Value: > 0m }))
            {
                if (sentence.ClauseBefore(times.Start) is "前者是后者的" or "前者为后者的")
                {
                    CheckLast(sentence, times, log);
                }
                else if (BaseOf(sentence, times) is { } basis)
                {
                    Decide(sentence, times, basis, ValuesBefore(sentence, basis.Start - sentence.ClauseBefore(basis.Start).Length, basis), log);
                }
            }
        }
    }

    // 是四大队（5.60万元）的: the base stands in the clause, right before the number of times.
    private static Figure? BaseOf(Sentence sentence, Figure times)
    {
        var basis = sentence.Figures.LastOrDefault(figure => figure.End <= times.Start);
        var clause = basis is null ? "" : sentence.ClauseBefore(basis.Start);
        return basis is { IsPlain: true, IsOrdinal: false, Unit: not null, Value: > 0m } && !basis.IsShare() && sentence.Text[basis.End..times.Start] is "）的" or ")的" or "的" && clause.Length <= LongestLead && Array.Exists(Leads, clause.StartsWith)
            && !Headings.Has(clause, "目标", "任务", "标准", "限值") ? basis : null;
    }

    private static void CheckLast(Sentence sentence, Figure times, CheckLog log)
    {
        var values = ValuesBefore(sentence, times.Start, null);
        if (values is [.., var one, var other] && one.Unit?.Name == other.Unit?.Name && other.Value > 0m)
        {
            Decide(sentence, times, other, [one], log);
        }
    }

    private static List<Figure> ValuesBefore(Sentence sentence, int at, Figure? like) =>
        [.. sentence.Figures.Where(figure => figure.End <= at && figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && (like is null ? figure.Unit.Kind is not (UnitKind.Ratio or UnitKind.Points or UnitKind.Multiple) : figure.Unit.Name == like.Unit!.Name) && Directions.Before(sentence.Text, figure.Start) == 0)];

    private static void Decide(Sentence sentence, Figure times, Figure basis, List<Figure> values, CheckLog log)
    {
        if (values.Count == 0)
        {
            return;
        }

        if (values.Exists(value => NumberInterval.Around(times.Value, times.Step).Times(basis.Value) is var product && (product.Overlaps(value.Rounded) || product.Overlaps(value.Rounded.Minus(basis.Rounded)))) || values.Exists(value => value.Rounded.PercentOf(basis.Rounded) is { } share && share.Overlaps(NumberInterval.Around(times.Value * 100m, times.Step * 100m))))
        {
            log.Agree();
            return;
        }

        var nearest = values[^1];
        log.Add("DOC-030", CheckKind.Ratio, Severity.Warning, sentence.Spot, [sentence.Quote(nearest), sentence.Quote(basis)], sentence.Quote(times).Text, Numbers.Like(times, nearest.Value / basis.Value) + times.UnitText, ("working", $"{Numbers.Plain(nearest.Value)}÷{Numbers.Plain(basis.Value)}"));
    }
}

using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>目标34，前182天38.0，后184天控制在32以内: whether the mean of both stays within the target.</summary>
internal static class BudgetRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count >= 5 && sentence.Text.Contains("控制在", StringComparison.Ordinal)))
        {
            CheckSentence(sentence, log);
        }
    }

    private static void CheckSentence(Sentence sentence, CheckLog log)
    {
        var target = sentence.Figures.FirstOrDefault(figure => Headings.Has(sentence.Before(figure.Start, 6), "目标"));
        var days = sentence.Figures.Where(figure => figure.Unit is { Name: "天" } && Headings.Has(sentence.Before(figure.Start, 3), "前", "后", "剩余", "余下", "剩下")).Take(2).ToList();
        if (target is null || days.Count != 2)
        {
            return;
        }

        var first = sentence.Figures.FirstOrDefault(figure => figure.Start >= days[0].End && figure.End <= days[1].Start && figure.SameUnit(target) && figure != target);
        var second = sentence.Figures.FirstOrDefault(figure => figure.Start >= days[1].End && Headings.Has(sentence.Before(figure.Start, 5), "控制在"));
        if (first is null || second is null)
        {
            log.Unknown();
            return;
        }

        var (n, m) = (days[0].Value, days[1].Value);
        if ((((first.Value - (first.Step / 2m)) * n) + (second.Value * m)) / (n + m) <= target.Rounded.High)
        {
            log.Agree();
            return;
        }

        var year = ((first.Value * n) + (second.Value * m)) / (n + m);
        var line = Rounding.Down(((target.Value * (n + m)) - (first.Value * n)) / m, 1);
        log.Add("DOC-041", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(target.Start, target.End), sentence.Quote(first.Start, first.End)], Numbers.Plain(second.Value), Numbers.Plain(line),
            ("year", Numbers.Shown(year, 2)), ("target", Numbers.Plain(target.Value)), ("working", $"（{Numbers.Plain(first.Value)}×{Numbers.Plain(n)}＋{Numbers.Plain(second.Value)}×{Numbers.Plain(m)}）÷{Numbers.Plain(n + m)}"));
    }
}

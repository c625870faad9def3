using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>比二季度的372件增加46件、上升12.4%; 减少540家次（上年同期4400家次），下降12.3%: by how much and by how many percent are of the same base, which the words print.</summary>
internal static class GrowthOfRule
{
    private const int LongestGap = 8;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 2 && !log.IsSuspect(sentence.Spot)))
        {
            for (var i = 1; i < sentence.Figures.Count; i++)
            {
                if (sentence.Figures[i] is { IsPlain: true } percent && percent.IsPercent() && Directions.Before(sentence.Text, percent.Start) is not 0 and var direction)
                {
                    CheckGrowth(sentence, i, direction, log);
                }
            }
        }
    }

    private static void CheckGrowth(Sentence sentence, int at, int direction, CheckLog log)
    {
        var percent = sentence.Figures[at];
        var last = sentence.Figures[at - 1];
        // In brackets behind the change, or before it: 比二季度的372件.
        var isBehind = at > 1 && last.End < percent.Start && sentence.Text[last.End] is '）' or ')' && sentence.Text[(last.End + 1)..percent.Start] is { Length: <= LongestGap } gap && gap.StartsWith('，');
        var change = isBehind ? sentence.Figures[at - 2] : last;
        var basis = isBehind ? last : at > 1 ? sentence.Figures[at - 2] : null;
        if (basis is not { IsPlain: true, IsOrdinal: false, Value: > 0m, Unit: not null } || basis.Unit.Name != change.Unit?.Name || basis.IsShare() || change is not { IsPlain: true, IsOrdinal: false } || Directions.Before(sentence.Text, change.Start) != direction || Directions.Before(sentence.Text, basis.Start) != 0
            || !(isBehind ? IsBaseBehind(sentence.Text, change, basis) : IsBaseBefore(sentence, basis, change, percent)))
        {
            return;
        }

        if (change.Rounded.PercentOf(basis.Rounded) is not { } growth || growth.Overlaps(percent.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Warning, sentence.Spot, [sentence.Quote(change), sentence.Quote(basis)], sentence.Quote(percent).Text, Numbers.Like(percent, change.Value * 100m / basis.Value) + "%", ("working", $"{Numbers.Plain(change.Value)}÷{Numbers.Plain(basis.Value)}"));
    }

    // 减少540家次（上年同期4400家次）.
    private static bool IsBaseBehind(string text, Figure change, Figure basis) =>
        text[change.End] is '（' or '(' && text[(change.End + 1)..basis.Start] is var words && words.AsSpan().IndexOfAny('，', '、') < 0 && (Headings.IsBefore(words) || PeriodWords.YearIn(words) is not null);

    // 比8月的147件增加12件，上升8.2%.
    private static bool IsBaseBefore(Sentence sentence, Figure basis, Figure change, Figure percent) =>
        sentence.Text[basis.End..change.Start].TrimStart('）', ')') is { Length: <= 3 } && sentence.ClauseBefore(basis.Start).AsSpan().IndexOfAny('比', '较') >= 0
        && sentence.Text[change.End..percent.Start] is { Length: <= LongestGap } gap && gap[0] is '，' or '、';
}

using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>重点工程42项。已完工15项、在建22项、未开工5项: kinds that leave nothing out make one of the numbers that the paragraph has before them, also without 其中.</summary>
internal static class FamilySumRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 1 && !log.IsSuspect(sentence.Spot)))
        {
            for (var from = 0; from < sentence.Text.Length; from = sentence.ClauseEnd(from) + 1)
            {
                var parts = PartList.Read(sentence, from);
                if (parts.Count > 1 && parts[0].Label.Length > 1 && parts.All(part => part.Figure.IsCounted) && PartFamilies.HaveAll([.. parts.Select(part => part.Label)]))
                {
                    CheckParts(sentence, from, parts, log);
                    break;
                }
            }
        }
    }

    private static void CheckParts(Sentence sentence, int from, IReadOnlyList<ListedPart> parts, CheckLog log)
    {
        var sum = parts.Sum(part => part.Figure.Value);
        var all = sentence.Passage.Sentences.SelectMany(other => other.Figures.Where(figure => figure.Unit?.Name == parts[0].Figure.Unit!.Name && !parts.Any(part => part.Figure == figure)).Select(figure => (Owner: other, Figure: figure))).ToList();
        // The whole stands before, plain and by itself: no goal, no change, no number of another year.
        var wholes = all.FindAll(whole => whole.Figure is { IsCounted: true, IsPlain: true, IsOrdinal: false } && (whole.Owner.Start < sentence.Start || (whole.Owner == sentence && whole.Figure.End <= from)) && whole.Figure.Value > parts.Max(part => part.Figure.Value)
            && !whole.Owner.HasRatesOf(whole.Figure) && Directions.Before(whole.Owner.Text, whole.Figure.Start) == 0 && !Headings.IsBefore(whole.Owner.ClauseBefore(whole.Figure.Start)) && !Headings.Has(whole.Owner.LabelOf(whole.Figure), "任务", "目标", "计划"));
        if (wholes.Count == 0 || all.Exists(whole => whole.Figure.Interval.Contains(sum)))
        {
            log.Agree(wholes.Count > 0 ? 1 : 0);
            return;
        }

        // Only what comes near to the parts can be their whole.
        var near = wholes.MinBy(whole => Math.Abs(whole.Figure.Value - sum));
        if (Math.Abs(near.Figure.Value - sum) * 2m < sum)
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [near.Owner.Spot], near.Owner.Quote(near.Figure).Text, Numbers.Plain(sum) + near.Figure.UnitText, ("working", string.Join("＋", parts.Select(part => Numbers.Plain(part.Figure.Value)))));
        }
    }
}

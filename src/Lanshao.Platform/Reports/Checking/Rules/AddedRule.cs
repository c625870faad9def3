using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>新增垃圾桶620个，由年初的1080个增加到1700个: what is added is the way from one to the other.</summary>
internal static class AddedRule
{
    private const int LongestLead = 12;
    private const int LongestGap = 16;
    private static readonly string[] Added = ["新增", "净增", "增加", "新建"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Figures.Count > 2))
        {
            for (var i = 0; i + 2 < sentence.Figures.Count; i++)
            {
                var (added, from, to) = (sentence.Figures[i], sentence.Figures[i + 1], sentence.Figures[i + 2]);
                if (added is { IsPlain: true, IsOrdinal: false, Unit: not null } && !added.IsPercent() && added.Unit.Name == from.Unit?.Name && from.Unit.Name == to.Unit?.Name && IsAdded(sentence, added) && Rises(sentence.Text[added.End..from.Start], sentence.Text[from.End..to.Start]))
                {
                    Decide(sentence, added, from, to, log);
                }
            }
        }
    }

    private static bool IsAdded(Sentence sentence, Figure figure) => sentence.LabelOf(figure) is var label && Array.Exists(Added, label[Math.Max(0, label.Length - LongestLead)..].Contains);

    private static bool Rises(string before, string between) =>
        before.Length <= LongestGap && Headings.Has(before, "，由", "，从") && between.Length <= LongestGap && Headings.Has(between, "增加到", "增至", "增加至", "达到", "增长到", "扩大到");

    private static void Decide(Sentence sentence, Figure added, Figure from, Figure to, CheckLog log)
    {
        if (to.Rounded.Minus(from.Rounded).Overlaps(added.Rounded))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(from), sentence.Quote(to)], sentence.Quote(added).Text, Numbers.Like(added, to.Value - from.Value) + added.UnitText, ("working", $"{Numbers.Plain(to.Value)}－{Numbers.Plain(from.Value)}"));
    }
}

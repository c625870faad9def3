using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Numbers of headings and annexes: 一、二、四 lacks one; （1） right under 一、 or （一） lacks a level, which is said once. 1. right under 一、 is usual.</summary>
internal static class HeadingRule
{
    private const int Deepest = 4;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        CheckAnnexes(document.Annexes, log);
        foreach (var marks in document.AnnexMarks.GroupBy(mark => mark.Title))
        {
            CheckAnnexes([.. marks], log);
        }

        var last = new int[5];
        string? annex = null;
        var skipped = false;
        foreach (var passage in document.Passages.Where(passage => passage.Table is null))
        {
            if (passage.Annex != annex)
            {
                (annex, last) = (passage.Annex, new int[5]);
            }

            var level = Outline.LevelOf(passage.Text, out var number, out _);
            if (level == 0 || !ChineseNumber.TryReadAt(number.Trim('（', '）'), 0, out var read))
            {
                continue;
            }

            if (!skipped && level == Deepest && last[Deepest - 1] == 0 && last[1] + last[2] > 0)
            {
                skipped = true;
                Note(passage, number, last[2] > 0 ? "1." : "（一）", log);
            }

            Follow(passage, level, (int)read.Value, number, last, log);
        }
    }

    // The list of annexes counts on from 1, and so do the marks above them; each is said once.
    private static void CheckAnnexes(IReadOnlyList<AnnexEntry> entries, CheckLog log)
    {
        var at = Enumerable.Range(1, Math.Max(0, entries.Count - 1)).FirstOrDefault(i => entries[i].Number != entries[i - 1].Number + 1 && !entries[i].Spot.Text.Contains('续', StringComparison.Ordinal));
        if (at == 0)
        {
            log.Agree();
            return;
        }

        // 2, 2, 3: the first is the wrong one.
        var wrong = at == 1 && entries[1].Number == 2 ? 0 : at;
        log.Note("DOC-026", CheckKind.Form, entries[wrong].Spot, [], Numbers.Count(entries[wrong].Number), Numbers.Count(wrong == 0 ? 1 : entries[wrong - 1].Number + 1));
    }

    private static void Follow(Passage passage, int level, int number, string printed, int[] last, CheckLog log)
    {
        if (number == 1 || number == last[level] + 1)
        {
            log.Agree();
        }
        else if (last[level] > 0 && number is > 0 and < 100)
        {
            Note(passage, printed, "第" + Numbers.Count(last[level] + 1), log);
        }

        last[level] = number;
        Array.Clear(last, level + 1, last.Length - level - 1);
    }

    private static void Note(Passage passage, string printed, string expected, CheckLog log) =>
        log.Note("DOC-026", CheckKind.Form, new Spot(Spot.Cut(passage.Raw.Trim()), passage.Where, passage.Origin), [], printed, expected);
}

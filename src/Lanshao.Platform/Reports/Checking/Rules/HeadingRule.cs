using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Numbers of headings: 一、二、四 lacks one; （1） right under 一、 or （一） lacks a level, which is said once. 1. right under 一、 is usual.</summary>
internal static class HeadingRule
{
    private const int Deepest = 4;

    public static void Check(CheckedDocument document, CheckLog log)
    {
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

using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Numbers of headings: 一、二、四 lacks one.</summary>
internal static class HeadingRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        var last = new int[5];
        string? annex = null;
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
            log.Note("DOC-026", CheckKind.Form, new Spot(Spot.Cut(passage.Raw.Trim()), passage.Where, passage.Origin), [], printed, "第" + Numbers.Count(last[level] + 1));
        }

        last[level] = number;
        Array.Clear(last, level + 1, last.Length - level - 1);
    }
}

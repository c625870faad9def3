using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>存在三个方面的问题：一是…；二是…；三是…: as many points as the words before them say.</summary>
internal static class NumberedPointsRule
{
    private const int LongestLead = 24;
    private const string Numerals = "一二三四五六七八九";
    private static readonly string[] Things = ["方面", "问题", "特点", "不足", "短板", "困难", "原因", "任务", "举措", "措施", "重点", "工作"];
    private static readonly char[] Verbs = ['是', '要'];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var passage in document.Passages.Where(passage => passage.Table is null))
        {
            foreach (var verb in Verbs)
            {
                CheckPoints(passage, verb, log);
            }
        }
    }

    private static void CheckPoints(Passage passage, char verb, CheckLog log)
    {
        var at = passage.Text.IndexOf($"一{verb}", StringComparison.Ordinal);
        var points = at < 1 ? 0 : Points(passage.Text, at, verb);
        if (points < 2 || passage.Text[at - 1] is not ('：' or ':' or '，' or '。'))
        {
            return;
        }

        var said = FigureReader.FindAll(passage.Text[..(at - 1)], written: true) is [.., var last] ? last : null;
        var words = said is null ? "" : passage.Text[said.End..(at - 1)];
        if (said is not { IsCounted: true, IsPlain: true, IsOrdinal: false, Value: > 1m and < 10m } || said.UnitText is not ("个" or "项" or "条") || at - said.End > LongestLead || !Array.Exists(Things, words.Contains) || words.Contains('。', StringComparison.Ordinal) || words.Contains('，', StringComparison.Ordinal))
        {
            return;
        }

        if (said.Value == points)
        {
            log.Agree();
            return;
        }

        var sentence = passage.Sentences[0];
        log.Add("DOC-040", CheckKind.Count, Severity.Warning, sentence.Spot, [], passage.Text[said.Start..said.End], Numbers.Count(points), ("names", string.Concat(Numerals.AsSpan(0, points).ToArray().Select(numeral => $"{numeral}{verb}…"))));
    }

    // 一是, 二是, … one after the other, each once.
    private static int Points(string text, int at, char verb)
    {
        var count = 0;
        while (count < Numerals.Length && text.IndexOf($"{Numerals[count]}{verb}", at, StringComparison.Ordinal) is >= 0 and var next)
        {
            (at, count) = (next + 1, count + 1);
        }

        return count;
    }
}

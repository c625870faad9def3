using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>从第六位升至第四位，前进2位: a better place has a smaller number, and the way is as long as the two places are apart.</summary>
internal static class PlaceMoveRule
{
    private const int LongestGap = 6;
    private const int LongestTail = 8;
    private static readonly string[] Better = ["升", "前移", "前进", "提升", "上升", "跃升"];
    private static readonly string[] Worse = ["降", "退", "下滑", "滑落", "跌", "后移"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            for (var at = sentence.Text.IndexOf('第', StringComparison.Ordinal); at > 0; at = sentence.Text.IndexOf('第', at + 1))
            {
                if ((sentence.Text[at - 1] is '从' or '由' || (sentence.Text[at - 1] == '的' && sentence.Before(at, LongestTail).AsSpan().IndexOfAny('从', '由') >= 0)) && ReadPlace(sentence.Text, at, out var end) is { } from && sentence.Text.IndexOf('第', end) is > 0 and var next && next - end <= LongestGap && ReadPlace(sentence.Text, next, out var stop) is { } to)
                {
                    CheckMove(sentence, at, stop, from, to, sentence.Text[end..next], log);
                }
            }
        }
    }

    // 第六位, 第4名; the place behind the word.
    private static int? ReadPlace(string text, int at, out int end)
    {
        var isRead = ChineseNumber.TryReadAt(text, at + 1, out var number);
        end = at + 1 + number.Length;
        if (!isRead || end >= text.Length || text[end] is not ('位' or '名') || number.Value is < 1m or > 9999m)
        {
            return null;
        }

        end++;
        return (int)number.Value;
    }

    private static void CheckMove(Sentence sentence, int at, int stop, int from, int to, string gap, CheckLog log)
    {
        var sign = Headings.Has(gap, Better) ? -1 : Headings.Has(gap, Worse) ? 1 : 0;
        var steps = sentence.Figures.FirstOrDefault(figure => figure.Start >= stop && figure.Start - stop <= LongestTail && figure is { IsPlain: true, IsOrdinal: false, UnitText: "位" or "名" });
        if (sign == 0 || (Math.Sign(to - from) == sign && (steps is null || steps.Value == Math.Abs(to - from))))
        {
            log.Agree(sign == 0 ? 0 : 1);
            return;
        }

        var isTurned = Math.Sign(to - from) != sign;
        log.Add("DOC-030", CheckKind.Rank, Severity.Error, sentence.Spot, [sentence.Quote(at, stop)], isTurned ? sentence.Text[at..stop] : sentence.Quote(steps!).Text, isTurned ? (sign < 0 ? "名次下降" : "名次上升") : $"{Numbers.Count(Math.Abs(to - from))}位",
            ("working", $"第{Numbers.Count(from)}位到第{Numbers.Count(to)}位，"));
    }
}

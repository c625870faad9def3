using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>在全省14个市中列第11位，较上月的第8位后退3位: no place lies behind the last, and the way from the former place is as long as they are apart.</summary>
internal static class PlaceWithinRule
{
    private const int MostBetween = 14;
    private const int LongestFormer = 10;

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences)
        {
            foreach (var place in sentence.Figures.Where(figure => figure is { IsOrdinal: true, IsPlain: true }))
            {
                CheckWithin(sentence, place, log);
                CheckMove(sentence, place, log);
            }
        }
    }

    private static void CheckWithin(Sentence sentence, Figure place, CheckLog log)
    {
        var all = sentence.Figures.LastOrDefault(figure => figure.End <= place.Start && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false });
        var between = all is null ? "" : sentence.Text[all.End..place.Start];
        if (all is null || between.Length > MostBetween || !between.Contains('中', StringComparison.Ordinal) || between.Contains('，', StringComparison.Ordinal))
        {
            return;
        }

        if (place.Value <= all.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Rank, Severity.Error, sentence.Spot, [sentence.Quote(all)], sentence.Quote(place).Text, $"≤{Numbers.Plain(all.Value)}", ("working", $"共{sentence.Quote(all).Text}，"));
    }

    // 列第11位，较上月的第8位后退3位: the former place follows the present one.
    private static void CheckMove(Sentence sentence, Figure former, CheckLog log)
    {
        var now = sentence.Figures.LastOrDefault(figure => figure.End <= former.Start);
        var steps = sentence.Figures.FirstOrDefault(figure => figure.Start >= former.End);
        var words = now is null ? "" : sentence.Text[now.End..former.Start];
        if (now is not { IsOrdinal: true } || steps is not { IsOrdinal: false, IsPlain: true } || words.Length > LongestFormer || !Headings.Has(words, "较", "比") || steps.UnitText is not ("位" or "名" or "个" or ""))
        {
            return;
        }

        var move = sentence.Text[former.End..steps.Start];
        var sign = Headings.Has(move, "后退", "下降", "下滑", "退后") ? 1 : Headings.Has(move, "前进", "上升", "提升", "前移") ? -1 : 0;
        if (sign == 0 || now.Value - former.Value == sign * steps.Value)
        {
            log.Agree(sign == 0 ? 0 : 1);
            return;
        }

        var apart = now.Value - former.Value;
        log.Add("DOC-030", CheckKind.Rank, Severity.Error, sentence.Spot, [sentence.Quote(now), sentence.Quote(former)], move + sentence.Quote(steps).Text, (apart < 0m ? "上升" : "下降") + Numbers.Plain(Math.Abs(apart)) + "位",
            ("working", $"第{Numbers.Plain(former.Value)}位到第{Numbers.Plain(now.Value)}位，"));
    }
}

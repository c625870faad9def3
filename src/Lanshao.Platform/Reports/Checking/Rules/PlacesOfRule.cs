using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>甲社区以97.5分列第一，乙社区、丙社区分列第二、第三: places in words against the column of places of the one table that has these rows.</summary>
internal static class PlacesOfRule
{
    private const int LongestGap = 12;
    private const string Lead = "列第";

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            for (var at = sentence.Text.IndexOf(Lead, StringComparison.Ordinal); at > 0; at = sentence.Text.IndexOf(Lead, at + 1, StringComparison.Ordinal))
            {
                if (PlacesAt(sentence.Text, at + 1) is { Count: > 0 } places)
                {
                    CheckPlaces(document, sentence, at, places, log);
                }
            }
        }
    }

    // 第二、第三位.
    private static List<int> PlacesAt(string text, int at)
    {
        var places = new List<int>();
        while (at + 1 < text.Length && text[at] == '第' && ChineseNumber.TryReadAt(text, at + 1, out var number) && number.Value is >= 1m and < 1000m)
        {
            places.Add((int)number.Value);
            at += 1 + number.Length;
            at += at < text.Length && text[at] is '位' or '名' ? 1 : 0;
            at += at < text.Length && text[at] is '、' or '和' ? 1 : 0;
        }

        return places;
    }

    private static void CheckPlaces(CheckedDocument document, Sentence sentence, int at, List<int> places, CheckLog log)
    {
        var from = at - sentence.ClauseBefore(at).Length;
        var words = sentence.Text[from..at];
        if (Headings.Has(words, "全市", "全省", "全国", "在全", "同比", "个县", "个区", "个城", "倒") || document.Links.FindWith(sentence, at, table => table.Of(ColumnRole.Rank).Count() == 1) is not { } table || table.Of(ColumnRole.Rank).ToList() is not [var rank] || rank.Heading.Contains('倒', StringComparison.Ordinal))
        {
            return;
        }

        from = words is "并" or "均" && from > 1 ? from - 1 - sentence.ClauseBefore(from - 1).Length : from;
        var named = document.Mentions(table, sentence.Text).Where(mention => mention.Start >= from && mention.End <= at).ToList();
        places = places.Count == 1 && named.Count > 1 && sentence.Text[..at].EndsWith('并') && ProseText.CountOfList(sentence.Text[named[0].Start..named[^1].End]) == named.Count ? [.. named.Select(_ => places[0])] : places;
        named = places.Count == 1 ? [.. named.TakeLast(1).Where(mention => mention.Start == from && at - mention.End <= LongestGap)] : named;
        for (var i = 0; i < named.Count && named.Count == places.Count; i++)
        {
            if (named[i].Line.Value(rank) is not { } place || place == places[i])
            {
                continue;
            }

            log.Add("DOC-032", CheckKind.Rank, Severity.Error, sentence.Spot, [named[i].Line.Cell(rank).Spot], $"第{Numbers.Count(places[i])}", $"第{Numbers.Plain(place)}", ("name", named[i].Line.Name), ("table", table.Label), ("heading", rank.Heading));
        }
    }
}

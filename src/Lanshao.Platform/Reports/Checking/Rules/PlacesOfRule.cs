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

        // 依次为甲、乙和丙（并列第三）: of the two before the bracket.
        var open = words.LastIndexOf('（');
        var pair = open < 0 ? null : document.Mentions(table, sentence.Text).Where(mention => mention.Start >= from && mention.End <= from + open).TakeLast(2).ToList();
        from = pair is [var one, var other] && sentence.Text[one.End..other.Start] is "和" or "与" or "、" ? one.Start : open >= 0 ? from + open + 1 : from;
        from = words is "并" or "均" && from > 1 ? from - 1 - sentence.ClauseBefore(from - 1).Length : from;
        var named = document.Mentions(table, sentence.Text).Where(mention => mention.Start >= from && mention.End <= at).ToList();
        places = places.Count == 1 && named.Count > 1 && sentence.Text[..at].EndsWith('并') && ProseText.CountOfList(sentence.Text[named[0].Start..named[^1].End]) == named.Count ? [.. named.Select(_ => places[0])] : places;
        named = places.Count == 1 ? [.. named.TakeLast(1).Where(mention => mention.Start == from && at - mention.End <= LongestGap)] : named;
        if (named.Count == places.Count && IsSoElsewhere(document, table, rank, sentence, named, places))
        {
            log.Agree();
            return;
        }

        for (var i = 0; i < named.Count && named.Count == places.Count; i++)
        {
            if (named[i].Line.Value(rank) is not { } place || place == places[i])
            {
                continue;
            }

            log.Add("DOC-032", CheckKind.Rank, Severity.Error, sentence.Spot, [named[i].Line.Cell(rank).Spot], $"第{Numbers.Count(places[i])}", $"第{Numbers.Plain(place)}", ("name", named[i].Line.Name), ("table", table.Label), ("heading", rank.Heading));
        }
    }

    // Several tables have these rows with places: 并列第四 by PM2.5, of which the paragraph speaks, the fifth by the index.
    private static bool IsSoElsewhere(CheckedDocument document, TableView table, TableColumn rank, Sentence sentence, List<NameMention> named, List<int> places)
    {
        var words = sentence.Passage.Text;
        var said = Indicator.Symbols(Indicator.Normal(words));
        return !IsOf(table, rank) && document.Tables.Where(other => other != table && other.NameColumn is not null).Any(other => other.Of(ColumnRole.Rank).Any(place => IsOf(other, place)
            && named.Count > 0 && named.Zip(places).All(told => other.Data.FirstOrDefault(line => line.Name == told.First.Line.Name)?.Value(place) == told.Second)));

        bool IsOf(TableView other, TableColumn place) => place.Symbols.Overlaps(said) || Indicator.Symbols(Indicator.Normal(other.Title.Text)).Overlaps(said) || other.Columns.Any(column => column.IsValue && column.Core.Length > 2 && !Headings.IsBefore(column.Heading) && words.Contains(column.Core, StringComparison.Ordinal));
    }
}

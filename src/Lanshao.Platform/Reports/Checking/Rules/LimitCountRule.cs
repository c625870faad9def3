using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>How many rows lie beyond a limit, and which: 高于100微克/立方米的街道3个, 超过标准（160微克/立方米）的有5个，分别为甲站、乙站.</summary>
internal static class LimitCountRule
{
    private const decimal FarFromLimit = 3m;
    private const int LongestLead = 16;
    private static readonly string[] Changes = ["降幅", "升幅", "增幅", "涨幅", "改善幅度", "下降幅度", "上升幅度"];
    private static readonly string[] Bases = ["目标", "标准", "平均", "均值", "同期", "平均水平", "限值"];
    private static readonly (string Word, int Side)[] Sides = [("超过", 1), ("高于", 1), ("大于", 1), ("超出", 1), ("不足", -1), ("低于", -1), ("小于", -1), ("少于", -1), ("未达到", -1), ("没有达到", -1)];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 0))
        {
            foreach (var limit in sentence.Figures.Where(figure => figure is { IsOrdinal: false, Unit: not null }))
            {
                if (SideOf(sentence, limit) is not 0 and var side)
                {
                    CheckNames(document, sentence, limit, side, log);
                }
                else if (limit.IsPlain && sentence.Text[..limit.Start] is var words && (words.EndsWith('为') || words.EndsWith("达到", StringComparison.Ordinal)))
                {
                    CheckNames(document, sentence, limit, 0, log);
                }
            }

            for (var i = 0; i + 1 < sentence.Figures.Count; i++)
            {
                var (limit, count) = (sentence.Figures[i], sentence.Figures[i + 1]);
                if (!Headings.Has(sentence.ClauseBefore(limit.Start), Changes) && count is { IsCounted: true, IsPlain: true, IsOrdinal: false } && count.UnitText is "个" or "家" or "处" && SideOf(sentence, limit) is var side && (side != 0 || Reaches(sentence, limit)) && IsGap(sentence.Text[limit.End..count.Start]))
                {
                    CheckCount(document, sentence, limit, side, count, log);
                }
            }
        }
    }

    // 超过35微克/立方米的为甲区和乙市, 比例为100%的有甲县和乙县: exactly these.
    private static void CheckNames(CheckedDocument document, Sentence sentence, Figure limit, int side, CheckLog log)
    {
        var gap = sentence.Text[limit.End..sentence.ClauseEnd(limit.End)];
        var lead = gap.TrimStart('）', ')').StartsWith('的') ? gap.AsSpan().IndexOfAny("为是有：".AsSpan()) : -1;
        var list = lead is > 0 and < 10 ? gap[(lead + 1)..] : "";
        var words = sentence.Text[..limit.Start];
        if (Headings.Has(sentence.ClauseBefore(limit.Start), Changes))
        {
            CheckChanges(document, sentence, limit, side, list, log);
            return;
        }

        if (list.Length == 0 || document.Links.FindWith(sentence, limit.Start, table => ColumnOf(table, words, limit, sentence) is not null) is not { } table || ColumnOf(table, words, limit, sentence) is not { } column)
        {
            return;
        }

        // 不足60%的3项：甲最低: no list of all.
        var mentions = document.Mentions(table, list);
        var named = mentions.Select(mention => mention.Line).Distinct().ToList();
        if (named.Count == 0 || named.Count != ProseText.CountOfList(list) || Headings.Has(list[mentions[^1].End..], "最", "居"))
        {
            return;
        }

        var beyond = table.With(column).Where(line => Math.Sign(table.Scaled(line, column)!.Value - limit.Value) == side).ToList();
        var mayReach = limit.Bound is Bound.AtLeast or Bound.AtMost && !limit.IsStrict;
        if (beyond.TrueForAll(named.Contains) && named.TrueForAll(line => beyond.Contains(line) || (mayReach && table.Scaled(line, column)?.Value == limit.Value)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, named.Concat(beyond).DistinctBy(line => line.Number).Select(line => line.Cell(column).Spot), list.Trim(), $"{Numbers.Count(beyond.Count)}个",
            ("table", table.Label), ("heading", column.Heading), ("names", beyond.Count == 0 ? "无" : string.Join("、", beyond.Take(20).Select(line => line.Name))));
    }

    // 降幅超过9%的有甲区、乙区: the rows whose change goes so far.
    private static void CheckChanges(CheckedDocument document, Sentence sentence, Figure limit, int side, string list, CheckLog log)
    {
        var clause = sentence.ClauseBefore(limit.Start);
        var sign = Headings.Has(clause, "降幅", "改善幅度", "下降幅度") ? -1 : 1;
        if (list.Length == 0 || !limit.IsPercent() || ChangeSeries.Near(document, sentence, limit.Start) is not { Column.Role: ColumnRole.Change } series)
        {
            return;
        }

        var named = document.Mentions(series.Table, list).Select(mention => mention.Line).Distinct().ToList();
        if (named.Count == 0 || named.Count != ProseText.CountOfList(list))
        {
            return;
        }

        var beyond = series.Rows.Where(line => Math.Sign((series.Of(line)!.Value * sign) - limit.Value) == side).ToList();
        var atLimit = series.Rows.Where(line => series.Of(line)!.Value * sign == limit.Value).ToList();
        if (named.TrueForAll(line => beyond.Contains(line) || atLimit.Contains(line)) && beyond.TrueForAll(named.Contains))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, named.Concat(beyond).DistinctBy(line => line.Number).Select(line => line.Cell(series.Column).Spot), list.Trim(), $"{Numbers.Count(beyond.Count)}个",
            ("table", series.Table.Label), ("heading", series.Column.Heading), ("names", beyond.Count == 0 ? "无" : string.Join("、", beyond.Take(20).Select(line => line.Name))));
    }

    // 超过国家二级标准（160…: the word stands in the clause, not far before the limit.
    private static int SideOf(Sentence sentence, Figure limit)
    {
        var lead = sentence.Before(limit.Start, LongestLead);
        lead = lead[(lead.AsSpan().LastIndexOfAny("，；、".AsSpan()) + 1)..];
        var found = Array.FindAll(Sides, side => lead.Contains(side.Word, StringComparison.Ordinal));
        var at = found.Length == 1 ? lead.IndexOf(found[0].Word, StringComparison.Ordinal) : -1;
        // 不超过30 is 30 or less, 90以上 is 90 or more.
        var words = sentence.Behind(limit.End, 3);
        return limit.Unit is null || limit.Hedge != Hedge.None ? 0
            : at >= 0 ? at > 0 && lead[at - 1] == '不' ? -found[0].Side : found[0].Side
            : found.Length == 0 && (words.StartsWith("以上", StringComparison.Ordinal) || words.StartsWith("及以上", StringComparison.Ordinal)) ? 1
            : found.Length == 0 && words.StartsWith("以下", StringComparison.Ordinal) ? -1 : 0;
    }

    // 办结率达到100%的有6个: the value itself.
    private static bool Reaches(Sentence sentence, Figure limit) => limit.IsPercent() && limit.IsPlain && sentence.Text[..limit.Start] is var words && (words.EndsWith('为') || words.EndsWith("达到", StringComparison.Ordinal));

    private static bool IsGap(string gap)
    {
        var words = gap.TrimStart('）', ')');
        words = words.StartsWith("及以上", StringComparison.Ordinal) ? words[3..] : words.StartsWith("以上", StringComparison.Ordinal) || words.StartsWith("以下", StringComparison.Ordinal) ? words[2..] : words;
        return words.StartsWith('的') && words.Length <= 18 && !words.Contains('，', StringComparison.Ordinal);
    }

    private static void CheckCount(CheckedDocument document, Sentence sentence, Figure limit, int side, Figure count, CheckLog log)
    {
        var words = sentence.ClauseBefore(limit.Start);
        if (document.Links.FindWith(sentence, limit.Start, table => ColumnOf(table, words, limit) is not null) is not { } table
            || ColumnOf(table, words, limit) is not { } column)
        {
            return;
        }

        // 完成率超过60%的有2个，最高的是甲渠: the rows of another table are spoken of.
        var mentioned = document.Mentions(table, sentence.Text).Select(mention => mention.Line).Distinct().Count();
        if (document.Tables.Any(other => other != table && other.NameColumn is not null && document.Mentions(other, sentence.Text).Select(mention => mention.Line).Distinct().Count() > mentioned + 1))
        {
            return;
        }

        // 低于目标1.5微克/立方米以上: by how much.
        if (Array.Exists(Bases, words.EndsWith) && words.Length > 2 && table.With(column).All(line => Math.Abs(table.Scaled(line, column)!.Value) > Math.Abs(limit.Value) * FarFromLimit))
        {
            log.Unknown();
            return;
        }

        // 高于35微克/立方米 is no limit of an index around 3.
        if (table.With(column).All(line => Math.Abs(table.Scaled(line, column)!.Value) * FarFromLimit < Math.Abs(limit.Value)))
        {
            return;
        }

        var matching = table.With(column).Where(line => Math.Sign(table.Scaled(line, column)!.Value - limit.Value) == side).ToList();
        var (text, named) = NamedList.Read(document, table, sentence, count.End);
        var atLimit = table.With(column).Count(line => table.Scaled(line, column)?.Value == limit.Value);
        var fits = count.Value == matching.Count || (side == 0 && sentence.Text[limit.Start - 1] == '到' && count.Value == table.With(column).Count(line => table.Scaled(line, column)!.Value >= limit.Value)) || (limit.Bound is Bound.AtLeast or Bound.AtMost && !limit.IsStrict && count.Value == matching.Count + atLimit);
        var namesDiffer = named.Count > 0 && !named.All(line => matching.Contains(line) || table.Scaled(line, column)?.Value == limit.Value);
        if (fits && !namesDiffer)
        {
            log.Agree();
            return;
        }

        // None at all: the limit is one of another column.
        if (matching.Count == 0 && count.Value > 1m)
        {
            log.Unknown();
            return;
        }

        log.Add("DOC-009", CheckKind.Count, Severity.Error, sentence.Spot, (namesDiffer ? named.Concat(matching) : matching).Select(line => line.Cell(column).Spot),
            words.Trim() + sentence.Text[limit.Start..count.End] + (text.Length > 0 ? $"（{text}）" : ""), $"{Numbers.Count(matching.Count)}{count.UnitText}",
            ("table", table.Label), ("heading", column.Heading), ("names", matching.Count == 0 ? "无" : string.Join("、", matching.Take(20).Select(line => line.Name))));
    }

    // The column that the words name; else the only one of the limit's unit.
    private static TableColumn? ColumnOf(TableView table, string words, Figure limit, Sentence? sentence = null)
    {
        var fitting = table.Columns.Where(column => !Headings.IsBefore(column.Heading) && TableLinks.MayMean(column, words)
            && (limit.IsPercent() ? column.Role == ColumnRole.Percent : column.IsValue && ((column.Unit ?? table.Unit) is not { } unit || unit.Kind == limit.Unit!.Kind))).ToList();
        fitting = sentence is null ? fitting : TableLinks.OfPeriod(table, fitting, sentence);
        var named = fitting.FindAll(column => column.Noun.Length > 1 && words.Contains(column.Noun, StringComparison.Ordinal));
        var likeness = fitting.Select(column => Likeness.LongestCommon(column.Core, words).Length).DefaultIfEmpty(0).Max();
        named = named.Count == 0 && likeness > 2 ? fitting.FindAll(column => Likeness.LongestCommon(column.Core, words).Length == likeness) : named;
        return named is [var only] ? only : fitting is [var single] ? single : fitting.FindAll(column => (column.Unit ?? table.Unit)?.Name == limit.Unit!.Name) is [var own] ? own : TableLinks.ValueColumn(table, words) is { } value && fitting.Contains(value) ? value : null;
    }
}

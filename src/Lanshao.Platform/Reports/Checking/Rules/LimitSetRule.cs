using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>高于全市平均水平的有甲县、乙县、丙县三个, 比率在80%及以上的月份有3月、4月共2个月, 降幅在10%以上的4个: the rows beyond a limit, by number and by name. Any column that may be meant may make it right; wrong is what one slip makes right in the column that the words name.</summary>
internal static class LimitSetRule
{
    private const int FewestRows = 4;
    private const int LongestLimit = 14;
    private const int LeastLikeness = 2;
    private static readonly string[] Units = ["个", "家", "处", "条", "个月", "项", "类", "天"];
    private static readonly string[] Bases = ["平均", "均值", "全市", "全县", "全区", "全园"];
    private static readonly (string Word, int Side)[] Over = [("不超过", -1), ("不高于", -1), ("不低于", 1), ("不少于", 1), ("超过", 1), ("高于", 1), ("大于", 1), ("超出", 1), ("多于", 1), ("低于", -1), ("小于", -1), ("少于", -1), ("不足", -1)];
    private static readonly string[] Falls = ["降幅", "下降幅度", "改善幅度"];
    private static readonly string[] Rises = ["升幅", "增幅", "涨幅", "上升幅度"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count >= FewestRows).ToList();
        foreach (var sentence in tables.Count == 0 ? [] : document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 0))
        {
            for (var start = 0; start < sentence.Text.Length; start = sentence.ClauseEnd(start) + 1)
            {
                if (Read(sentence, start) is { } said && !log.IsSuspect(sentence.Spot) && !sentence.IsAimed(start))
                {
                    CheckSaid(document, tables, said, log);
                }
            }
        }
    }

    // One limit and one number in a clause; names beside the number, or behind 即 in the clause that follows.
    private static Said? Read(Sentence sentence, int start)
    {
        var end = sentence.ClauseEnd(start);
        var clause = sentence.Text[start..end];
        var counts = sentence.Figures.Where(figure => figure.Start >= start && figure.End <= end && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false, Value: < 200m } && Array.IndexOf(Units, figure.UnitText) >= 0).ToList();
        // 问题数超过30个的有5个镇: the first is the limit.
        var word = Array.Find(Over, known => clause.Contains(known.Word, StringComparison.Ordinal));
        var at = word.Word is null ? -1 : start + clause.IndexOf(word.Word, StringComparison.Ordinal) + word.Word.Length;
        counts.RemoveAll(figure => at >= 0 && figure.Start >= at && figure.Start - at < 3);
        var limits = sentence.Figures.Where(figure => figure.Start >= start && figure.End <= end && !counts.Contains(figure) && figure is { IsOrdinal: false } && (figure.Unit is not null || figure.Step < 1m) && (at < 0 ? IsBound(sentence, figure) != 0 : figure.Start >= at && figure.Start - at <= LongestLimit)).ToList();
        if (counts.Count > 1 || limits.Count > 1 || sentence.Figures.Count(figure => figure.Start >= start && figure.End <= end) > limits.Count + counts.Count + NamesWithDigits(clause))
        {
            return null;
        }

        var isBase = limits.Count == 0 && at >= 0 && Headings.Has(sentence.Text[at..Math.Min(end, at + LongestLimit)], Bases);
        var side = word.Side != 0 ? word.Side : limits.Count == 0 ? 0 : IsBound(sentence, limits[0]);
        var place = limits.Count > 0 ? limits[0].End : at;
        if (counts.Count == 0 && side != 0 && (limits.Count > 0 || isBase))
        {
            var lead = Array.Find(["的有", "的为", "的是"], known => sentence.Text.IndexOf(known, place, StringComparison.Ordinal) is >= 0 and var from && from < end && from - place <= LongestLimit);
            return lead is null ? null : new Said(sentence, clause, start, end, limits.FirstOrDefault(), side, null, sentence.Text[(sentence.Text.IndexOf(lead, place, StringComparison.Ordinal) + lead.Length)..end]);
        }

        var count = counts.FirstOrDefault();
        if (count is null || side == 0 || (limits.Count == 0 && !isBase) || (count.Start > place ? !sentence.Text[place..count.Start].Contains('的', StringComparison.Ordinal) : at < 0 || Directions.Before(sentence.Text, count.Start) != 0))
        {
            return null;
        }

        var names = count.Start > place ? sentence.Text[place..count.Start] : sentence.Text[start..count.Start];
        var next = end < sentence.Text.Length ? sentence.Text[(end + 1)..sentence.ClauseEnd(end + 1)] : "";
        names = Array.Find(["即", "分别为", "分别是", "为"], lead => next.StartsWith(lead, StringComparison.Ordinal)) is { } found ? next[found.Length..] : names;
        return new Said(sentence, clause, start, end, limits.FirstOrDefault(), side, count, names);
    }

    // The digits of 3月、4月 and of PM2.5 are of names.
    private static int NamesWithDigits(string clause) => clause.Contains('、', StringComparison.Ordinal) ? clause.Count(c => c == '月') : 0;

    private static int IsBound(Sentence sentence, Figure figure) => sentence.Behind(figure.End, 3) is var words && (words.StartsWith("以上", StringComparison.Ordinal) || words.StartsWith("及以上", StringComparison.Ordinal)) ? 1
        : words.StartsWith("以下", StringComparison.Ordinal) || words.StartsWith("及以下", StringComparison.Ordinal) ? -1
        : figure.Bound == Bound.AtLeast ? 1 : figure.Bound == Bound.AtMost ? -1 : 0;

    private static void CheckSaid(CheckedDocument document, List<TableView> tables, Said said, CheckLog log)
    {
        // What is spoken of stands in the sentence, or in one before it.
        var words = said.Sentence.Text[..said.End];
        var context = said.Sentence.Passage.Subject + said.Sentence.Context(said.End);
        var readings = new List<Reading>();
        foreach (var table in tables)
        {
            var mentions = document.Mentions(table, said.Names).Where(mention => mention.Line.Kind == LineKind.Data).ToList();
            var named = mentions.Count > 0 && ProseText.CountOfList(said.Names[mentions[0].Start..mentions[^1].End]) == mentions.Count && mentions.Count > 1 ? mentions.Select(mention => mention.Line).ToList() : [];
            foreach (var column in table.Columns.Where(column => (column.IsValue || column.Role is ColumnRole.Percent or ColumnRole.Change) && TableLinks.MayMean(column, context)))
            {
                if (LimitOf(table, column, said) is not { } limit)
                {
                    continue;
                }

                readings.Add(Reading.Of(table, column, said, limit, named, words, context));
            }
        }

        // Of the columns that the words name best, or nearly so, any may make it right.
        if (!readings.Exists(reading => reading.IsNear))
        {
            return;
        }

        var most = readings.Select(reading => reading.Likeness).DefaultIfEmpty(0).Max();
        if (readings.Exists(reading => reading.Fits && (reading.Likeness >= most - 1 || reading.Likeness > 3 || (reading.Named.Count > 1 && reading.Likeness > 1))))
        {
            log.Agree();
            return;
        }

        if (readings.Where(reading => reading.IsNear && reading.Likeness >= Math.Max(LeastLikeness, most - 1) && (reading.Named.Count > 1 || IsOfRows(document, reading.Table, said))).MaxBy(reading => reading.Likeness) is { } best)
        {
            log.Add("DOC-009", CheckKind.Count, Severity.Error, said.Sentence.Spot, best.Rows.Concat(best.Named).DistinctBy(line => line.Number).Select(line => line.Cell(best.Column).Spot), said.Clause.Trim(), $"{Numbers.Count(best.Rows.Count)}{said.Count?.UnitText ?? "个"}",
                ("table", best.Table.Label), ("heading", best.Column.Heading), ("names", best.Rows.Count == 0 ? "无" : string.Join("、", best.Rows.Take(20).Select(line => line.Name))));
        }
    }

    // The number alone: of the rows of a table that the sentence, or the one before, names or calls by their kind.
    private static bool IsOfRows(CheckedDocument document, TableView table, Said said)
    {
        var kind = table.NameColumn!.Core;
        var noun = said.Sentence.Behind(said.Count!.End, 6);
        return (kind.Length > 0 && noun.Length > 0 && kind[0] == noun[0]) || (kind.Length > 1 && noun.Length > 1 && Checking.Likeness.LongestCommon(kind, noun).Length > 1) || document.Mentions(table, said.Sentence.Context(said.Sentence.Text.Length)).Select(mention => mention.Line).Distinct().Skip(1).Any();
    }

    private static decimal? LimitOf(TableView table, TableColumn column, Said said)
    {
        var rows = table.With(column);
        if (rows.Count < FewestRows)
        {
            return null;
        }

        if (said.Limit is { } limit)
        {
            var unit = column.Unit ?? (column.IsValue ? table.Unit : null);
            var isShare = unit is null ? column.Role is ColumnRole.Percent or ColumnRole.Change : unit.Kind is UnitKind.Ratio or UnitKind.Points;
            var isChange = Headings.Has(said.Clause, Falls) || Headings.Has(said.Clause, Rises);
            var values = rows.Select(line => Math.Abs(table.Scaled(line, column)!.Value)).ToList();
            return limit.IsShare() != isShare || isChange != (column.Role == ColumnRole.Change) || (unit is not null && !isShare && unit.Name != limit.Unit?.Name) || (limit.Unit is null && unit is not null) || values.Min() > limit.Value || values.Max() < limit.Value ? null : limit.Value;
        }

        var total = column.IsIntensive || column.Role == ColumnRole.Percent ? table.Lines.FirstOrDefault(line => line.Kind is LineKind.Summary or LineKind.Total && line.Value(column) is not null) : null;
        return column.Role == ColumnRole.Change ? null : total is not null ? table.Scaled(total, column)!.Value
            // The mean of rates is seldom the rate of all.
            : column.IsIntensive || column.Role == ColumnRole.Percent ? null : said.Clause.Contains("平均", StringComparison.Ordinal) || said.Clause.Contains("均值", StringComparison.Ordinal) ? rows.Average(line => table.Scaled(line, column)!.Value) : null;
    }

    private sealed record Said(Sentence Sentence, string Clause, int Start, int End, Figure? Limit, int Side, Figure? Count, string Names);

    private sealed record Reading(TableView Table, TableColumn Column, List<TableLine> Rows, List<TableLine> AtLimit, List<TableLine> Named, int Count, Lazy<int> Alike)
    {
        public int Likeness => Alike.Value;


        /// <summary>Whether it is so with or without the rows that are at the limit.</summary>
        public bool Fits => IsSo(Rows) || (AtLimit.Count > 0 && IsSo([.. Rows, .. AtLimit]));

        /// <summary>Whether one slip makes it right: a number that is one off, or one name for another that lies not at the limit.</summary>
        public bool IsNear => Named.Count == 0 ? AtLimit.Count == 0 && Count > 0 && Math.Abs(Rows.Count - Count) == 1 && Rows.Count > 0
            : (Rows.Count == Named.Count && (Count == 0 || Count == Named.Count) && !Named.Exists(AtLimit.Contains) && Named.Distinct().Count(Rows.Contains) >= Named.Count - 1) || (Count > 0 && Math.Abs(Rows.Count - Count) == 1 && Named.Count == Rows.Count && Named.TrueForAll(Rows.Contains));

        private bool IsSo(List<TableLine> rows) => (Count == 0 || Count == rows.Count) && (Named.Count == 0 ? Count > 0 : Named.Count == rows.Count && Named.Distinct().Count() == rows.Count && Named.TrueForAll(rows.Contains));

        public static Reading Of(TableView table, TableColumn column, Said said, decimal limit, List<TableLine> named, string words, string context)
        {
            var sign = column.Role != ColumnRole.Change ? 1 : Headings.Has(said.Clause, Falls) ? -1 : 1;
            var values = table.With(column).Select(line => (Line: line, Value: table.Scaled(line, column)!.Value * sign)).ToList();
            var likeness = new Lazy<int>(() => column.Role == ColumnRole.Change ? 3 : Math.Max(Checking.Likeness.LongestCommon(column.Core, words).Length, Checking.Likeness.LongestCommon(column.Core, context).Length));
            return new Reading(table, column, [.. values.Where(known => Math.Sign(known.Value - limit) == said.Side).Select(known => known.Line)], [.. values.Where(known => known.Value == limit).Select(known => known.Line)], named, (int)(said.Count?.Value ?? 0m), likeness);
        }
    }
}

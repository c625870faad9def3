using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>石门县最多，安定县最少: the row at one end, read as kindly as possible. Right is what any column that may be meant makes true; wrong is what none does.</summary>
internal static class EndRule
{
    private const int LongestGap = 24;
    private static readonly (string Word, int Side)[] Words = [("最多", 1), ("最高", 1), ("最大", 1), ("居首", 1), ("列首位", 1), ("最少", -1), ("最低", -1), ("最小", -1)];
    private static readonly string[] Up = ["增幅", "升幅", "涨幅", "增加", "增长", "上升", "提高", "提升", "反弹", "增长幅度", "上升幅度", "提高幅度", "提升幅度"];
    private static readonly string[] Down = ["降幅", "减幅", "减少", "下降", "降低", "改善", "回落", "下降幅度", "降低幅度", "改善幅度"];
    private static readonly string[] Others = ["除", "之一", "并列", "其次", "第二", "前", "后", "历史", "以来", "峰值", "累计最", "小时", "单日", "差距"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).ToList();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && tables.Count > 0 && sentence.Text.Contains('最', StringComparison.Ordinal) | sentence.Text.Contains('首', StringComparison.Ordinal)))
        {
            foreach (var (word, side) in Words)
            {
                for (var at = sentence.Text.IndexOf(word, StringComparison.Ordinal); at >= 0 && !log.IsSuspect(sentence.Spot); at = sentence.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
                {
                    CheckEnd(document, tables, new Said(sentence, at, word, side), log);
                }
            }
        }
    }

    private static void CheckEnd(CheckedDocument document, List<TableView> tables, Said said, CheckLog log)
    {
        if (Headings.Has(said.Clause, Others) || said.Sentence.IsExcepted(said.At) || IsOfOthers(said))
        {
            return;
        }

        var named = tables.Select(table => (Table: table, Rows: Named(document, table, said))).Where(found => found.Rows.Count > 0).ToList();
        // The table that the words name goes before others that have such a row too.
        var linked = document.Links.Find(said.Sentence, said.At);
        named = named.Exists(found => found.Table == linked) ? named.FindAll(found => found.Table == linked) : named;
        var readings = named.SelectMany(found => SeriesOf(found.Table, said).Where(series => found.Rows.TrueForAll(series.Rows.Contains)).Select(series => (Series: series, found.Rows))).ToList();
        readings = OfUnit(said, readings).FindAll(reading => said.Turn != 0 || (said.IsOfRest && !IsShareBehind(said)) || ExtremeFigure.MayBeOf(reading.Series.Table, reading.Series.Column, said.Sentence, said.At + said.Word.Length));
        var headed = readings.FindAll(reading => Likeness.LongestCommon(reading.Series.Column.Core, said.Clause).Length > 1);
        var most = headed.Select(reading => Likeness.LongestCommon(reading.Series.Column.Core, said.Clause).Length).DefaultIfEmpty(0).Max();
        headed = headed.FindAll(reading => Likeness.LongestCommon(reading.Series.Column.Core, said.Clause).Length == most);
        headed = headed.Count > 0 || said.Turn != 0 ? headed : readings.FindAll(reading => reading.Series.Column == LastNamed(readings.Select(other => other.Series.Column), said));
        headed = WithFigure(said, readings) is { Count: > 0 } shown ? shown : headed;
        var meant = headed.Count > 0 ? headed : readings;
        if (meant.Count == 0)
        {
            return;
        }

        if (meant.Exists(reading => IsEnd(reading.Series, reading.Rows, said)))
        {
            log.Agree();
        }
        else if ((headed.Count > 0 || linked is not null || named.Count == 1) && !IsOfItsKind(meant[0].Series, meant[0].Rows, said) && !HasShareElsewhere(document, meant[0].Series.Table, meant[0].Rows, said))
        {
            Add(said, meant[0].Series, meant[0].Rows, log);
        }
    }

    private static bool IsShareBehind(Said said) => said.Sentence.Figures.FirstOrDefault(figure => figure.Start > said.At)?.IsPercent() == true;

    private static bool IsOfItsKind(RowSeries series, List<TableLine> rows, Said said) =>
        said.Turn == 0 && ExtremeFigure.IsOfItsKind(series.Table, rows, series.Rows.Where(line => !rows.Contains(line) && rows.Exists(own => series.Of(line)!.Value.CompareTo(series.Of(own)!.Value) * said.Side > 0)));

    // 东湾区产生量最大，占26.9%: another table in which it is the most has this share.
    private static bool HasShareElsewhere(CheckedDocument document, TableView table, List<TableLine> rows, Said said)
    {
        var share = said.Sentence.Figures.FirstOrDefault(figure => figure.Start > said.At);
        if (share?.IsPercent() != true || !said.Sentence.Text[said.At..share.Start].Contains('占', StringComparison.Ordinal))
        {
            return false;
        }

        return document.Tables.Where(other => other != table && other.NameColumn is not null && other.Data.Count > 2).Any(other => rows.ConvertAll(line => other.Data.FirstOrDefault(own => own.Name == line.Name)).OfType<TableLine>().ToList() is var own && own.Count == rows.Count
            && RowSeries.Values(other).Any(series => own.TrueForAll(series.Rows.Contains) && IsEnd(series, own, said) && own.TrueForAll(line => NumberInterval.Of(series.Of(line)!.Value).PercentOf(document.ValuesOf(other).Whole(series.Column)) is { } part && part.Overlaps(share.Rounded))));
    }

    // 其余四个镇中，云川镇最高: some rows are left out, before or in the clause.
    private static bool IsOfOthers(Said said) => Headings.Has(said.Sentence.Text[..said.At], "其余", "其他", "其它");

    // 最低的是东门，为6.3%: a share is the end of a column of shares. 最多的4个区均为6天: days are none of 个.
    private static List<(RowSeries Series, List<TableLine> Rows)> OfUnit(Said said, List<(RowSeries Series, List<TableLine> Rows)> readings)
    {
        var sentence = said.Sentence;
        var figure = sentence.Figures.FirstOrDefault(figure => figure.Start > said.At);
        if (said.Turn == 0 && figure is { IsPlain: true, IsOrdinal: false, Unit.Kind: not (UnitKind.Ratio or UnitKind.Points or UnitKind.Multiple) } && sentence.Text[figure.Start - 1] is '为' or '达' or '（' or '，' && !(sentence.Behind(figure.End, 1) is [var behind] && ChineseText.IsHan(behind)) && !Headings.Has(sentence.Text[said.At..figure.Start], "占", "比", "较", "差"))
        {
            readings = readings.FindAll(reading => (reading.Series.Column.Unit ?? reading.Series.Table.Unit) is not { } unit || unit.Kind == figure.Unit.Kind);
        }

        var isShare = said.Turn == 0 && figure is not null && figure.IsShare() && !sentence.Text[said.At..figure.Start].Contains('占', StringComparison.Ordinal);
        return isShare ? readings.FindAll(reading => reading.Series.Column.Role == ColumnRole.Percent) : readings;
    }

    // 单月立案最多的是6月，为21件，最少的是2月: the column that was named last goes on.
    private static TableColumn? LastNamed(IEnumerable<TableColumn> columns, Said said)
    {
        var run = said.Sentence.Passage.Runs().First(found => found.Contains(said.Sentence));
        var lead = string.Concat(run.Where(other => other.Start < said.Sentence.Start).Select(other => other.Text)) + said.Sentence.Text[..said.At];
        return columns.Where(column => column.Noun.Length > 1).Distinct().Select(column => (Column: column, At: lead.LastIndexOf(column.Noun, StringComparison.Ordinal))).Where(known => known.At >= 0).OrderByDescending(known => known.At + known.Column.Noun.Length).Select(known => known.Column).FirstOrDefault();
    }

    // 甲市最多，为30天: of several columns the one that has the 30 in the row.
    private static List<(RowSeries Series, List<TableLine> Rows)> WithFigure(Said said, List<(RowSeries Series, List<TableLine> Rows)> readings)
    {
        var figure = said.Sentence.Figures.FirstOrDefault(figure => figure.Start >= said.At);
        // 起均罚款最高的是甲，两起共罚17.0万元; 甲最低，180台任务只完成88台: what goes on behind the figure says what it is of.
        return said.Turn != 0 || figure is not { IsPlain: true, Unit: not null } || (said.Sentence.Behind(figure.End, 1) is [var behind] && ChineseText.IsHan(behind)) || figure.Start - said.At > LongestGap || said.Sentence.Text[said.At..figure.Start].Contains('占', StringComparison.Ordinal) ? []
            : readings.FindAll(reading => reading.Rows.TrueForAll(line => reading.Series.Table.Scaled(line, reading.Series.Column) is { } printed && figure.Agrees(printed) && ((reading.Series.Column.Unit ?? reading.Series.Table.Unit) is not { } unit || unit.Name == figure.Unit.Name)));
    }

    private static IEnumerable<RowSeries> SeriesOf(TableView table, Said said) =>
        said.Turn != 0 ? RowSeries.Changes(table)
            : said.IsOfRest ? RowSeries.Rests(table)
            : RowSeries.Values(table);

    private static bool IsEnd(RowSeries series, List<TableLine> rows, Said said)
    {
        var others = series.Rows.Where(line => !rows.Contains(line) && IsAlike(line, rows[0])).ToList();
        if (said.Turn != 0)
        {
            // 降幅最小: of those that went down the one that did least.
            others = others.FindAll(line => Math.Sign(series.Of(line)!.Value) == said.Turn);
            return rows.TrueForAll(line => Math.Sign(series.Of(line)!.Value) == said.Turn && others.TrueForAll(other => Math.Abs(series.Of(line)!.Value).CompareTo(Math.Abs(series.Of(other)!.Value)) * said.Side >= 0));
        }

        return rows.TrueForAll(line => others.TrueForAll(other => series.Of(line)!.Value.CompareTo(series.Of(other)!.Value) * said.Side >= 0));
    }

    // 最多的是甲县, 甲县最多, 甲县受理量最多: the names behind, or before with nothing but the column between.
    private static List<TableLine> Named(CheckedDocument document, TableView table, Said said)
    {
        var (sentence, at, end) = (said.Sentence, said.At, said.At + said.Word.Length);
        var mentions = document.Mentions(table, sentence.Text);
        var lead = sentence.Behind(end, 5);
        var first = mentions.FirstOrDefault(mention => mention.Start >= end && mention.Start - end <= 5 && mention.End <= sentence.ClauseEnd(end));
        if (first is not null && lead.AsSpan().IndexOfAny("的为是".AsSpan()) == 0)
        {
            var gapBehind = sentence.Text[end..first.Start].Replace("月份", "", StringComparison.Ordinal);
            return PlainWords.Rest(gapBehind, table) == 0 && !gapBehind.Contains('，', StringComparison.Ordinal) ? Joined(sentence, mentions, first, sentence.ClauseEnd(end)) : [];
        }

        var clause = at - sentence.ClauseBefore(at).Length;
        var before = mentions.Where(mention => mention.Start >= clause && mention.End <= at).ToList();
        var isOwn = before.Count > 0 && at - before[^1].End <= LongestGap && sentence.Text[before[^1].End..at] is var gap && !gap.Contains('、', StringComparison.Ordinal) && FigureReader.FindAll(gap).Count == 0 && PlainWords.Rest(gap, table) == 0;
        return !isOwn || sentence.Behind(end, 1) == "的" ? [] : Joined(sentence, mentions, before[0], at);
    }

    private static List<TableLine> Joined(Sentence sentence, IReadOnlyList<NameMention> mentions, NameMention first, int stop)
    {
        var named = new List<NameMention> { first };
        foreach (var mention in mentions.Where(mention => mention.Start >= first.End && mention.End <= stop))
        {
            if (sentence.Text[named[^1].End..mention.Start] is not ("、" or "和" or "与" or "及"))
            {
                return [];
            }

            named.Add(mention);
        }

        return named.Exists(mention => mention.Line.Kind != LineKind.Data) ? [] : [.. named.Select(mention => mention.Line).Distinct()];
    }

    private static void Add(Said said, RowSeries series, List<TableLine> rows, CheckLog log)
    {
        var ordered = said.Turn != 0 ? series.Rows.Where(line => Math.Sign(series.Of(line)!.Value) == said.Turn).OrderByDescending(line => Math.Abs(series.Of(line)!.Value) * said.Side) : series.Rows.OrderByDescending(line => series.Of(line)!.Value * said.Side);
        var first = ordered.Where(line => IsAlike(line, rows[0])).Take(rows.Count).ToList();
        if (first.Count == 0)
        {
            return;
        }

        log.Add("DOC-033", CheckKind.Order, Severity.Error, said.Sentence.Spot, first.Concat(rows).Select(line => line.Cell(series.Column).Spot), $"{string.Join("、", rows.Select(line => line.Name))}{said.Word}",
            string.Join("、", first.Select(line => line.Name + line.Cell(series.Column).Text)), ("table", series.Table.Label), ("heading", series.Column.Heading));
    }

    // A month is not set beside the quarter that holds it.
    private static bool IsAlike(TableLine one, TableLine other) => one.Name.EndsWith('月') == other.Name.EndsWith('月') && IsQuarter(one) == IsQuarter(other);

    private static bool IsQuarter(TableLine line) => line.Name.EndsWith("季度", StringComparison.Ordinal) && !line.Name.StartsWith('前');

    private sealed record Said(Sentence Sentence, int At, string Word, int Side)
    {
        public string Clause { get; } = Sentence.ClauseBefore(At) + Sentence.Text[At..Sentence.ClauseEnd(At)];

        /// <summary>1 for 增幅最大, −1 for 降幅最小, 0 where no change is spoken of.</summary>
        public int Turn { get; } = Sentence.Text[..At] is var lead && Array.Exists(Up, lead.EndsWith) ? 1 : Array.Exists(Down, lead.EndsWith) ? -1 : 0;

        /// <summary>尚有311户未完成，其中甲镇最多.</summary>
        public bool IsOfRest => Headings.Has(Clause, "未", "剩余") || (Sentence.Text.LastIndexOf("其中", At, StringComparison.Ordinal) is > 0 and var among && Headings.Has(Sentence.ClauseBefore(Math.Max(0, among - 1)), "未", "尚有", "剩余", "仍有"));
    }
}

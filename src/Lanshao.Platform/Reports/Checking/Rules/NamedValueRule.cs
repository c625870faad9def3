using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Values and places of the text beside the names that they belong to: 甲街道39.3微克/立方米, 甲、乙街道分别为39.3、38.8, 最高为甲街道.</summary>
internal static class NamedValueRule
{
    private const int LongestDifference = 8;
    private static readonly string[] Shared = ["均为", "均达", "均达到", "均下降", "均上升", "均提高", "均降低", "均增加", "均减少", "均增长", "均仅为"];
    private static readonly string[] Others = ["某", "计划", "拟", "预计", "力争", "目标", "任务", "限值", "标准", "小时", "日最大", "峰值", "减量", "增量"];
    private static readonly string[] Aims = ["到", "至", "须", "要", "应", "确保", "控制"];
    private static readonly string[] Common = ["个", "处", "件", "起", "项", "条", "家", "户", "座", "宗"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var table in document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2))
            {
                var mentions = document.Mentions(table, sentence.Text);
                if (mentions.Count > 0)
                {
                    CheckSentence(document, sentence, table, mentions, log);
                }
            }
        }
    }

    private static void CheckSentence(CheckedDocument document, Sentence sentence, TableView table, IReadOnlyList<NameMention> mentions, CheckLog log)
    {
        var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal);
        for (var next = at; next > 0; next = sentence.Text.IndexOf("分别", next + 2, StringComparison.Ordinal))
        {
            if (MeantTable.IsMeant(document, sentence, next, table))
            {
                CheckRespectively(sentence, table, mentions, next, log);
            }
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            var next = i + 1 < mentions.Count ? mentions[i + 1].Start : sentence.Text.Length;
            if (MeantTable.IsMeant(document, sentence, mentions[i].Start, table) && (at < 0 || mentions[i].Start > at))
            {
                CheckOne(document, sentence, table, mentions[i], next, log);
            }
        }

        CheckShared(document, sentence, table, mentions, log);
        NamedExtremes.Check(document, sentence, table, mentions, log);
    }

    // 甲县、乙区优良率最低，均为83.3%; 降幅最大的是甲镇和乙镇，均下降1.2分.
    private static void CheckShared(CheckedDocument document, Sentence sentence, TableView table, IReadOnlyList<NameMention> mentions, CheckLog log)
    {
        foreach (var figure in !sentence.Text.Contains('均', StringComparison.Ordinal) ? [] : sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false }))
        {
            var clause = sentence.ClauseBefore(figure.Start);
            var all = clause.LastIndexOf('均');
            if (all < 0 || Array.IndexOf(Shared, clause[all..]) < 0)
            {
                continue;
            }

            var from = figure.Start - clause.Length;
            from = all > 0 || from == 0 ? from : from - 1 - sentence.ClauseBefore(from - 1).Length;
            var named = mentions.Where(mention => mention.Start >= from && mention.End <= figure.Start).ToList();
            var list = named.Count < 2 ? "" : sentence.Text[named[0].Start..named[^1].End];
            foreach (var mention in list.Length > 0 && ProseText.CountOfList(list) == named.Count && MeantTable.IsMeant(document, sentence, named[0].Start, table) ? named : [])
            {
                Compare(sentence, table, mention.Line, figure, sentence.Text[from..figure.Start], log);
            }
        }
    }

    private static void CheckRespectively(Sentence sentence, TableView table, IReadOnlyList<NameMention> mentions, int at, CheckLog log)
    {
        var (from, to) = sentence.NamesBefore(at);
        var list = sentence.Text[from..at];
        var names = mentions.Where(mention => mention.End <= to && mention.Start >= from).ToList();
        var values = RespectiveValues.Read(sentence, at);
        if (names.Count < values.Count && ElidedRows(table, list, values.Count) is { } elided && values.All(value => value.Figure is not null))
        {
            for (var i = 0; i < elided.Count; i++)
            {
                Compare(sentence, table, elided[i], values[i].Figure! with { Unit = values[i].Figure!.Unit ?? values[^1].Figure!.Unit }, list, log);
            }

            return;
        }

        if (names.Count < 2 || names.Count != values.Count || values.Any(value => value.Figure is null) || IsDifference(sentence.Text, values[0].Figure!.Start))
        {
            return;
        }

        for (var i = 0; i < names.Count; i++)
        {
            Compare(sentence, table, names[i].Line, values[i].Figure! with { Unit = values[i].Figure!.Unit ?? values[^1].Figure!.Unit }, list, log, Directions.Before(sentence.Text, values[0].Figure!.Start) is not 0 and var own ? own : Headings.Has(sentence.ListBefore(at), "降幅") ? -1 : Headings.Has(sentence.ListBefore(at), "增幅", "升幅") ? 1 : 0);
        }
    }

    // 大、中、小型单位: what the last name has behind its first character belongs to all.
    private static List<TableLine>? ElidedRows(TableView table, string list, int count)
    {
        var members = ProseText.Members(list);
        var rows = members.Count != count || members.SkipLast(1).Any(member => member.Length != 1) || members[^1].Length < 3 ? []
            : members.Select(member => table.Data.FirstOrDefault(line => line.Name.Length > 1 && line.Name[0] == member[0] && line.Name[1] == members[^1][1])).OfType<TableLine>().Distinct().ToList();
        return rows.Count == count ? rows : null;
    }

    // The figure behind a name, in its clause, before the next name.
    private static void CheckOne(CheckedDocument document, Sentence sentence, TableView table, NameMention mention, int next, CheckLog log)
    {
        var figure = sentence.Figures.FirstOrDefault(figure => figure.Start >= mention.End && figure.End <= next);
        var pause = figure is null ? -1 : sentence.Text.AsSpan(figure.End).IndexOfAny('、', '，');
        var stop = figure is null ? 0 : Math.Min(next, pause < 0 ? sentence.Text.Length : figure.End + pause);
        // 甲街道、乙街道2个街道: the number counts the names.
        var countsNames = figure is not null && figure.IsCounted && sentence.Behind(figure.End, table.NameColumn!.Core.Length) == table.NameColumn.Core;
        // 甲和乙两类合计13个 is of both.
        var isOfBoth = figure is not null && mention.Start > 0 && sentence.Text[mention.Start - 1] is '和' or '与' or '及' or '、' && Headings.Has(sentence.Text[mention.End..figure!.Start], "合计", "共计");
        // 占全市的27.4% is no value of 全市.
        if (figure is null || countsNames || isOfBoth || IsAside(sentence, mention, figure) || IsDifference(sentence.Text, figure.Start) || IsBase(sentence.Text, mention.Start) || sentence.Figures.Any(other => other != figure && other.Start >= mention.End && other.End <= stop))
        {
            return;
        }

        // 甲县列第5位: so it is in another table of places.
        if (figure.IsOrdinal && document.Tables.Any(other => other != table && other.Data.FirstOrDefault(line => line.Name == mention.Line.Name) is { } same && other.Of(ColumnRole.Rank).Any(rank => same.Value(rank) == figure.Value)))
        {
            log.Unknown();
            return;
        }

        // 甲镇平均浓度最低，为27.4: one comma, and behind it nothing but 为.
        var between = sentence.Text[mention.End..figure.Start];
        var comma = between.IndexOf('，', StringComparison.Ordinal);
        var tail = between[(comma + 1)..].TrimEnd('为', '达', '到', '仅');
        var runsOn = comma < 0 || tail.Length == 0 || table.Columns.Any(column => column.Core == tail) || (tail.Length > 1 && table.Title.Text.Contains(tail, StringComparison.Ordinal));
        if (runsOn && between.Length <= 18 && !Headings.Has(between, "、", "等", "分别", "依次", "较", "占比") && !IsOfOther(table, between))
        {
            Compare(sentence, table, mention.Line, figure, figure.Unit is null && !figure.IsOrdinal ? sentence.Context(figure.Start) : comma >= 0 ? sentence.ClauseBefore(mention.Start) + between : Indicator.Symbols(Indicator.Normal(between)).Count > 0 ? between : sentence.ClauseBefore(figure.Start), log);
        }
    }

    // （不含自校、期间核查）284台次: the name stands in a bracket of its own. 往年贮存的尾矿 is of other years.
    private static bool IsAside(Sentence sentence, NameMention mention, Figure figure) =>
        sentence.Text.AsSpan(mention.End, figure.Start - mention.End).IndexOfAny('（', '）') is >= 0 and var next && sentence.Text[mention.End + next] == '）' || Headings.Has(sentence.ClauseBefore(mention.Start), "往年", "历年", "以往", "历史");

    // 占全市, 高于全市平均水平, 剔除尾矿后: what something is set against or left out.
    private static bool IsBase(string text, int at) => at > 0 && Headings.Has(text[Math.Max(0, at - 2)..at], "剔除", "扣除") || at > 0 && (text[at - 1] is '占' or '比' or '较' || (at > 1 && text[at - 1] == '于' && text[at - 2] is '高' or '低' or '多' or '少' or '大' or '小' or '优' or '劣' or '快' or '慢'));

    // 甲县某企业, 甲县计划检查: of one of them, or of another time, where no column is called so.
    private static bool IsOfOther(TableView table, string between) => Array.Find(Others, between.Contains) is { } word && !table.Columns.Any(column => column.Heading.Contains(word, StringComparison.Ordinal));

    // 比甲镇高6.4, 高出目标3: the figure says by how much, not how high.
    private static bool IsDifference(string text, int at) =>
        (at > 1 && text[at - 1] is '超' or '高' or '低' or '快' or '慢' && text[at - 2] != '最') || Headings.Has(text[Math.Max(0, at - LongestDifference)..at], "高出", "超出", "相差", "差距");

    private static void Compare(Sentence sentence, TableView table, TableLine line, Figure figure, string words, CheckLog log, int common = 0)
    {
        // Where every row has a unit of its own, its numbers are of several things.
        if (table.Columns.FirstOrDefault(column => column.Heading is "单位" or "计量单位") is not null)
        {
            return;
        }

        // 压降到10%以下 is to be.
        if (figure.Bound is Bound.AtLeast or Bound.AtMost && Headings.Has(sentence.ClauseBefore(figure.Start), Aims))
        {
            return;
        }

        // 甲、乙街道分别反弹0.6%、1.6%: the direction stands once.
        var direction = Directions.Before(sentence.Text, figure.Start) is not 0 and var own ? own : common;
        var columns = table.Columns.Where(column => line.Value(column) is not null && CanBe(table, column, figure, words, direction)).ToList();
        var named = columns.FindAll(column => column.Noun.Length > 1 && words.Contains(column.Noun, StringComparison.Ordinal));
        columns = named.Count > 0 ? named : columns.FindAll(column => !Headings.IsBefore(column.Heading));
        columns = sentence.Context(figure.Start).Contains("累计", StringComparison.Ordinal) ? columns.FindAll(column => !Headings.Has(column.Heading, "本周", "当周", "本月", "当月")) : columns;
        columns = Headings.Has(words, "最多", "最少") && !columns.Exists(column => column.Role == ColumnRole.Number && column.Core.Length > 1 && sentence.Text.Contains(column.Core, StringComparison.Ordinal)) && columns.FindAll(column => column.Role == ColumnRole.Total) is { Count: 1 } totals ? totals : columns;
        // 与去年同期相比，…，甲街道下降2.0%: the change against what the words before compare with.
        columns = direction != 0 && ComparisonTerms.In(sentence.Text[..figure.Start]) is { } term && columns.FindAll(column => ComparisonTerms.Speaks(column.Heading, term)) is { Count: > 0 } spoken ? spoken : columns;
        columns = TableLinks.Latest(columns) is { } latest ? [latest] : TableLinks.OfPeriod(table, columns, sentence);
        var all = columns;
        columns = columns.Select(column => column.Core).Distinct().Count() > 1 ? NamedLast(columns, sentence.Context(figure.Start)) : columns;
        if (columns.Count < all.Count && all.Exists(column => figure.Agrees(table.Scaled(line, column)!, turned: direction < 0)))
        {
            log.Agree();
            return;
        }

        if (columns.Count > 1 && columns.Select(column => column.Core).Distinct().Count() > 1)
        {
            // 扬尘类排查数, 扬尘类整改数: any that the words name may be meant; wrong is what no column of the row has.
            var meant = TableLinks.NamedColumns(table, words);
            columns = columns.Exists(column => figure.Agrees(table.Scaled(line, column)!, turned: direction < 0)) ? [] : columns.FindAll(meant.Contains) is { Count: > 0 } said ? said : ExtremeFigure.IsInBracket(sentence, figure) ? columns.FindAll(column => (column.Unit ?? table.Unit)?.Name == figure.Unit?.Name) : [];
        }

        if (columns.Count == 0)
        {
            return;
        }

        if (columns.Exists(column => figure.Agrees(table.Scaled(line, column)!, turned: direction < 0)))
        {
            log.Agree();
            return;
        }

        // 均增加1天: of whichever pair of columns.
        if (!figure.IsShare() && RowSeries.Changes(table).Any(series => direction != 0 ? series.Of(line) == direction * figure.Value : Math.Abs(series.Of(line) ?? -1m) == figure.Value && Directions.In(sentence.Context(figure.Start)) != 0))
        {
            log.Agree();
            return;
        }

        // 热线58件，比7月减少8件: the row has the figure in another column, and the words before it name none in full.
        var clause = sentence.ClauseBefore(figure.Start);
        if (!columns.Exists(column => column.Core.Length > 2 && clause.Contains(column.Core, StringComparison.Ordinal)) && table.Columns.Any(column => IsOfUnit(table, column, figure) && line.Value(column) is not null && table.Scaled(line, column) is { } other && figure.Agrees(other, turned: direction < 0)))
        {
            log.Unknown();
            return;
        }

        var best = columns.OrderBy(column => Math.Abs(line.Cell(column).Figure!.Step - figure.Step)).First();
        log.Add("DOC-032", figure.IsOrdinal ? CheckKind.Rank : CheckKind.FigureConflict, Severity.Error, sentence.Spot, [line.Cell(best).Spot],
            sentence.Text[figure.Start..figure.End], line.Cell(best).Text, ("name", line.Name), ("table", table.Label), ("heading", best.Heading));
    }

    private static bool IsOfUnit(TableView table, TableColumn column, Figure figure) => figure.IsPercent() ? column.Role is ColumnRole.Percent or ColumnRole.Change or ColumnRole.Number : column.IsValue && ((column.Unit ?? table.Unit) is not { } unit || unit.Kind == figure.Unit?.Kind);

    // 化学需氧量…。排放量最大的是甲区，为9450吨: what was named last is spoken of.
    private static List<TableColumn> NamedLast(List<TableColumn> columns, string words)
    {
        var places = columns.ConvertAll(column => column.Core.Length > 2 ? words.LastIndexOf(column.Core, StringComparison.Ordinal) : -1);
        var end = places.Max() + (places.Max() < 0 ? 0 : columns[places.IndexOf(places.Max())].Core.Length);
        // 进度滞后2项 is itself a figure, not what is spoken of.
        return places.Max() >= 0 && end < words.Length && char.IsAsciiDigit(words[end]) ? columns : places.Max() is >= 0 and var last ? [.. columns.Where((_, i) => places[i] == last)] : columns;
    }

    private static bool CanBe(TableView table, TableColumn column, Figure figure, string words, int direction) => TableLinks.MayMean(column, words) && column.Role switch
    {
        ColumnRole.Rank => figure.IsOrdinal && !(words.Contains("当月", StringComparison.Ordinal) && column.Heading.Contains("累计", StringComparison.Ordinal)) && (!words.Contains('市', StringComparison.Ordinal) || column.Heading.Contains('市', StringComparison.Ordinal)) && (!WithoutKinds(words).Contains('区', StringComparison.Ordinal) || column.Heading.Contains('区', StringComparison.Ordinal))
            && words.Contains('倒', StringComparison.Ordinal) == column.Heading.Contains('倒', StringComparison.Ordinal),
        ColumnRole.Change when !figure.IsPercent() => direction != 0 && figure.Unit is { Kind: not UnitKind.Points } && !column.Heading.Contains('%', StringComparison.Ordinal) && Headings.Has(column.Heading, "增减", "差", "变化") && !table.With(column).Any(line => line.Cell(column).Figure!.IsPercent()) && (column.Unit is null || column.Unit.Name == figure.Unit.Name),
        ColumnRole.Change => figure.IsPercent() && direction != 0 && (Headings.Has(column.Heading, "%", "率", "幅") || column.Unit is null && table.Unit is null || table.With(column).Any(line => line.Cell(column).Figure!.IsPercent())) && (words.Contains("环比", StringComparison.Ordinal) == column.Heading.Contains("环比", StringComparison.Ordinal) || table.Of(ColumnRole.Change).Any(other => ComparisonTerms.GroupOf(other.Heading) == ComparisonTerms.Previous && !other.Heading.Contains("环比", StringComparison.Ordinal))),
        ColumnRole.Percent => figure.IsPercent() && direction == 0 && (!words.Contains('占', StringComparison.Ordinal) || Headings.Has(column.Heading, "占", "比重")) && !Headings.Has(words, "增幅", "降幅", "升幅", "涨幅"),
        ColumnRole.Number when figure is { Unit: null, Step: < 1m } => direction == 0 && column.Unit is null && table.Unit is null && (words.Contains(column.Noun, StringComparison.Ordinal) || (PeriodWords.YearIn(column.Heading) is not null && Likeness.LongestCommon(table.Title.Text, words).Length > 3)),
        ColumnRole.Number or ColumnRole.Total => !figure.IsOrdinal && !figure.IsPercent() && direction == 0 && figure.Unit is { } unit
            && ((column.Unit ?? table.Unit) is { } printed ? printed.Kind == unit.Kind && IsCountedSo(printed, unit, column, words) : (unit.Kind == UnitKind.Count && unit.Name is not ("次" or "个" or "年") && !table.With(column).Any(line => line.Cell(column).Figure!.Step < 1m) && (column.Counted is not { } counted || counted.Name == unit.Name || Array.IndexOf(Common, counted.Name) >= 0 && Array.IndexOf(Common, unit.Name) >= 0)) || (unit.Name == "分" && column.Heading.Contains('分', StringComparison.Ordinal))),
        _ => false,
    };

    // 活动2场 are no 餐饮单位（家）, 约谈1次 no 小时超标（次）; 52处 may be 52个.
    private static bool IsCountedSo(MeasurementUnit printed, MeasurementUnit unit, TableColumn column, string words) =>
        unit.Kind != UnitKind.Count || (unit.Name, words.Contains('每', StringComparison.Ordinal)) switch
        {
            // 每周检查2次 is no number of all.
            ("次", true) => false,
            ("次" or "场" or "天", _) when printed.Name == unit.Name => Likeness.LongestCommon(column.Core, words).Length > 1,
            _ => printed.Name == unit.Name || (Array.IndexOf(Common, printed.Name) >= 0 && Array.IndexOf(Common, unit.Name) >= 0),
        };

    // The 区 of 社区 is not that of 全区.
    private static string WithoutKinds(string words) => words.Replace("社区", "", StringComparison.Ordinal).Replace("园区", "", StringComparison.Ordinal).Replace("街区", "", StringComparison.Ordinal);
}

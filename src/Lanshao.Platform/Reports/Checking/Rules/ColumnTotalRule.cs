using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>全年供水25185万立方米, 农业用水4.72亿立方米: a figure behind the name of a column and nothing else is of all rows. Right is what the row of totals, the rows or another place of the text have.</summary>
internal static class ColumnTotalRule
{
    private const int LongestLabel = 18;
    private const decimal Far = 3m;
    private const decimal VeryFar = 12m;
    private const int MostUnknown = 2;
    private static readonly string[] Beside = ["高于", "低于", "多于", "少于", "相差"];
    private static readonly string[] Means = ["平均", "总体", "全市", "全县", "全区"];
    private static readonly string[] Others = ["其中", "两", "二者", "三者", "前三", "前两", "新增", "计划", "目标", "去年", "上年", "同期", "日均", "月均", "每", "预计", "力争", "不", "未", "任务", "要", "将", "最高", "最低", "最多", "最少", "最大", "最小"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2).Select(table => new Totals(table, document.ValuesOf(table), table.Lines.LastOrDefault(line => line.Kind == LineKind.Total) ?? table.Lines.LastOrDefault(line => line.Kind == LineKind.Summary && line.Name.StartsWith('全')))).Where(known => known.Line is not null).ToList();
        var said = tables.Count == 0 ? [] : document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(sentence => sentence.Figures).Where(figure => figure.Unit is not null).GroupBy(figure => (figure.Unit!.Name, figure.Value)).ToDictionary(group => group.Key, group => group.Count());
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && tables.Count > 0 && !log.IsSuspect(sentence.Spot)))
        {
            foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && said[(figure.Unit.Name, figure.Value)] == 1 && Directions.Before(sentence.Text, figure.Start) == 0))
            {
                CheckFigure(document, sentence, figure, tables, log);
            }
        }
    }

    private static void CheckFigure(CheckedDocument document, Sentence sentence, Figure figure, List<Totals> tables, CheckLog log)
    {
        var label = sentence.LabelOf(figure);
        // 安装率分别为94.6%、86.4%: of two that were named before.
        if (label.Contains("分别", StringComparison.Ordinal) && sentence.Figures.FirstOrDefault(other => other.Start >= figure.End) is { } next && next.Unit?.Name == figure.Unit!.Name && sentence.Text[figure.End..next.Start] is "、" or "和")
        {
            return;
        }

        // 移送案件（行政拘留和涉嫌犯罪）28件: the bracket names several columns.
        if (label.EndsWith('）') && label.IndexOf('（', StringComparison.Ordinal) is >= 0 and var open && ProseText.CountOfList(label[(open + 1)..^1]) > 1)
        {
            return;
        }

        // 面积112000平方米，占35.4% is a part.
        if (sentence.Behind(figure.End, 2) is "，占" or "（占" || label.Contains("平均", StringComparison.Ordinal) && figure.IsPercent())
        {
            return;
        }

        if (label.Length is < 1 or > LongestLabel || Headings.Has(label, Others) || Headings.Has(sentence.Text[..figure.Start], "不含", "不包括", "剔除", "扣除") || Headings.Has(sentence.ClauseBefore(figure.Start), Others))
        {
            return;
        }

        var named = tables.SelectMany(known => known.Values.Fitting(known.Line!, figure).Where(column => column.Role != ColumnRole.Change && IsSaid(column, label) && !Headings.IsBefore(column.Heading)).Select(column => (Known: known, Column: column))).ToList();
        named = named.FindAll(found => IsOfAll(sentence, figure, found.Known.Table) && (document.Links.IsRead(sentence, found.Known.Table) ? figure.Unit!.Kind != UnitKind.Points && !Headings.Has(label, Beside) && PlainWords.Rest(label, found.Known.Table) <= MostUnknown && ProseText.CountOfList(label) == ProseText.CountOfList(found.Column.Core) && IsNear(Total(found.Known, found.Column), figure, VeryFar) : (!figure.IsShare() || (figure.IsPercent() && Headings.Has(label, Means))) && IsNear(found.Known.Values.Whole(found.Column), figure, Far) && PlainWords.Rest(label, found.Known.Table) == 0)).FindAll(found => document.Mentions(found.Known.Table, sentence.ClauseBefore(figure.Start)).Count == 0 && !IsOtherTime(document, sentence, found.Known.Table));
        if (named.Count == 0)
        {
            return;
        }

        if (named.Exists(found => Agrees(found.Known, found.Column, figure)) || tables.Exists(known => known.Values.Fitting(known.Line!, figure).Exists(column => Agrees(known, column, figure))))
        {
            log.Agree();
            return;
        }

        // 完成投资409万元 of those that are done.
        if (named.Exists(found => IsOfKind(found.Known.Table, found.Column, figure)))
        {
            log.Unknown();
            return;
        }

        var (table, total) = (named[0].Known.Table, named[0].Known.Line!.Cell(named[0].Column));
        log.Add("DOC-035", CheckKind.Sum, Severity.Error, sentence.Spot, [total.Spot], sentence.Quote(figure).Text, total.Text, ("table", table.Label), ("heading", named[0].Column.Heading));
    }

    private static bool IsOfKind(TableView table, TableColumn column, Figure figure) =>
        table.Columns.Where(other => other.IsValue && other.Unit?.Name == column.Unit?.Name).Any(other => table.Of(ColumnRole.Text).Any(kind => table.Data.GroupBy(line => line.Cell(kind).Text).Any(rows => rows.Sum(line => table.Scaled(line, other)?.Value ?? 0m) == figure.Value)));

    // 3个街道合计139件 is of three; 5座水厂 of all where the table has five rows.
    private static bool IsOfAll(Sentence sentence, Figure figure, TableView table)
    {
        var clause = figure.Start - sentence.ClauseBefore(figure.Start).Length;
        return sentence.Figures.Where(other => other.Start >= clause && other.End <= figure.Start).All(other => other.Value == table.Data.Count);
    }

    // What is many times as much is something else.
    private static bool IsNear(NumberInterval total, Figure figure, decimal far) => total.Low > 0m && figure.Value <= total.High * far && figure.Value * far >= total.Low;

    private static NumberInterval Total(Totals known, TableColumn column) => known.Table.Scaled(known.Line!, column)?.Rounded ?? known.Values.Whole(column);

    // 有效监测天数 for 有效天数: the words of the heading in their order.
    private static bool IsSaid(TableColumn column, string label) =>
        column.Noun.Length > 1 ? label.Contains(column.Noun, StringComparison.Ordinal) || (column.Core.Length > 3 && IsWithin(column.Core, label)) : label.EndsWith(column.Core, StringComparison.Ordinal) && label.Length <= column.Core.Length + 2;

    private static bool IsWithin(string heading, string label)
    {
        var at = 0;
        foreach (var letter in label)
        {
            at += at < heading.Length && heading[at] == letter ? 1 : 0;
        }

        return at == heading.Length;
    }

    private static bool Agrees(Totals known, TableColumn column, Figure figure) => figure.Interval.Overlaps(known.Values.Whole(column)) || known.Table.Lines.Any(line => known.Table.Scaled(line, column) is { } printed && figure.Agrees(printed));

    private static bool IsOtherTime(CheckedDocument document, Sentence sentence, TableView table) =>
        document.Year is { } year && sentence.SpanIn(year) is { } said && TableLinks.SpanOf(document, table) is { } own && said != own;

    private sealed record Totals(TableView Table, RowValues Values, TableLine? Line);
}

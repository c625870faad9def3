using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>泽西区最高，为94.1%: the figure that follows an extreme says which column is meant; a column in which no row has it is another.</summary>
internal static class ExtremeFigure
{
    private const int LongestGap = 24;
    private static readonly string[] Others = ["占", "最", "比", "较", "高出", "相差", "超过", "升", "降", "增", "减", "提", "其中", "共", "计", "分别"];

    /// <summary>Whether rows are at the end of their own kind: PM10合格率最低 of those of the air, 最大的后河沟 of those that are done.</summary>
    public static bool IsOfItsKind(TableView table, List<TableLine> rows, IEnumerable<TableLine> beyond) =>
        table.Of(ColumnRole.Text).Any(kind => rows[0].Cell(kind).Text is { Length: > 1 } own && rows.TrueForAll(line => line.Cell(kind).Text == own) && table.Data.Count(line => line.Cell(kind).Text == own) is var alike && alike > rows.Count + 1 && alike < table.Data.Count
            && beyond.All(line => line.Cell(kind).Text != own));

    /// <summary>Whether the figure behind the words can be a value of the column, or none follows.</summary>
    public static bool MayBeOf(TableView table, TableColumn column, Sentence sentence, int end)
    {
        // The 二期 of 科创大厦二期 belongs to its name.
        var figure = sentence.Figures.FirstOrDefault(figure => figure.Start >= end && figure.Unit is { Kind: not UnitKind.Grade, Name: not "期" });
        var gap = figure is null ? "" : sentence.Text[end..figure.Start];
        return figure is not { IsPlain: true, IsOrdinal: false } || figure.Unit!.Kind is UnitKind.Points or UnitKind.Multiple || gap.Length > LongestGap || Headings.Has(gap, Others) || sentence.Behind(figure.End, 1) is "共" or "合" || (sentence.Behind(figure.End, 1) is [var behind] && ChineseText.IsHan(behind) && sentence.ClauseBefore(end).Contains(column.Core, StringComparison.Ordinal))
            || table.Lines.Any(line => table.Scaled(line, column) is { } printed && (table.IsMeasured(column) || figure.Step >= printed.Step ? figure.Agrees(printed) : figure.Value == printed.Value));
    }

    /// <summary>Whether some rows are the greatest, or the least, in another column of the same unit.</summary>
    public static bool IsSoElsewhere(TableView table, TableColumn column, List<TableLine> rows, bool greatest) =>
        table.Columns.Any(other => other != column && other.IsValue && (other.Unit ?? table.Unit)?.Name == (column.Unit ?? table.Unit)?.Name && rows.TrueForAll(line => line.Value(other) is not null) && AreBeyond(table, other, rows, greatest));

    private static bool AreBeyond(TableView table, TableColumn column, List<TableLine> rows, bool greatest)
    {
        var (least, most) = (rows.Min(line => line.Value(column)), rows.Max(line => line.Value(column)));
        return table.With(column).All(line => rows.Contains(line) || line.IsRest || (greatest ? line.Value(column) <= least : line.Value(column) >= most));
    }

    /// <summary>Whether a bracket gives the value of which something is the most, whichever column that is: 问题最多的是甲社区（52处）.</summary>
    public static bool IsInBracket(Sentence sentence, Figure figure) =>
        figure.Start > 0 && sentence.Text[figure.Start - 1] == '（' && figure.End < sentence.Text.Length && sentence.Text[figure.End] == '）' && figure.Unit is not null && Headings.Has(sentence.ClauseBefore(figure.Start), "最多", "最大", "最高", "最低", "最少", "其次");
}

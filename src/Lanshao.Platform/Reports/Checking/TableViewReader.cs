using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads a table: headings joined, columns with their roles, rows with their kinds.</summary>
internal sealed class TableViewReader
{
    private const int MostCells = 400_000;
    private const int FewestAdded = 3;
    private const decimal LeastAdded = 5m;
    private static readonly string[] TotalWords = ["合计", "总计", "共计", "总数"];
    private const double ShareOfRepeated = 0.3;
    private static readonly string[] SummaryWords = ["平均", "均值", "全区", "全市", "全国", "全省", "全县", "全域"];
    private static readonly string[] EarlierWords = ["去年同期", "上年同期", "去年同月", "上年同月", "去年同季", "上年同季", "同比", "环比", "较上年", "较去年", "比上年", "比去年"];

    private readonly TableBlock _table;
    private readonly string _label;
    private readonly List<TableRow> _body = [];
    private readonly List<TableRow> _head = [];

    private TableViewReader(TableBlock table, string label) => (_table, _label) = (table, label);

    /// <summary>Reads a table; null for one that is only a frame around text.</summary>
    /// <param name="table">The table.</param>
    /// <param name="label">附件2, or 表3.</param>
    /// <param name="annex">The annex.</param>
    /// <param name="title">Its title.</param>
    /// <param name="around">The paragraphs around it.</param>
    public static TableView? Read(TableBlock table, string label, string? annex, Spot title, IReadOnlyList<Spot> around)
    {
        if (table.ColumnCount < 2 || table.Rows.Count < 2 || (long)table.ColumnCount * table.Rows.Count > MostCells)
        {
            return null;
        }

        var reader = new TableViewReader(table, label);
        reader.PartRows();
        return reader._body.Count == 0 ? null : reader.Build(annex, title, around);
    }

    private void PartRows()
    {
        var at = 0;
        while (at < _table.Rows.Count - 1 && _table.Rows[at].SpansAllColumns)
        {
            at++;
        }

        do
        {
            _head.Add(_table.Rows[at]);
            at++;
        }
        while (at < _table.Rows.Count - 1 && (_table.Rows[at].IsHeading || ReachesInto(_table.Rows[at])));

        var printed = string.Join('|', _head[0].Cells.Select(TextOf));
        for (; at < _table.Rows.Count; at++)
        {
            if (string.Join('|', _table.Rows[at].Cells.Select(TextOf)) != printed)
            {
                _body.Add(_table.Rows[at]);
            }
        }
    }

    private bool ReachesInto(TableRow row) => row.Cells.Any(cell => cell.IsMergedFromAbove && _head.Exists(head => head.Cells.Contains(cell.Anchor)));

    private TableView Build(string? annex, Spot title, IReadOnlyList<Spot> around)
    {
        var texts = _body.ConvertAll(row => row.Cells.Select(TextOf).ToArray());
        var columns = Enumerable.Range(0, _table.ColumnCount).Select(index => ColumnOf(index, texts)).ToArray();
        var name = NameIndex(columns, texts, ColumnRole.Text) is >= 0 and var words ? words : columns.Count(column => column.IsValue) > 1 ? NameIndex(columns, texts, ColumnRole.Agency) : -1;
        if (name >= 0)
        {
            columns[name] = columns[name] with { Role = ColumnRole.Name };
        }

        var lines = _body.Select((row, i) => LineOf(row, texts[i], i + 1, columns, name)).ToList();
        if (IsUnnamedTotal(columns, lines) || HoldsQuarters(lines))
        {
            lines[^1] = lines[^1] with { Kind = LineKind.Total };
        }

        return new TableView(_label, annex, title, around, columns, lines);
    }

    // 攻坚期 below its months: the last row is the sum of the others to the last digit in two columns.
    private static bool IsUnnamedTotal(TableColumn[] columns, List<TableLine> lines)
    {
        var above = lines.Count <= FewestAdded || lines.Exists(line => line.Kind != LineKind.Data) ? [] : lines[..^1];
        return above.Count > 0 && columns.Count(column => column.IsValue && !column.IsIntensive && lines[^1].Value(column) >= LeastAdded && above.TrueForAll(line => line.Value(column) is not null) && above.Sum(line => line.Value(column)!.Value) == lines[^1].Value(column)) > 1;
    }

    // 前三季度 below quarters that stand among their months.
    private static bool HoldsQuarters(List<TableLine> lines) =>
        lines.Count > FewestAdded && lines[^1].Kind == LineKind.Data && lines.Exists(line => line.Name.EndsWith('月')) && TimeRows.MonthsOf(lines[^1].Name) is not 0 and var months && lines.Exists(line => line.Name.EndsWith("季度", StringComparison.Ordinal) && TimeRows.MonthsOf(line.Name) is not 0 and var own && own != months)
        && lines.TrueForAll(line => TimeRows.MonthsOf(line.Name) is not 0 and var own && (own & months) == own);

    private TableColumn ColumnOf(int index, List<string[]> texts)
    {
        var heading = string.Concat(_head.Select(row => TextOf(row.Cells[index])).Distinct());
        var filled = texts.Where((row, i) => !_body[i].SpansAllColumns && row[index].Length > 0).Select(row => row[index]).ToList();
        var role = Headings.IsSerial(heading, index) && filled.Count > 0 && filled.TrueForAll(text => FigureReader.ReadWhole(text) is not null) ? ColumnRole.Serial : RoleOf(heading, filled);
        return new TableColumn(index, heading, role, Headings.UnitIn(heading));
    }

    private static ColumnRole RoleOf(string heading, List<string> filled)
    {
        var figures = filled.ConvertAll(FigureReader.ReadWhole);
        var numeric = figures.Count(figure => figure is not null);
        if (numeric * 10 >= filled.Count * 6 && numeric > 0)
        {
            return NumericRole(heading, figures);
        }

        var classes = filled.Count(text => WaterClass.TryParse(text, out _) || text == "无水");
        return classes * 10 >= filled.Count * 6 && classes > 0 && filled.Exists(text => WaterClass.TryParse(text, out _))
            ? Headings.IsTarget(heading) ? ColumnRole.TargetClass : ColumnRole.Class
            : Headings.IsVerdict(heading) ? ColumnRole.Verdict
            : Headings.IsAgency(heading) ? ColumnRole.Agency
            : ColumnRole.Text;
    }

    private static ColumnRole NumericRole(string heading, List<Figure?> figures) =>
        Headings.IsSerial(heading) ? ColumnRole.Serial
        : Headings.IsRank(heading) ? ColumnRole.Rank
        : Headings.IsChange(heading) ? ColumnRole.Change
        : Headings.IsTotal(heading) ? ColumnRole.Total
        : Headings.IsPercent(heading) || (Headings.IsProgress(heading) && figures.Exists(figure => figure is { Step: < 1m })) || figures.Count(figure => figure?.Unit?.Kind == UnitKind.Ratio) * 2 > figures.Count ? ColumnRole.Percent
        : ColumnRole.Number;

    private static int NameIndex(TableColumn[] columns, List<string[]> texts, ColumnRole role)
    {
        var best = (Index: -1, Score: 0d);
        foreach (var column in columns.Where(column => column.Role == role))
        {
            var filled = texts.Select(row => row[column.Index]).Where(text => text.Length is > 0 and <= 24).ToList();
            if (filled.Count * 2 < texts.Count)
            {
                continue;
            }

            var distinct = filled.Distinct(StringComparer.Ordinal).Count() / (double)filled.Count;
            // A name that stands several times names no row: of 工地 beside 监管单位 the sites are listed.
            var score = distinct + (Headings.NameWeight(column.Heading) * (distinct < 1d ? ShareOfRepeated : 1d)) - (column.Index * 0.01);
            best = score > best.Score ? (column.Index, score) : best;
        }

        return best.Index;
    }

    private TableLine LineOf(TableRow row, string[] texts, int number, TableColumn[] columns, int name)
    {
        var kind = KindOf(row, texts, columns, name);
        var label = name >= 0 && texts[name].Length > 0 ? texts[name] : Unnamed(texts, columns, number);
        var cells = row.Cells.Select((cell, index) => CellOf(cell, texts[index], label, columns[index], index == name)).ToList();
        return new TableLine(number, kind, label, cells, row.Origin);
    }

    private static string Unnamed(string[] texts, TableColumn[] columns, int number)
    {
        var serial = Array.Find(columns, column => column.Role == ColumnRole.Serial);
        return serial is not null && texts[serial.Index].Length > 0 ? $"第{texts[serial.Index]}项"
            : texts.FirstOrDefault(text => text.Length is > 0 and <= 24 && FigureReader.ReadWhole(text) is null) ?? $"第{Numbers.Count(number)}行";
    }

    private CellView CellOf(TableCell cell, string text, string label, TableColumn column, bool isName)
    {
        var where = isName || column.Heading.Length == 0 ? $"{_label} {label}" : $"{_label} {label} {column.Heading}";
        var origin = cell.IsCovered ? cell.Anchor.Origin : cell.Origin;
        return new CellView(text, FigureReader.ReadWhole(text), new Spot(LineJoin.Join(cell.Anchor.Paragraphs), where, origin), cell.IsCovered, cell.Anchor);
    }

    private static LineKind KindOf(TableRow row, string[] texts, TableColumn[] columns, int name)
    {
        if (row.SpansAllColumns)
        {
            return LineKind.Section;
        }

        var first = texts.Where((text, i) => text.Length > 0 && (i == name || i < 2) && FigureReader.ReadWhole(text) is null).ToList();
        var kind = first.Exists(text => Ends(text, "小计")) ? LineKind.Subtotal
            : first.Exists(text => Array.Exists(TotalWords, word => Ends(text, word))) ? LineKind.Total
            : first.Exists(text => Array.Exists(SummaryWords, word => Ends(text, word))) ? LineKind.Summary
            : first.Exists(text => Array.Exists(EarlierWords, word => Ends(text, word))) ? LineKind.Earlier
            : LineKind.Data;
        return kind == LineKind.Data || columns.Any(column => column.IsValue || column.Role is ColumnRole.Change or ColumnRole.Percent) ? kind : LineKind.Data;
    }

    private static bool Ends(string text, string word) => text.Length <= word.Length + 4 && (text.EndsWith(word, StringComparison.Ordinal) || text.StartsWith(word, StringComparison.Ordinal));

    private static string TextOf(TableCell cell) => ChineseText.Compact(LineJoin.Join(cell.Anchor.Paragraphs));
}

using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;
using Lanshao.Standards.Water;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What a row says of the water itself.</summary>
internal enum WaterRowState
{
    Measured,
    Dry,
    NotSampled,
}

/// <summary>One row of a table of sections.</summary>
/// <param name="Section">The section's name.</param>
/// <param name="Date">The date as written; null where the table has none.</param>
/// <param name="Body">River or lake.</param>
/// <param name="Target">The target class; null where there is none.</param>
/// <param name="State">Whether there was water, and a sample.</param>
/// <param name="Measured">Concentrations by item.</param>
/// <param name="Undetected">Items below their detection limit, counted as half of it.</param>
internal sealed record WaterRow(string Section, string? Date, WaterBody Body, WaterClass? Target, WaterRowState State, IReadOnlyDictionary<WaterItem, decimal> Measured, IReadOnlyList<WaterItem> Undetected);

/// <summary>Reads a table of sections: a row a section and date, a column an item.</summary>
internal sealed class WaterTable
{
    private static readonly string[] Sections = ["section", "断面", "断面名称", "点位", "点位名称", "站点"];
    private static readonly string[] Dates = ["date", "日期", "监测日期", "采样日期", "时间"];
    private static readonly string[] Bodies = ["waterbody", "水体类型", "水体"];
    private static readonly string[] Targets = ["target", "水质目标", "目标", "目标类别"];
    private readonly string _file;
    private readonly List<string> _headings;
    private readonly Dictionary<int, WaterItem> _items = [];

    private WaterTable(string file, TableRow headings)
    {
        (_file, _headings) = (file, [.. headings.Cells.Select(cell => cell.Text.Trim())]);
        for (var column = 0; column < _headings.Count; column++)
        {
            if (!Sections.Contains(_headings[column]) && SurfaceWater.Find(_headings[column]) is { } item)
            {
                _items.TryAdd(column, item);
            }
        }
    }

    public static Outcome<IReadOnlyList<WaterRow>> Read(FileInfo file, CancellationToken ct)
    {
        try
        {
            using var stream = file.OpenRead();
            var table = DocumentReader.Read(stream, file.Name, null, ct).Tables.FirstOrDefault();
            return table is null || table.Rows.Count == 0 ? Refusal.Unreadable("STD-010", ("file", file.Name)) : new WaterTable(file.Name, table.Rows[0]).Rows(table);
        }
        catch (DocumentRefusedException refused)
        {
            return new Refusal(refused.Code, RefusalKind.Unreadable, refused.Arguments);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refusal.Unreadable("IMP-008", ("file", file.Name), ("reason", unreadable.Message));
        }
    }

    private Outcome<IReadOnlyList<WaterRow>> Rows(TableBlock table)
    {
        if (ColumnOf(Sections) < 0)
        {
            return Refusal.Unreadable("STD-004", ("file", _file), ("column", "section"), ("nearest", string.Join('、', _headings)));
        }

        var rows = new List<WaterRow>();
        for (var line = 1; line < table.Rows.Count; line++)
        {
            string[] cells = [.. table.Rows[line].Cells.Select(cell => cell.Text.Trim())];
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            var row = Row(cells, line + 1);
            if (row.IsRefused)
            {
                return row.Refusal;
            }

            rows.Add(row.Value);
        }

        return rows;
    }

    private Outcome<WaterRow> Row(string[] cells, int line)
    {
        var body = Cell(cells, ColumnOf(Bodies)).ToLowerInvariant() switch { "" or "river" or "河流" => WaterBody.River, "lake" or "湖库" or "湖泊" or "水库" or "湖泊、水库" => WaterBody.Lake, _ => (WaterBody?)null };
        if (body is null)
        {
            return Broken(line, ColumnOf(Bodies), "river 或 lake", cells);
        }

        WaterClass? target = null;
        if (Cell(cells, ColumnOf(Targets)) is { Length: > 0 } aim && !WaterReading.IsMissing(aim))
        {
            if (!WaterClass.TryParse(aim, out var parsed))
            {
                return Broken(line, ColumnOf(Targets), "Ⅰ 至 劣Ⅴ", cells);
            }

            target = parsed;
        }

        var (measured, undetected) = (new Dictionary<WaterItem, decimal>(), new List<WaterItem>());
        foreach (var (column, item) in _items)
        {
            var text = Cell(cells, column);
            if (WaterReading.IsMissing(text) || text == "无水" || WaterReading.NotSampled.Contains(text))
            {
                continue;
            }

            if (!WaterReading.TryRead(text, out var reading))
            {
                return Broken(line, column, "不小于 0 的数字、空白或无水", cells);
            }

            measured.TryAdd(item, reading.Concentration);
            if (reading.IsUndetected)
            {
                undetected.Add(item);
            }
        }

        var state = cells.Contains("无水") ? WaterRowState.Dry : cells.Any(WaterReading.NotSampled.Contains) ? WaterRowState.NotSampled : WaterRowState.Measured;
        var date = Cell(cells, ColumnOf(Dates));
        return new WaterRow(Cell(cells, ColumnOf(Sections)), date.Length == 0 ? null : date, body.Value, target, state, measured, undetected);
    }

    private Refusal Broken(int line, int column, string expected, string[] cells) => Refusal.Unreadable(
        "STD-011", ("file", _file), ("where", string.Create(CultureInfo.InvariantCulture, $"第{line}行“{_headings[column]}”一列")), ("expected", expected), ("found", Cell(cells, column)));

    private int ColumnOf(string[] names) => _headings.FindIndex(heading => names.Contains(heading, StringComparer.OrdinalIgnoreCase));

    private static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : "";
}

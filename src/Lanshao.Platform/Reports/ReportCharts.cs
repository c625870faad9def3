using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>The charts of a report by the codes of the tables that they draw, those of its own week or review with their prefix.</summary>
public sealed class ReportCharts
{
    private readonly Dictionary<string, (ChartDrawing Drawing, FigureTable Table)> _byTable;

    private ReportCharts(Dictionary<string, (ChartDrawing Drawing, FigureTable Table)> byTable) => _byTable = byTable;

    /// <summary>Draws the tables that can be drawn, with the year's target of the whole district where it stands on the same basis.</summary>
    internal static async Task<ReportCharts> ReadAsync(LanshaoContext db, Pack pack, IReadOnlyList<ReportTable> tables, Period period, CancellationToken ct)
    {
        var board = await TargetBoard.ReadAsync(db, pack, period.To.Year, period.To, ct);
        var drawn = new Dictionary<string, (ChartDrawing Drawing, FigureTable Table)>(StringComparer.Ordinal);
        foreach (var (table, prefix) in tables)
        {
            if (FigureChart.Ranked(table, TargetOf(board, table), RankedBars.PrintWidth) is { } drawing)
            {
                drawn[prefix + table.Definition.Code] = (drawing, table);
            }
        }

        return new(drawn);
    }

    /// <summary>Returns the drawing of a table; null where it has none.</summary>
    public ChartDrawing? Find(string table) => _byTable.TryGetValue(table, out var found) ? found.Drawing : null;

    /// <summary>Returns the chart of a table with its caption and source; null where it has none.</summary>
    /// <param name="table">The table's code.</param>
    /// <param name="number">The number of the chart in the report.</param>
    internal ReportContent.Chart? Captioned(string table, int number) => _byTable.TryGetValue(table, out var found)
        ? new(table, string.Create(CultureInfo.InvariantCulture, $"图{number}　{found.Table.Title}"), Source(found.Table)) { Drawing = found.Drawing }
        : null;

    private static string Source(FigureTable table) => table.Definition.UnitLine is { } unit ? $"单位：{unit}；数据来源：{table.Definition.SourceLine}" : $"数据来源：{table.Definition.SourceLine}";

    private static ChartTarget? TargetOf(TargetBoard board, FigureTable table)
    {
        var row = board.Rows.FirstOrDefault(row => row is { IsWholeDistrict: true, Indicator: not null, Target.Value: not null } && row.Indicator.Code == table.Indicator.Code && row.Indicator.IsIn(row.Target.Unit));
        return row is not null && table.Values.All(value => TargetBoard.Row.IsSameSand(row.Condition, value))
            ? new(row.Target.Value!.Value, "年度目标" + row.Target.Value.Value.ToString("0.######", CultureInfo.InvariantCulture))
            : null;
    }
}

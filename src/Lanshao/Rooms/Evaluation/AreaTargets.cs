using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Evaluation;

/// <summary>The yearly targets beside a table: an area's own, or the district's where its own is not set.</summary>
internal sealed class AreaTargets(TargetBoard board)
{
    public static async Task<AreaTargets> ReadAsync(LanshaoContext db, Pack pack, int year, CancellationToken ct) => new(await TargetBoard.ReadAsync(db, pack, year, null, ct));

    /// <summary>Returns the whole district's target as the line of a chart; null for none, or where it stands on another sand basis than the figures.</summary>
    public ChartTarget? LineOf(FigureTable table) => Of(table.Indicator.Code, Place.District) is { } target && table.Values.All(value => TargetBoard.Row.IsSameSand(target.Condition, value))
        ? new(target.Value, "年度目标" + target.Value.ToString("0.######", CultureInfo.InvariantCulture))
        : null;

    /// <summary>Returns whether any place has a target of an indicator.</summary>
    public bool Has(string indicator) => board.Rows.Any(row => row.Indicator?.Code == indicator && row.Target.Value is not null);

    public YearTarget? Of(string indicator, Place place) => board.Find(indicator, place) is { } row ? new(board.Year, row.Target.Value!.Value, $"{row.Plan} {row.Code}", row.Condition) : null;
}

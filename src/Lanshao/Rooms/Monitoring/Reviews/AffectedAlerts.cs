using Lanshao.Platform.Alerts;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>受影响的报警: the alerts that stand on hours which were corrected.</summary>
internal static class AffectedAlerts
{
    private const int Most = 200;

    public static async Task<PageTable> ReadAsync(LanshaoContext db, int device, DateTime fromUtc, DateTime toUtc, PageAddress here, UiTexts t, CancellationToken ct)
    {
        var found = await (from condition in db.Set<AlertCondition>().AsNoTracking()
                           join alert in db.Set<Alert>() on condition.AlertId equals alert.Id
                           where condition.DeviceNumber == device && condition.StartUtc < toUtc && condition.LastUtc >= fromUtc
                           orderby alert.Number
                           select new { alert.Number, alert.RuleName, alert.State, condition.StartUtc, condition.WithdrawnUtc }).Take(Most).ToListAsync(ct);
        return new(
            t["受影响的报警"],
            [new("编号", ColumnKind.OneLine), new("规则"), new("发生时间", ColumnKind.OneLine), new("状态", ColumnKind.OneLine), new("数据更正后", ColumnKind.OneLine)],
            [.. found.Select(one => new TableRow(
            [
                Cell.Of(one.Number).LinkedTo(here.To("/alerts/alert", ("no", one.Number))), Cell.Of(one.RuleName), Cell.Of(MarkWords.Time(one.StartUtc)), Cell.State(AlertWords.Of(one.State)),
                Cell.Of(one.WithdrawnUtc is null ? t["仍成立或待重新判断"] : t["不再成立"]),
            ]))]);
    }
}

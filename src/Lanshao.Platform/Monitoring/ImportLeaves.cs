using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>导入停业、检修报备: which devices may be silent, by the one staging engine. A report that is taken back is voided.</summary>
public static class ImportLeaves
{
    public const string Code = "device-leaves";
    private const string MnHead = "设备编号";
    private const string KindHead = "报备类别";
    private const string FromHead = "开始时间";
    private const string ToHead = "结束时间";
    private const string ReportedHead = "报备时间";
    private const string NoteHead = "说明";
    private static readonly SheetTables Sheet = new([MnHead, KindHead, FromHead], "MON-030", "MON-031");

    public static IReadOnlyDictionary<string, LeaveKind> Kinds { get; } = new Dictionary<string, LeaveKind> { ["停业"] = LeaveKind.Closure, ["检修"] = LeaveKind.Maintenance };

    public static ImportKind<LeaveRow> Kind { get; } = new(Code, Permissions.DevicesEdit)
    {
        Read = async (db, source, ct) =>
        {
            var known = (await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null).Select(device => device.Mn).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            return Sheet.Read(source, Code, line => Row(line, known), ct);
        },
        Current = async (db, _, ct) => (await db.Set<DeviceLeave>().AsNoTracking().Where(leave => leave.VoidedUtc == null).ToListAsync(ct)).Select(LeaveRow.Of).ToDictionary(row => row.Key, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static (string Key, LeaveRow Row) Row(SheetLine line, HashSet<string> known)
    {
        var mn = line.Text(MnHead);
        if (!known.Contains(mn))
        {
            line.Error("MON-032", ("found", mn));
        }

        var (from, to) = (line.Instant(FromHead, required: true) ?? DateTime.UnixEpoch, line.Instant(ToHead, required: false));
        if (to <= from)
        {
            line.Wrong(ToHead, line.Text(ToHead), "晚于开始时间，或空白");
        }

        var row = new LeaveRow(mn, line.Choice(KindHead, Kinds), from, to, line.Instant(ReportedHead, required: false) ?? from, line.Filled(NoteHead, 0, DeviceLeave.LongestNote));
        return (row.Key, row);
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<LeaveRow> writing, CancellationToken ct)
    {
        var mns = writing.Each(row => row.Mn);
        var standing = (await db.Set<DeviceLeave>().Where(leave => mns.Contains(leave.Mn)).ToListAsync(ct)).ToDictionary(leave => LeaveRow.Of(leave).Key, StringComparer.Ordinal);
        writing.Write(db, standing, leave => leave.Void(writing.AtUtc), (leave, row, _) => leave.Set(row), (row, _) => DeviceLeave.Report(row));
        return null;
    }
}

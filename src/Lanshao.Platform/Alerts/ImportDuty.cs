using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>导入值班表 by the one staging engine: day, beginning and end (which may lie on the next day), post, and who it is.</summary>
public static class ImportDuty
{
    public const string Code = "duty";
    private const string DayHead = "日期";
    private const string FromHead = "开始";
    private const string ToHead = "结束";
    private const string PostHead = "岗位";
    private const string PersonHead = "姓名";
    private const string PhoneHead = "电话";
    private static readonly string[] Times = ["HH:mm", "H:mm", "HH:mm:ss"];
    private static readonly SheetTables Sheet = new([DayHead, FromHead, ToHead, PostHead], "ALR-010", "ALR-011");

    public static ImportKind<DutyRow> Kind { get; } = new(Code, Permissions.AlertsDuty)
    {
        Read = (_, source, ct) => Task.FromResult(Sheet.Read(source, Code, Row, ct)),
        Current = async (db, _, ct) => (await db.Set<DutyShift>().AsNoTracking().Where(shift => shift.VoidedUtc == null).ToListAsync(ct)).Select(DutyRow.Of).ToDictionary(row => row.Key, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static (string Key, DutyRow Row) Row(SheetLine line)
    {
        var day = line.Day(DayHead);
        var (from, to) = (Time(line, FromHead), Time(line, ToHead));
        var endOn = to > from ? day : day.AddDays(1);
        var row = new DutyRow(
            ChinaTime.InstantOf(day.ToDateTime(from)), ChinaTime.InstantOf(endOn.ToDateTime(to)), line.Filled(PostHead, 1, Alert.LongestPost), line.Filled(PersonHead, 0, DutyShift.LongestName), line.Filled(PhoneHead, 0, DutyShift.LongestName));
        return (row.Key, row);
    }

    private static TimeOnly Time(SheetLine line, string head)
    {
        if (TimeOnly.TryParseExact(line.Text(head) == "24:00" ? "00:00" : line.Text(head), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        line.Wrong(head, line.Text(head), "18:00");
        return default;
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<DutyRow> writing, CancellationToken ct)
    {
        var starts = writing.Each(row => row.FromUtc);
        var standing = (await db.Set<DutyShift>().Where(shift => starts.Contains(shift.FromUtc)).ToListAsync(ct)).ToDictionary(shift => DutyRow.Of(shift).Key, StringComparer.Ordinal);
        writing.Write(db, standing, shift => shift.Void(writing.AtUtc), (shift, row, _) => shift.Set(row), (row, _) => DutyShift.Of(row));
        return null;
    }
}

using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>导入沙尘影响日名单: a day a row, by the one staging engine. A later version says 撤销 for a day that it takes off; an import that is taken back is voided.</summary>
public static class ImportSandDays
{
    public const string Code = "sand-days";
    private const string DayHead = "日期";
    private const string AreaHead = "区域";
    private const string HoursHead = "时段";
    private const string SourceHead = "来源";
    private const string VersionHead = "版本";
    private const string StateHead = "状态";
    private static readonly SheetTables Sheet = new([DayHead, AreaHead, SourceHead, VersionHead], "EVA-034", "EVA-035");

    /// <summary>Gets the words of 状态; an empty cell is 已认定.</summary>
    public static IReadOnlyDictionary<string, bool> States { get; } = new Dictionary<string, bool> { ["已认定"] = false, ["撤销"] = true };

    public static ImportKind<SandRow> Kind { get; } = new(Code, Permissions.IndicatorsImport)
    {
        Read = async (db, source, ct) => (await CurrentPack.ReadAsync(db, ct)).Then(pack => Sheet.Read(source, Code, line => Row(line, pack.District), ct)),
        Current = async (db, _, ct) => (await db.Set<SandDay>().AsNoTracking().Where(day => day.VoidedUtc == null).ToListAsync(ct)).Select(SandRow.Of).ToDictionary(row => row.Key, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static (string Key, SandRow Row) Row(SheetLine line, District district)
    {
        var isLifted = line.Text(StateHead).Length > 0 && line.Choice(StateHead, States);
        var row = new SandRow(
            line.Day(DayHead), district.PlaceOf(line, AreaHead).Code, line.Filled(HoursHead, 0, SandDay.LongestVersion), line.Filled(SourceHead, 1, SandDay.LongestText), line.Filled(VersionHead, 1, SandDay.LongestVersion), isLifted);
        return (row.Key, row);
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<SandRow> writing, CancellationToken ct)
    {
        var days = writing.Each(row => row.Day);
        var known = (await db.Set<SandDay>().Where(day => days.Contains(day.Day)).ToListAsync(ct)).ToDictionary(day => SandRow.Of(day).Key, StringComparer.Ordinal);
        writing.Write(db, known, day => day.Void(writing.AtUtc), (day, row, batch) => day.Set(row, batch), SandDay.Listed);
        return null;
    }
}

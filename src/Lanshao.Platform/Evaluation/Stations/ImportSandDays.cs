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
    private static readonly string[] WholeDistrict = ["全市", "全区"];

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
            line.Day(DayHead), AreaOf(line, district).Code, line.Filled(HoursHead, 0, SandDay.LongestVersion), line.Filled(SourceHead, 1, SandDay.LongestText), line.Filled(VersionHead, 1, SandDay.LongestVersion), isLifted);
        return (row.Key, row);
    }

    private static Place AreaOf(SheetLine line, District district)
    {
        var name = line.Text(AreaHead);
        if (WholeDistrict.Contains(name) || name == district.Facts.Name || name == district.Facts.FullName)
        {
            return Place.District;
        }

        if (district.Names.Resolve(name) is { } found && district.FindSubdistrict(found.Code) is { } area)
        {
            return Place.Subdistrict(area.Code);
        }

        line.Wrong(AreaHead, name, "全市、全区或街道名称");
        return Place.District;
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<SandRow> writing, CancellationToken ct)
    {
        var days = writing.Changes.Select(change => (change.After ?? change.Before)!.Day).Distinct().ToList();
        var known = (await db.Set<SandDay>().Where(day => days.Contains(day.Day)).ToListAsync(ct)).ToDictionary(day => SandRow.Of(day).Key, StringComparer.Ordinal);
        foreach (var change in writing.Changes)
        {
            if (change.After is not { } row)
            {
                known.GetValueOrDefault(change.Key)?.Void(writing.AtUtc);
            }
            else if (known.TryGetValue(change.Key, out var day))
            {
                day.Set(row, change.Origin?.BatchId);
            }
            else
            {
                db.Add(SandDay.Listed(row, change.Origin?.BatchId));
            }
        }

        return null;
    }
}

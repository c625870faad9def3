using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Roads;

/// <summary>导入道路尘负荷 by the one staging engine: a stretch of road and period a row; the same stretch and period again corrects it.</summary>
public static class ImportRoadDust
{
    public const string Code = "road-dust";
    private const string PeriodHead = "周期";
    private const string RoadHead = "道路";
    private const string StretchHead = "路段";
    private const string AreaHead = "街道";
    private const string GradeHead = "作业等级";
    private const string LoadHead = "尘负荷";
    private const string RankHead = "市倒排名";
    private const string OwnerHead = "养护单位";
    private const string SourceHead = "来源";
    private const decimal Largest = 1000;
    private const int MostRoads = 10_000;
    private static readonly SheetTables Sheet = new([PeriodHead, RoadHead, LoadHead, SourceHead], "MON-082", "MON-083");

    public static ImportKind<RoadDustRow> Kind { get; } = new(Code, Permissions.IndicatorsImport)
    {
        Read = async (db, source, ct) => (await CurrentPack.ReadAsync(db, ct)).Then(pack => Sheet.Read(source, Code, line => Row(line, pack.District), ct)),
        Current = async (db, _, ct) => (await db.Set<RoadDustLoad>().AsNoTracking().Where(load => load.VoidedUtc == null).ToListAsync(ct)).Select(RoadDustRow.Of).ToDictionary(row => row.Key, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static (string Key, RoadDustRow Row) Row(SheetLine line, District district)
    {
        if (!Period.TryParse(line.Text(PeriodHead), out var period))
        {
            line.Wrong(PeriodHead, line.Text(PeriodHead), "2024-06、2024Q2、2024-06-01..2024-06-20");
            period = Period.Year(2000);
        }

        var rank = line.Number(RankHead, 1, MostRoads, required: false);
        if (rank is { Scale: > 0 })
        {
            line.Wrong(RankHead, line.Text(RankHead), "整数");
        }

        var row = new RoadDustRow(
            period.Code, line.Filled(RoadHead, 1, RoadDustLoad.LongestName), line.Filled(StretchHead, 0, RoadDustLoad.LongestName), district.SubdistrictOf(line, AreaHead), line.Filled(GradeHead, 0, RoadDustLoad.LongestWord),
            line.Filled(OwnerHead, 0, RoadDustLoad.LongestName), line.Number(LoadHead, 0, Largest, required: true) ?? 0, (int?)rank, line.Filled(SourceHead, 1, RoadDustLoad.LongestName));
        return (row.Key, row);
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<RoadDustRow> writing, CancellationToken ct)
    {
        var periods = writing.Each(row => row.Period);
        var known = (await db.Set<RoadDustLoad>().Where(load => periods.Contains(load.Period)).ToListAsync(ct)).ToDictionary(load => RoadDustRow.Of(load).Key, StringComparer.Ordinal);
        writing.Write(db, known, load => load.Void(writing.AtUtc), (load, row, batch) => load.Set(row, batch), RoadDustLoad.Of);
        return null;
    }
}

using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Noise;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Noise;

/// <summary>导入声环境点位功能区 by the one staging engine: a station and the day from which its zone holds a row.</summary>
public static class ImportNoisePoints
{
    public const string Code = "noise-points";
    private const string StationHead = "站点";
    private const string ZoneHead = "声功能区";
    private const string FromHead = "起始日期";
    private const string SourceHead = "来源";
    private static readonly Dictionary<string, string> Words = AmbientNoise.Zones.SelectMany(zone => new[] { (zone.Name, zone.Code), (zone.Code, zone.Code) }).ToDictionary(word => word.Item1, word => word.Item2);
    private static readonly SheetTables Sheet = new([StationHead, ZoneHead, FromHead, SourceHead], "MON-102", "MON-103");

    public static ImportKind<NoisePointRow> Kind { get; } = new(Code, Permissions.DevicesEdit)
    {
        Read = (_, source, ct) => Task.FromResult(Sheet.Read(source, Code, Row, ct)),
        Current = async (db, _, ct) => (await db.Set<NoisePoint>().AsNoTracking().Where(point => point.VoidedUtc == null).ToListAsync(ct)).Select(NoisePointRow.Of).ToDictionary(row => row.Key, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static (string Key, NoisePointRow Row) Row(SheetLine line)
    {
        var row = new NoisePointRow(line.Filled(StationHead, 1, Device.LongestName), line.Day(FromHead), line.Choice(ZoneHead, Words), line.Filled(SourceHead, 1, NoisePoint.LongestSource));
        return (row.Key, row);
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<NoisePointRow> writing, CancellationToken ct)
    {
        var stations = writing.Each(row => row.Station);
        var known = (await db.Set<NoisePoint>().Where(point => stations.Contains(point.Station)).ToListAsync(ct)).ToDictionary(point => NoisePointRow.Of(point).Key, StringComparer.Ordinal);
        writing.Write(db, known, point => point.Void(writing.AtUtc), (point, row, batch) => point.Set(row, batch), NoisePoint.Of);
        return null;
    }
}

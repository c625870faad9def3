using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Drives;

/// <summary>导入路段登记 by the one staging engine: a segment with its line a row; the same code again corrects it.</summary>
public static class ImportRoadSegments
{
    public const string Code = "road-segments";
    private const string CodeHead = "路段编号";
    private const string RoadHead = "道路";
    private const string StretchHead = "路段";
    private const string AreaHead = "街道";
    private const string LineHead = "折线";
    private static readonly SheetTables Sheet = new([CodeHead, RoadHead, LineHead], "MON-110", "MON-111");

    public static ImportKind<RoadSegmentRow> Kind { get; } = new(Code, Permissions.IndicatorsImport)
    {
        Read = async (db, source, ct) => (await CurrentPack.ReadAsync(db, ct)).Then(pack => Sheet.Read(source, Code, line => Row(line, pack.District), ct)),
        Current = async (db, _, ct) => (await db.Set<RoadSegment>().AsNoTracking().Where(segment => segment.VoidedUtc == null).ToListAsync(ct)).Select(RoadSegmentRow.Of).ToDictionary(row => row.Code, StringComparer.Ordinal),
        Write = WriteAsync,
    };

    private static (string Key, RoadSegmentRow Row) Row(SheetLine line, District district)
    {
        var corners = RoadLine.Parse(line.Text(LineHead));
        if (corners is null || RoadLine.Write(corners).Length > RoadSegment.LongestLine)
        {
            line.Wrong(LineHead, line.Text(LineHead), "2—500个折点，如 116.4010 39.9010; 116.4020 39.9010");
        }

        var row = new RoadSegmentRow(
            line.Filled(CodeHead, 1, RoadSegment.LongestCode), line.Filled(RoadHead, 1, RoadSegment.LongestName), line.Filled(StretchHead, 0, RoadSegment.LongestName), district.SubdistrictOf(line, AreaHead), RoadLine.Write(corners ?? []));
        return (row.Code, row);
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<RoadSegmentRow> writing, CancellationToken ct)
    {
        var codes = writing.Each(row => row.Code);
        var known = await db.Set<RoadSegment>().Where(segment => codes.Contains(segment.Code)).ToDictionaryAsync(segment => segment.Code, StringComparer.Ordinal, ct);
        writing.Write(db, known, segment => segment.Void(writing.AtUtc), (segment, row, batch) => segment.Set(row, batch), RoadSegment.Of);
        return null;
    }
}

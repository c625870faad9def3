using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Drives;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring.Drives;

/// <summary>TSP走航: tracks and tables become minutes of a drive, their points lie on registered segments, and what is high has a place and a time.</summary>
public sealed class ImportDrivesTests
{
    // Two streets that cross at 110.01, 38.01; a hundredth of a degree of latitude is 1,112 m, of longitude 876 m.
    private const string Register = "路段编号,道路,路段,街道,折线\nA-1,样例路,东段,东四街道,110.0000 38.0100; 110.0200 38.0100\nB-1,样例街,,,110.0100 38.0000; 110.0100 38.0200\n";
    private const string Table = "时间,经度,纬度,TSP\n2024-06-30 22:00:00,110.0000,38.0100,80\n2024-06-30 22:00:20,110.0050,38.0101,90\n2024-06-30 22:00:40,110.0100,38.0101,400\n2024-06-30 22:01:00,110.0150,38.0100,100\n2024-06-30 22:01:20,110.0150,38.0150,70\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task List_ATable_LiesOnSegmentsAndTellsWhatIsHigh(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        _ = await ImportAsync(store, ImportRoadSegments.Kind, "路段.csv", Register);
        _ = await ImportAsync(store, ImportDrives.Kind, "环线.csv", Table);

        var drive = Assert.Single(await Drive.ListAsync(store.Db, Period.Month(2024, 6), Ct));

        Assert.Equal(("环线", 148m, 400m, 5), (drive.Route, drive.MeanUgPerM3, drive.PeakUgPerM3, drive.Points.Count));
        Assert.Equal(["A-1", "A-1", "A-1", "A-1", null], drive.Matched.Select(segment => segment?.Code));
        Assert.Equal(("样例路东段", 167.5m, 400m, 4), drive.Segments.Select(segment => (segment.Segment.Name, segment.MeanUgPerM3, segment.Peak.TspUgPerM3, segment.Points.Count)).Single());
        var high = Assert.Single(drive.HighPoints(drive.MeanUgPerM3 * 2));
        Assert.Equal((400m, "A-1", new DateTime(2024, 6, 30, 14, 0, 40, DateTimeKind.Utc)), (high.Peak.TspUgPerM3, high.Segment?.Code, high.Peak.AtUtc));
        Assert.InRange(drive.DistanceM, 1860, 1880);
    }

    [Theory, EveryStore]
    public async Task Import_TheSameAgainCorrectedAndTakenBack_StandsAsBefore(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        _ = await ImportAsync(store, ImportDrives.Kind, "环线.csv", Table);

        var again = await ImportAsync(store, ImportDrives.Kind, "环线.csv", Table);
        var corrected = await ImportAsync(store, ImportDrives.Kind, "环线.csv", Table.Replace(",400\n", ",300\n", StringComparison.Ordinal));
        await store.RenewAsync();
        Assert.Null((await UndoImport.RunAsync(store.Db, ImportDrives.Kind, corrected.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        Assert.True(again.IsNothingNew);
        Assert.Equal((0, 1), (corrected.Batch.Added, corrected.Batch.Changed));
        Assert.Equal(400m, (await Drive.ListAsync(store.Db, Period.Month(2024, 6), Ct)).Single().PeakUgPerM3);
    }

    [Fact]
    public async Task Import_ATrack_TakesPointsWithReadingsAndKeepsBrokenOnesAside()
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);
        var track = Gpx(Point("2024-06-30T14:00:00Z", "110.0", "38.01", "80") + Point("2024-06-30T14:00:00Z", "110.0", "38.01", "95") + Point("2024-06-30T14:00:05Z", "110.0001", "38.01", null) + Point("2024-06-30T14:00:10Z", "110.0002", "95", "85") + Point("", "110.0003", "38.01", "-1"));

        var imported = await ImportAsync(store, ImportDrives.Kind, "轨迹.gpx", track);

        var counts = imported.Batch.Findings.Single(finding => finding.Code == ImportDrives.PointCounts).Arguments;
        Assert.Equal(("1", "1", "1", "2"), (counts["points"], counts["duplicates"], counts["empty"], counts["rejected"]));
        Assert.Equal(["纬度", "时间", "TSP"], imported.Rows.SelectMany(row => row.Findings).Select(finding => finding.Arguments["heading"]));
        Assert.Equal(80m, (await Drive.ListAsync(store.Db, Period.Month(2024, 6), Ct)).Single().MeanUgPerM3);
    }

    [Theory]
    [InlineData("<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx>&a;</gpx>", "DOC-103")]
    [InlineData("<gpx><trk><trkpt lat='38' lon='110'></trk></gpx>", "DOC-103")]
    [InlineData("<gpx><trk><trkpt lat='38' lon='110'/></trk></gpx>", "MON-112")]
    [InlineData("时间,经度\n", "MON-112")]
    public async Task Import_AFileThatIsNoTrack_IsRefusedAsAWhole(string text, string code)
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);

        var refused = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportDrives.Kind, SourceOf(text.StartsWith('<') ? "轨迹.gpx" : "轨迹.csv", text), "text/plain", Actor.Local, store.Clock, Ct);

        Assert.Equal(code, refused.Refusal?.Code);
    }

    [Theory]
    [InlineData("A-1,样例路,,,110.0 38.0", "折线")]
    [InlineData("A-1,样例路,,,110.0 38.0; 38.0 110.0", "折线")]
    [InlineData("A-1,样例路,,样例镇,110.0 38.0; 110.1 38.0", "街道")]
    public async Task ImportSegments_ARowThatDoesNotFit_IsKeptAside(string row, string heading)
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);

        var imported = await ImportAsync(store, ImportRoadSegments.Kind, "路段.csv", "路段编号,道路,路段,街道,折线\n" + row + "\n");

        Assert.Equal((0, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(("MON-111", heading), imported.Rows.SelectMany(one => one.Findings).Select(finding => (finding.Code, finding.Arguments["heading"])).Single());
    }

    [Theory, EveryStore]
    public async Task Refer_AHighPlace_KeepsPlaceAndFiguresUntilItIsAnswered(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        _ = await ImportAsync(store, ImportRoadSegments.Kind, "路段.csv", Register);
        _ = await ImportAsync(store, ImportDrives.Kind, "环线.csv", Table);
        var unit = (await CurrentPack.ReadAsync(store.Db, Ct)).Value!.District.Subdistricts[0].Code;
        var asked = new ReferPeak.Request(new("环线", new DateTime(2024, 6, 30, 14, 0, 40, DateTimeKind.Utc), 2), unit, "清扫保洁", new(2024, 7, 3), "值班岗");
        var picture = IncomingFile.Of("现场.jpg", [0xFF, 0xD8, 0xFF, 0xE0]);

        var wrong = new List<string?>();
        foreach (var request in new[] { asked with { Peak = asked.Peak with { Times = 3 } }, asked with { Unit = "甲" }, asked with { DueOn = new(2024, 6, 29) }, asked with { Post = string.Empty } })
        {
            wrong.Add((await ReferPeak.RunAsync(store.Db, request, Actor.Local, store.Clock, Ct)).Refusal?.Code);
        }

        var referral = (await ReferPeak.RunAsync(store.Db, asked, Actor.Local, store.Clock, Ct)).Value!;
        var twice = await ReferPeak.RunAsync(store.Db, asked, Actor.Local, store.Clock, Ct);
        var noPicture = await AddPeakPhoto.RunAsync(store.Db, store.Files, new(asked.Peak, [IncomingFile.Of("现场.jpg", "文字"u8.ToArray())], string.Empty), Actor.Local, store.Clock, Ct);
        Assert.Null((await AddPeakPhoto.RunAsync(store.Db, store.Files, new(asked.Peak, [picture], "发现时"), Actor.Local, store.Clock, Ct)).Refusal);
        Assert.Null((await AnswerReferral.RunAsync(store.Db, new(referral.Id, false, "已清扫", "东四街道", referral.Version), Actor.Local, store.Clock, Ct)).Refusal);
        var over = await AnswerReferral.RunAsync(store.Db, new(referral.Id, true, "误转", "值班岗", referral.Version), Actor.Local, store.Clock, Ct);
        _ = await ImportAsync(store, ImportDrives.Kind, "环线.csv", Table.Replace(",400\n", ",500\n", StringComparison.Ordinal));

        Assert.Equal(["MON-121", "MON-122", "MON-122", "MON-054"], wrong);
        Assert.Equal(("MON-123", "MON-126", "MON-124"), (twice.Refusal?.Code, noPicture.Refusal?.Code, over.Refusal?.Code));
        var drive = Assert.Single(await Drive.ListAsync(store.Db, Period.Month(2024, 6), Ct));
        var followUps = (await DriveFollowUps.ReadAsync(store.Db, drive.FromUtc, drive.ToUtc, Ct)).Of(drive);
        Assert.Equal(("样例路东段", 400m, 148m, "已清扫"), followUps.Referrals.Select(one => (one.Location, one.PeakUgPerM3, one.MeanUgPerM3, one.Result)).Single());
        Assert.Equal((picture.Sha256, "发现时"), followUps.Of(Assert.Single(drive.HighPoints(drive.MeanUgPerM3 * 2))).Photos.Select(photo => (photo.Sha256, photo.Note)).Single());
    }

    private static string Gpx(string points) => $"<?xml version=\"1.0\"?><gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{points}</trkseg></trk></gpx>";

    private static string Point(string time, string longitude, string latitude, string? tsp) =>
        $"<trkpt lat=\"{latitude}\" lon=\"{longitude}\"><time>{time}</time>{(tsp is null ? string.Empty : $"<extensions><x:TSP xmlns:x=\"urn:x\">{tsp}</x:TSP></extensions>")}</trkpt>";

    private static ImportSource SourceOf(string name, string text) => new(IncomingFile.Of(name, Encoding.UTF8.GetBytes(text)));

    private static async Task<ImportDraft> ImportAsync(FigureStore store, ImportKind kind, string name, string text)
    {
        await store.RenewAsync();
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, kind, SourceOf(name, text), "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }
}

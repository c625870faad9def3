using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class ImportReadingsTests
{
    private const string Hours = "站点,时间,PM2.5,CO(mg/m³)\n演示站-东四-01,2024-07-01 08:00,12.5,0.4\n演示站-东四-01,2024-07-01 09:00,NA,0.5\n";
    private const string OtherHours = "站点,时间,PM2.5,CO(mg/m³)\n演示站-东四-01,2024-07-01 08:00,99,0.4\n演示站-东四-01,2024-07-01 10:00,7,\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Apply_HoursOfAKnownStation_StandBesideItsFramesAndAreSummedAtOnce(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var draft = (await sample.ImportHoursAsync(Hours)).Value!;

        await using var series = sample.NewSeriesContext();
        Assert.Equal((1, "3", "3"), (draft.Batch.Added, Count(draft, "values"), Count(draft, "added")));
        Assert.Equal([12.5m], (await SumsAsync(series, RollupSpan.Hour)).Select(hour => hour.Mean!.Value));
        Assert.Equal((1, 24, false), (await SumsAsync(series, RollupSpan.Day)).Select(day => (day.Count, day.Expected, day.IsValid)).Single());
        Assert.Equal(1, (await SumsAsync(series, RollupSpan.Month)).Single().Present);
        Assert.False(await series.Set<RollupDue>().AnyAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_TheSameFileAgain_BringsNothingNew(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var first = (await sample.ImportHoursAsync(Hours)).Value!;

        var again = (await sample.ImportHoursAsync(Hours)).Value!;

        Assert.True(again.IsNothingNew);
        Assert.Equal((first.Batch.Id, "0", "3"), (again.EarlierBatch, Count(again, "added"), Count(again, "same")));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_OtherValuesForHoursThatAreThere_KeepsTheFirst(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.ImportHoursAsync(Hours);

        var other = (await sample.ImportHoursAsync(OtherHours)).Value!;

        Assert.Equal(("1", "1", "1", "0"), (Count(other, "added"), Count(other, "same"), Count(other, "different"), Count(other, "changed")));
        Assert.Equal([12.5m, 7m], await ValuesAsync(sample));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_ATableThatCorrects_KeepsWhatStoodBefore(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.ImportHoursAsync(Hours);

        var corrected = (await sample.ImportHoursAsync(OtherHours, arguments: (ImportReadings.CorrectsArgument, "1"))).Value!;

        await using var series = sample.NewSeriesContext();
        Assert.Equal(("1", "1"), (Count(corrected, "added"), Count(corrected, "changed")));
        Assert.Equal([99m, 7m], await ValuesAsync(sample));
        Assert.Equal(12_500_000L, (await series.Set<EarlierReading>().AsNoTracking().SingleAsync(Ct)).Number);
        Assert.Equal([99m, 7m], (await SumsAsync(series, RollupSpan.Hour)).Select(hour => hour.Mean!.Value));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_HoursThatADeviceReported_LeavesThemAlone(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        _ = await sample.DeriveAsync(MonitoringSample.Frame("DataTime=20240701080000;a34004-Avg=38,a34004-Flag=N", cn: 2061));

        var draft = (await sample.ImportHoursAsync(Hours, arguments: (ImportReadings.CorrectsArgument, "1"))).Value!;

        Assert.Equal(("1", "2"), (Count(draft, "reported"), Count(draft, "added")));
        Assert.Equal([38m], await ValuesAsync(sample));
    }

    [Theory]
    [EveryStore]
    public async Task Undo_OfACorrection_BringsTheFirstValuesBackAndLeavesNothingOfTheBatch(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var first = (await sample.ImportHoursAsync(Hours)).Value!.Batch;
        var second = (await sample.ImportHoursAsync(OtherHours, arguments: (ImportReadings.CorrectsArgument, "1"))).Value!.Batch;

        var tooEarly = await UndoAsync(sample, first);
        var undone = await UndoAsync(sample, second);
        var after = await ValuesAsync(sample);
        var all = await UndoAsync(sample, first);

        await using var series = sample.NewSeriesContext();
        Assert.Equal("IMP-006", tooEarly.Refusal!.Code);
        Assert.Equal((ImportState.Undone, ImportState.Undone), (undone.Value!.State, all.Value!.State));
        Assert.Equal([12.5m], after);
        Assert.False(await series.Set<Reading>().AnyAsync(Ct) || await series.Set<Rollup>().AnyAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_AStationThatNobodyKnows_EntersTheRegisterInTheTierThatWasSaid(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var micro = (await sample.ImportHoursAsync(Hours.Replace("演示站-东四-01", "East", StringComparison.Ordinal))).Value!;
        _ = await sample.ImportHoursAsync(Hours.Replace("演示站-东四-01", "West", StringComparison.Ordinal), arguments: (ImportReadings.TierArgument, "国控"));
        var refused = await sample.ImportHoursAsync(Hours, arguments: (ImportReadings.TierArgument, "省控"));

        await using var db = sample.NewContext();
        var tiers = await db.Set<Device>().AsNoTracking().Where(device => device.Mn != MonitoringSample.Mn).OrderBy(device => device.Mn).Select(device => new { device.Mn, device.Tier }).ToListAsync(Ct);
        Assert.Equal("East", micro.Batch.Findings.Single(finding => finding.Code == ImportReadings.UnknownStations).Arguments["stations"]);
        Assert.Equal([("East", StationTier.Micro), ("West", StationTier.National)], tiers.Select(device => (device.Mn, device.Tier)));
        Assert.Equal("MON-021", refused.Refusal!.Code);
    }

    [Theory]
    [EveryStore]
    public async Task Preview_WritesNothing(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var draft = (await sample.ImportHoursAsync(Hours + "新站,2024-07-01 08:00,1,1\n", preview: true)).Value!;

        await using var db = sample.NewContext();
        Assert.Equal(("5", 2), (Count(draft, "added"), draft.Batch.Added));
        Assert.Empty(await sample.ReadingsAsync());
        Assert.Equal(1, await db.Set<Device>().CountAsync(Ct));
    }

    [Theory]
    [EveryStore]
    public async Task Preview_WhatCannotBeRead_IsARowOfItsOwnWithItsLine(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var draft = (await sample.ImportHoursAsync(Hours + "演示站-东四-01,2024-07-01 11:00,—x,1\n演示站-东四-01,2024-07-01 08:00,1,1\n", preview: true)).Value!;

        var rejected = draft.Rows.Single(row => row.Action == ImportAction.Reject);
        Assert.Equal(("第4行", "MON-023", "PM2.5"), (rejected.Position, rejected.Findings[0].Code, rejected.Findings[0].Arguments["column"]));
        Assert.Equal(("1", "1"), (Count(draft, "rejected"), Count(draft, "duplicates")));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_AfterATurnThatWasCutOff_IsTakenAgain(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);
        var (first, second) = (await PreviewAsync(sample, Hours), await PreviewAsync(sample, Hours.Replace("2024-07-01 09", "2024-07-01 9", StringComparison.Ordinal)));

        // What a turn that was cut off leaves: the hours are written, the batch still waits.
        var other = await ApplyAsync(sample, second);
        var again = await ApplyAsync(sample, first);

        Assert.Null(other.Refusal);
        Assert.Equal(ImportState.Applied, again.Value!.State);
        Assert.Equal([12.5m], await ValuesAsync(sample));
    }

    [Theory]
    [EveryStore]
    public async Task Apply_StandsInTheChainWithTheDigestOfItsHours(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind);

        var batch = (await sample.ImportHoursAsync(Hours)).Value!.Batch;

        await using var db = sample.NewContext();
        var link = await db.Set<AuditEntry>().AsNoTracking().SingleAsync(entry => entry.Kind == nameof(Reading), Ct);
        var news = await db.Set<Change>().AsNoTracking().SingleAsync(change => change.Kind == nameof(Reading), Ct);
        Assert.Equal($"{batch.Id:D}/演示站-东四-01", link.Key);
        Assert.Contains("\"rows\":\"3\"", link.Content, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2024, 7, 1), "Monitoring"), (news.FromOn, news.Room));
        Assert.Null((await VerifyAudit.RunAsync(db, Ct)).Broken);
    }

    private static string Count(ImportDraft draft, string what) => draft.Batch.Findings.Single(finding => finding.Code == ImportReadings.ValueCounts).Arguments[what];

    private static async Task<Guid> PreviewAsync(MonitoringSample sample, string csv)
    {
        await using var db = sample.NewContext();
        var source = new ImportSource(Platform.Foundation.Files.IncomingFile.Of("hours.csv", System.Text.Encoding.UTF8.GetBytes(csv)));
        return (await PreviewImport.RunAsync(db, new(Path.Combine(sample.Folder, "files")), ImportReadings.Kind, source, "text/csv", Actor.Local, sample.Clock, Ct)).Value!.Batch.Id;
    }

    private static async Task<Outcome<ImportBatch>> ApplyAsync(MonitoringSample sample, Guid batch)
    {
        await using var db = sample.NewContext();
        return await ApplyImport.RunAsync(db, ImportReadings.Kind, batch, Actor.Local, sample.Clock, Ct);
    }

    private static async Task<Outcome<ImportBatch>> UndoAsync(MonitoringSample sample, ImportBatch batch)
    {
        await using var db = sample.NewContext();
        return await UndoImport.RunAsync(db, ImportReadings.Kind, batch.Id, Actor.Local, sample.Clock, Ct);
    }

    private static async Task<List<decimal>> ValuesAsync(MonitoringSample sample) =>
        [.. (await sample.ReadingsAsync()).Where(reading => reading.Factor == "a34004").Select(reading => reading.Number!.Value / 1_000_000m)];

    private static Task<List<Rollup>> SumsAsync(LanshaoContext series, RollupSpan span) =>
        series.Set<Rollup>().AsNoTracking().Where(sum => sum.Span == span && sum.Factor == "a34004").OrderBy(sum => sum.StartUtc).ToListAsync(Ct);
}

using System.Text;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Plans;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

/// <summary>A store with a small district and one task list of four measures, for tests of what is reported on them.</summary>
internal sealed class ProgressSample(TestStore store) : IAsyncDisposable
{
    public static readonly Period June = Period.Month(2024, 6);
    public static readonly FixedClock Clock = new();

    public TestStore Store { get; } = store;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ProgressSample> NewAsync(StoreKind kind)
    {
        return new(await TestStore.CopyAsync(kind, "list of four measures", async store =>
        {
            await using var db = store.NewContext();
            Assert.Null((await ApplyPack.RunAsync(db, TestPack.Of(), TestPack.DistrictOnly, Actor.Local, Clock, Ct)).Refusal);
            var pack = (await CurrentPack.ReadAsync(db, Ct)).Value!;
            await new ProgressSample(store).ImportAsync(Plan(pack.District));
        }));
    }

    public async Task<UnitSheets> SheetsAsync()
    {
        await using var db = Store.NewContext();
        return (await UnitSheets.LoadAsync(db, "2024", new(await DistrictAsync(), June.To), Ct))!;
    }

    public async Task<District> DistrictAsync()
    {
        await using var db = Store.NewContext();
        return (await CurrentPack.ReadAsync(db, Ct)).Value!.District;
    }

    public async Task<Guid> MeasureAsync(string code)
    {
        await using var db = Store.NewContext();
        return await db.Set<Measure>().Where(m => m.Code == code).Select(m => m.Id).SingleAsync(Ct);
    }

    public async Task<Guid> ImportAsync(PlanReading reading)
    {
        await using var db = Store.NewContext();
        var kind = ImportPlan.KindThat((context, source, ct) => PlanStaging.StageAsync(context, reading, new(null), source.Arguments, [], ct));
        return await ApplyAsync(db, kind, new(IncomingFile.Of("plan.docx", Encoding.UTF8.GetBytes(reading.Title!))));
    }

    public async Task<Guid> ApplyAsync(ImportKind kind, byte[] file, string name, params (string Name, string Text)[] arguments)
    {
        await using var db = Store.NewContext();
        return await ApplyAsync(db, kind, new(IncomingFile.Of(name, file), arguments.ToDictionary(a => a.Name, a => a.Text)));
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task<Guid> ApplyAsync(LanshaoContext db, ImportKind kind, ImportSource source)
    {
        var preview = await PreviewImport.RunAsync(db, new FileStore(Store.Folder), kind, source, "application/octet-stream", Actor.Local, Clock, Ct);
        Assert.Null(preview.Refusal);
        Assert.Null((await ApplyImport.RunAsync(db, kind, preview.Value!.Batch.Id, Actor.Local, Clock, Ct)).Refusal);
        return preview.Value.Batch.Id;
    }

    private static PlanReading Plan(District district)
    {
        UnitReading Unit(string name) => new(name, district.Names.Resolve(name), district.Names.Resolve(name)?.Kind == NameKind.Group);
        return Readings.Plan(Readings.Annex(1,
            Readings.Task("1", "治理扬尘",
                Readings.Measure(1, "每周巡查工地扬尘措施") with { Lead = [Unit("区水务局")], Assist = [Unit("各街道")] },
                Readings.Measure(2, "新建口袋公园两处") with { Lead = [Unit("区水务局"), Unit("区某局")], Deadline = new("6月底前", DeadlineKind.By, null, new(2024, 6, 30)) }),
            Readings.Task("2", "河湖管护",
                Readings.Measure(3, "清掏雨水箅子") with { Lead = [Unit("各街道")], Deadline = new("长期实施", DeadlineKind.Ongoing, null, null) },
                Readings.Measure(4, "完成排口溯源") with { Lead = [Unit("区水务局")], Main = [Unit("北门")], Milestones = [new(new(2024, 5, 31), "5月底前完成踏勘")] })));
    }
}

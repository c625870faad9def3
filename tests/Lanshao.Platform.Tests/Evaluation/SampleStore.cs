using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

/// <summary>A store with the sample district and the figures that its pack carries.</summary>
internal sealed class SampleStore : IAsyncDisposable
{
    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part, DistrictPart.Calendar, IndicatorList.Part, PackFigures.Part, PrintedTables.Part, ReportTemplates.Part, AlertRules.Part];
    private readonly TestStore _store;

    private SampleStore(TestStore store, LanshaoContext db, Pack pack)
    {
        _store = store;
        Db = db;
        Pack = pack;
    }

    public LanshaoContext Db { get; }

    public Pack Pack { get; }

    public static async Task<SampleStore> NewAsync(StoreKind kind)
    {
        var (ct, clock, store) = (TestContext.Current.CancellationToken, new FixedClock(), await TestStore.NewAsync(kind));
        var known = TestPack.Sample().Files.All.Where(file => Parts.Any(part => part.Owns(file.Path)));
        var db = store.NewContext();
        Assert.Null((await ApplyPack.RunAsync(db, new PackFiles(known), Parts, Actor.Local, clock, ct)).Refusal);
        var pack = (await CurrentPack.ReadAsync(db, ct)).Value!;
        Assert.Null((await PackFigures.ImportAsync(db, new FileStore(Path.Combine(store.Folder, "files")), pack, Actor.Local, clock, ct)).Refusal);
        await db.DisposeAsync();
        return new(store, store.NewContext(), pack);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _store.DisposeAsync();
    }
}

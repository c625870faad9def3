using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Reports;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

/// <summary>A store with the sample district and the figures that its pack carries.</summary>
internal sealed class SampleStore : IAsyncDisposable
{
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
        var store = await HalfYearDistrict.NewStoreAsync(kind);
        var db = store.NewContext();
        return new(store, db, (await CurrentPack.ReadAsync(db, TestContext.Current.CancellationToken)).Value!);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _store.DisposeAsync();
    }
}

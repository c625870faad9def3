using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

public sealed class ReplacedFigureTests
{
    private const string Figure = "pm25,龙潭,2024H1,39.0,公布,已通报,街道站,未注明,累计,某局,,,,";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task List_AFigureCorrectedTwice_ShowsEachWithTheOneInItsPlace(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var began = ChinaTime.NowUtc(store.Clock);
        foreach (var value in new[] { "39.0", "38.5", "38.0" })
        {
            Assert.False((await store.ImportAsync(Figure.Replace("39.0", value, StringComparison.Ordinal))).IsRefused);
        }

        var now = ChinaTime.NowUtc(store.Clock);
        var all = await ReplacedFigure.ListAsync(store.Db, began, now.AddMinutes(1), 10, Ct);
        var first = await ReplacedFigure.ListAsync(store.Db, began, now, 10, Ct);

        Assert.Equal([(38.5m, 38m), (39m, 38.5m)], all.Select(figure => (figure.Before.Number!.Value, figure.After!.Number!.Value)));
        Assert.Equal([39m], first.Select(figure => figure.Before.Number!.Value));
        Assert.Equal([38.5m], (await ReplacedFigure.ListAsync(store.Db, began, now.AddMinutes(1), 1, Ct)).Select(figure => figure.Before.Number!.Value));
    }
}

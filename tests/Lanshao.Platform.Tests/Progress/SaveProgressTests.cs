using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class SaveProgressTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task RunAsync_FormMadeBeforeSomebodyElseSaved_IsRefused(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        var first = await SaveAsync(sample, "甲写", SaveProgress.NoVersion);

        var stale = await SaveAsync(sample, "乙写", SaveProgress.NoVersion);
        var fresh = await SaveAsync(sample, "丙写", first.Value!.Version);
        var staleAgain = await SaveAsync(sample, "丁写", first.Value.Version);

        Assert.Equal("ENV-020", stale.Refusal?.Code);
        Assert.Null(fresh.Refusal);
        Assert.Equal("ENV-020", staleAgain.Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task RunAsync_HandedInTwice_IsRefused(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);
        var first = await SaveAsync(sample, "甲写", SaveProgress.NoVersion, hand: true);

        Assert.Equal("PRG-004", (await SaveAsync(sample, "再写", first.Value!.Version, hand: true)).Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task RunAsync_EndlessText_IsRefused(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        Assert.Equal("PRG-023", (await SaveAsync(sample, new string('长', 5_001), SaveProgress.NoVersion)).Refusal?.Code);
    }

    private static async Task<Outcome<UnitReport>> SaveAsync(ProgressSample sample, string text, int version, bool hand = false)
    {
        await using var db = sample.Store.NewContext();
        var entries = new Dictionary<Guid, ProgressText> { [await sample.MeasureAsync("1-1-1")] = new(text) };
        return await SaveProgress.RunAsync(db, new(new("2024", ProgressSample.June, "n1"), entries, hand, false, version), WorkCalendar.Embedded, Actor.Local, ProgressSample.Clock, Ct);
    }
}

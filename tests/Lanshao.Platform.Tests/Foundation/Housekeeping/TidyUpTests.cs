using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Housekeeping;

public class TidyUpTests
{
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_OldAndNewThings_TakesOnlyTheOldOnes(StoreKind store)
    {
        await using var test = await TestStore.NewAsync(store);
        var forgotten = new JobKind("t.work", "试", false, (_, _) => Task.FromResult<Outcome<string>>("done"));
        var stale = await PreviewAsync(test, "old");
        await DoAsync(test, forgotten, "old");
        _clock.Advance(TimeSpan.FromDays(91));
        var fresh = await PreviewAsync(test, "new");
        await DoAsync(test, forgotten, "new");

        await DoAsync(test, TidyUp.Kind, "tidy");

        await using var db = test.NewContext();
        var states = await db.Set<ImportBatch>().ToDictionaryAsync(b => b.Id, b => b.State, Ct);
        Assert.Equal((ImportState.Discarded, ImportState.Previewed), (states[stale], states[fresh]));
        Assert.Equal(["new", "tidy"], await db.Set<Job>().OrderBy(j => j.Key).Select(j => j.Key).ToListAsync(Ct));
    }

    private async Task<Guid> PreviewAsync(TestStore test, string name)
    {
        var kind = new ImportKind<string>("t.rows", Permissions.ImportsApply)
        {
            Read = (_, _, _) => Task.FromResult<Outcome<ImportReading<string>>>(new ImportReading<string>(name, name, [new("1", name, [name], name, [])], [])),
            Current = (_, _, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()),
            Write = (_, _, _) => Task.FromResult<Refusal?>(null),
        };
        await using var db = test.NewContext();
        return (await PreviewImport.RunAsync(db, new FileStore(test.Folder), kind, new(IncomingFile.Of(name, [1])), "text/plain", Actor.Local, _clock, Ct)).Value!.Batch.Id;
    }

    private async Task DoAsync(TestStore test, JobKind kind, string key)
    {
        await using var db = test.NewContext();
        await RequestJob.RunAsync(db, kind, key, new { }, null, Actor.Local, _clock, Ct);
        Assert.True(await new JobRunner(test.Store, new([kind]), [], _clock, NullLogger<JobRunner>.Instance).RunOnceAsync(Ct));
    }
}

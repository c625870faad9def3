using Lanshao.Front;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Districts;
using Lanshao.Tests.CommandLine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Tests.Rooms.Districts;

/// <summary>What a pack carries comes in, also when the first time was interrupted, and only once.</summary>
public sealed class PackIntakeTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-intake-").FullName;
    private DataFolder? _data;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DataFolder Data => _data!;

    public async ValueTask InitializeAsync() => _data = (await DataFolder.OpenAsync(_folder, create: true, database: null, Ct)).Value!;

    public ValueTask DisposeAsync()
    {
        Data.Store.Release();
        TemporaryFolder.Delete(_folder);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Intake_InterruptedAfterTheRevision_IsFinishedTheNextTime(bool byTheNextStart)
    {
        await InterruptAsync();
        Assert.Equal((1, 0, 0), await CountsAsync());

        Assert.Null(await BeginAgainAsync(byTheNextStart));

        var (revisions, figures, lists) = await CountsAsync();
        Assert.Equal((1, 819), (revisions, figures));
        Assert.True(lists > 0);
        Assert.NotNull(PackMirror.Find(Data.FullPath));
    }

    [Fact]
    public async Task Intake_OfWhatIsInAlready_LeavesWhatAPersonTookBack()
    {
        Assert.Null(await FirstStart.RunAsync(Data, pack: null, TimeProvider.System, Ct));
        await using (var db = Data.Store.NewContext())
        {
            var batch = await db.Set<ImportBatch>().Where(b => b.Kind == ImportFigures.Kind.Code).OrderByDescending(b => b.Id).FirstAsync(Ct);
            Assert.False((await UndoImport.RunAsync(db, ImportFigures.Kind, batch.Id, Actor.Local, TimeProvider.System, Ct)).IsRefused);
        }

        var before = await CountsAsync();
        Assert.Null(await BeginAgainAsync(byTheNextStart: true));
        Assert.Null(await BeginAgainAsync(byTheNextStart: false));

        Assert.Equal(before, await CountsAsync());
    }

    // A file in the place of the folder for content: the disk fails just when the first figures are to be kept.
    private async Task InterruptAsync()
    {
        Directory.Delete(Data.FilesPath, recursive: true);
        await File.WriteAllTextAsync(Data.FilesPath, string.Empty, Ct);
        await Assert.ThrowsAnyAsync<IOException>(() => FirstStart.RunAsync(Data, pack: null, TimeProvider.System, Ct));
        File.Delete(Data.FilesPath);
    }

    private async Task<Refusal?> BeginAgainAsync(bool byTheNextStart) => byTheNextStart
        ? await FirstStart.RunAsync(Data, pack: null, TimeProvider.System, Ct)
        : (await PackIntake.RunAsync(Data, PackFolder.Read(PackVerbsTests.Sample).Value!, Actor.Local, TimeProvider.System, Ct)).Refusal;

    private async Task<(int Revisions, int Figures, int Lists)> CountsAsync()
    {
        await using var db = Data.Store.NewContext();
        return (await db.Set<PackRevision>().CountAsync(Ct), await db.Set<IndicatorValue>().CountAsync(Ct), await db.Set<ActionPlan>().CountAsync(Ct));
    }
}

using System.Text;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

/// <summary>A store with the sample district's pack, and the ways in which figures come into it.</summary>
internal sealed class FigureStore : IAsyncDisposable
{
    public const string Head = "指标,地点,时段,数值,基础,状态,站点口径,沙尘口径,时段口径,来源,来源表,印发日期,表内行号,备注";

    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part, IndicatorList.Part];
    private readonly TestStore _store;

    private FigureStore(TestStore store)
    {
        _store = store;
        Db = store.NewContext();
        Files = new(Path.Combine(store.Folder, "files"));
    }

    public LanshaoContext Db { get; private set; }

    public FixedClock Clock { get; } = new();

    public FileStore Files { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="kind">The store.</param>
    /// <param name="more">Further parts of the pack.</param>
    public static async Task<FigureStore> NewAsync(StoreKind kind, params IReadOnlyList<PackPart> more)
    {
        IReadOnlyList<PackPart> parts = [.. Parts, .. more];
        var files = TestPack.Sample().Files.All.Where(file => parts.Any(part => part.Files.Contains(file.Path))).ToList();
        return new(await TestStore.CopyAsync(kind, "indicators and " + string.Join('+', files.Select(file => file.Path)), async store =>
        {
            await using var db = store.NewContext();
            Assert.Null((await ApplyPack.RunAsync(db, new PackFiles(files), parts, Actor.Local, new FixedClock(), Ct)).Refusal);
        }));
    }

    /// <summary>Takes a new context, as the next request would.</summary>
    public async Task RenewAsync()
    {
        await Db.DisposeAsync();
        Db = _store.NewContext();
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async Task<Outcome<ImportDraft>> ImportAsync(params string[] lines)
    {
        await RenewAsync();
        return await ImportAtOnce.RunAsync(Db, Files, ImportFigures.Kind, Source(lines), "text/csv", Actor.Local, Clock, Ct);
    }

    public async Task<ImportDraft> DraftAsync(params string[] lines) => (await DraftImport.RunAsync(Db, ImportFigures.Kind, Source(lines), Actor.Local, Clock, Ct)).Value!;

    public async Task<List<IndicatorValue>> AllAsync() => await Db.Set<IndicatorValue>().AsNoTracking().OrderBy(value => value.Indicator).ThenBy(value => value.Revision).ToListAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static ImportSource Source(string[] lines) => new(IncomingFile.Of("figures.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Head)) + "\n")));
}

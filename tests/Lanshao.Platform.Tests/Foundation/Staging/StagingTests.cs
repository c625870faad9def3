using System.Globalization;
using System.Text;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation.Staging;

public sealed class StagingTests : IDisposable
{
    private const string First = "甲 10.0\n乙 20\n丙 ?";
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-staging-").FullName;
    private readonly FixedClock _clock = new();
    private bool _questionMarkIsReadable;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Theory, EveryStore]
    public async Task Preview_NewFile_StagesEveryRowAndLeavesTheRoomAlone(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);

        var draft = await PreviewAsync(store, Areas(), First);

        Assert.Equal((2, 0, 0, 1), Counts(draft.Batch));
        await using var db = store.NewContext();
        Assert.False(await db.Set<Probe>().AnyAsync(Ct));
        var rows = await db.Set<ImportRow>().AsNoTracking().OrderBy(r => r.Seq).ToListAsync(Ct);
        Assert.Equal([ImportAction.Add, ImportAction.Add, ImportAction.Reject], rows.Select(r => r.Action));
        Assert.Equal(["第1行", "第2行", "第3行"], rows.Select(r => r.Position));
        Assert.Equal(["丙", "?"], rows[2].Cells());
        Assert.Equal(("LED-001", "?"), (rows[2].Findings[0].Code, rows[2].Findings[0].Arguments["found"]));
        Assert.Equal(10m, rows[0].AfterAs<Area>()!.M2);
        var batch = await db.Set<ImportBatch>().SingleAsync(Ct);
        Assert.Equal(ImportRow.Digest(rows), batch.RowsSha256);
        Assert.True(await new FileStore(_folder).VerifyAsync(batch.FileSha256, Ct));
    }

    [Theory, EveryStore]
    public async Task Apply_PreviewedBatch_WritesRoomStateFeedAndChain(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);

        var batch = (await ImportAsync(store, Areas(), First)).Batch;

        Assert.Equal(ImportState.Applied, batch.State);
        Assert.Equal([("乙", 20m), ("甲", 10m)], await AreasAsync(store));
        await using var db = store.NewContext();
        var actions = await db.Set<AuditEntry>().OrderBy(a => a.Seq).Select(a => a.Action + " " + a.Kind).ToListAsync(Ct);
        Assert.Equal(["PreviewImport ImportBatch", "PreviewImport StoredFile", "ApplyImport ImportBatch", "ApplyImport Probe", "ApplyImport Probe"], actions);
    }

    [Theory, EveryStore]
    public async Task Preview_SameFileAgain_BringsNothingNewAndNamesTheDay(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var first = await ImportAsync(store, Areas(), First);
        _clock.Advance(TimeSpan.FromDays(3));

        var again = await ImportAsync(store, Areas(), First);

        Assert.True(again.IsNothingNew);
        Assert.Equal(first.Batch.Id, again.EarlierBatch);
        Assert.Equal((0, 0, 2, 1), Counts(again.Batch));
        Assert.Equal(("IMP-001", "2024-07-01"), (again.Batch.Findings[0].Code, again.Batch.Findings[0].Arguments["day"]));
        await using var db = store.NewContext();
        Assert.Equal(1, await db.Set<ImportBatch>().CountAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task Preview_SameFileAfterACorrection_DoesNotTakeTheCorrectionBack(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await ImportAsync(store, Areas(), First);
        await ImportAsync(store, Areas(), "甲 11\n乙 20\n丙 30");

        var again = await ImportAsync(store, Areas(), First);

        Assert.True(again.IsNothingNew);
        Assert.Equal([("丙", 30m), ("乙", 20m), ("甲", 11m)], await AreasAsync(store));
    }

    [Theory, EveryStore]
    public async Task Preview_SameFileWhenARejectedRowCanBeReadNow_BringsOnlyThatRow(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await ImportAsync(store, Areas(), First);
        _questionMarkIsReadable = true;

        var again = await ImportAsync(store, Areas(), First);

        Assert.Equal((1, 0, 2, 0), Counts(again.Batch));
        Assert.Equal([("丙", -1m), ("乙", 20m), ("甲", 10m)], await AreasAsync(store));
    }

    [Theory, EveryStore]
    public async Task Preview_CorrectedFile_ShowsBeforeAndAfterOfWhatDiffers(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await ImportAsync(store, Areas(), First);

        var draft = await PreviewAsync(store, Areas(), "甲 10\n乙 20.50");

        Assert.Equal((0, 1, 1, 0), Counts(draft.Batch));
        Assert.Equal((20m, 20.5m), (draft.Rows[1].BeforeAs<Area>()!.M2, draft.Rows[1].AfterAs<Area>()!.M2));
    }

    [Theory, EveryStore]
    public async Task Preview_WholeListLacksAStoredRow_IsARemoval(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await ImportAsync(store, Areas(isWholeList: true), "甲 10\n乙 20");

        var draft = await ImportAsync(store, Areas(isWholeList: true), "乙 20");

        Assert.Equal(1, draft.Batch.Removed);
        Assert.Equal([("乙", 20m)], await AreasAsync(store));
    }

    [Theory, EveryStore]
    public async Task Undo_CorrectionWithRemovals_BringsEverythingBackWithItsOrigin(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var first = await ImportAsync(store, Areas(isWholeList: true), "甲 10\n乙 20");
        var second = await ImportAsync(store, Areas(isWholeList: true), "乙 21\n丙 30");
        var written = new List<RowChange<Area>>();

        var undone = await UndoAsync(store, Areas(isWholeList: true, written), second.Batch.Id);

        Assert.Equal(ImportState.Undone, undone.Value?.State);
        Assert.Equal([("乙", 20m), ("甲", 10m)], await AreasAsync(store));
        var back = written.Single(c => c.Key == "乙");
        Assert.Equal((21m, 20m), (back.Before!.M2, back.After!.M2));
        Assert.Equal((first.Batch.Id, 2, "第2行", first.Batch.FileSha256), (back.Origin!.BatchId, back.Origin.Seq, back.Origin.Where, back.Origin.FileSha256));
        Assert.Null(written.Single(c => c.Key == "丙").After);
    }

    [Theory, EveryStore]
    public async Task Undo_RowChangedSince_IsRefusedAndChangesNothing(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var draft = await ImportAsync(store, Areas(), First);
        await EditAsync(store, "乙", 99);

        var undone = await UndoAsync(store, Areas(), draft.Batch.Id);

        Assert.Equal(("IMP-006", "乙"), (undone.Refusal?.Code, undone.Refusal?.Arguments["key"]));
        Assert.Equal([("乙", 99m), ("甲", 10m)], await AreasAsync(store));
        await using var db = store.NewContext();
        Assert.Equal(ImportState.Applied, (await db.Set<ImportBatch>().SingleAsync(Ct)).State);
    }

    [Theory, EveryStore]
    public async Task Apply_StoreMovedOnSinceThePreview_IsRefusedAndChangesNothing(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await ImportAsync(store, Areas(), First);
        var draft = await PreviewAsync(store, Areas(), "甲 12");
        await EditAsync(store, "甲", 11);

        var applied = await ApplyAsync(store, Areas(), draft.Batch.Id);

        Assert.Equal("IMP-005", applied.Refusal?.Code);
        Assert.Equal([("乙", 20m), ("甲", 11m)], await AreasAsync(store));
    }

    [Theory, EveryStore]
    public async Task Apply_Twice_IsRefused(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var draft = await ImportAsync(store, Areas(), First);

        var second = await ApplyAsync(store, Areas(), draft.Batch.Id);

        Assert.Equal(("IMP-004", "Applied"), (second.Refusal?.Code, second.Refusal?.Arguments["found"]));
    }

    [Theory, EveryStore]
    public async Task Apply_UnknownBatch_IsNotFound(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);

        Assert.Equal("IMP-003", (await ApplyAsync(store, Areas(), Guid.CreateVersion7())).Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task Discard_PreviewedBatch_CannotBeAppliedAnyMore(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var draft = await PreviewAsync(store, Areas(), First);
        await using var db = store.NewContext();

        Assert.False((await DiscardImport.RunAsync(db, draft.Batch.Id, Actor.Local, _clock, Ct)).IsRefused);

        Assert.Equal("IMP-004", (await ApplyAsync(store, Areas(), draft.Batch.Id)).Refusal?.Code);
    }

    [Theory, EveryStore]
    public async Task Apply_RoomRefuses_ChangesNothing(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        var refusing = new ImportKind<Area>("areas", Permissions.ImportsApply)
        {
            Read = ReadAsync,
            Current = CurrentAsync,
            Write = async (db, writing, ct) =>
            {
                await WriteAsync(db, writing, ct);
                return Refusal.Invalid("LED-002");
            },
        };

        var draft = await PreviewAsync(store, refusing, First);
        var applied = await ApplyAsync(store, refusing, draft.Batch.Id);

        Assert.Equal("LED-002", applied.Refusal?.Code);
        Assert.Empty(await AreasAsync(store));
    }

    [Theory, EveryStore]
    public async Task Preview_KeyTwice_RejectsTheLaterRow(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);

        var draft = await PreviewAsync(store, Areas(), "甲 10\n甲 11");

        Assert.Equal([ImportAction.Add, ImportAction.Reject], draft.Rows.Select(r => r.Action));
        Assert.Equal(("IMP-002", "第1行"), (draft.Rows[1].Findings[0].Code, draft.Rows[1].Findings[0].Arguments["first"]));
    }

    [Theory, EveryStore]
    public async Task Preview_DocumentRefused_IsARefusalAndNothingReachesTheDisk(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        await using var db = store.NewContext();
        var kindOfImport = new ImportKind<Area>("areas", Permissions.ImportsApply)
        {
            Read = (_, _, _) => throw new DocumentRefusedException("DOC-020", new Dictionary<string, string> { ["found"] = "密级" }),
            Current = CurrentAsync,
            Write = WriteAsync,
        };

        var draft = await PreviewImport.RunAsync(db, new FileStore(_folder), kindOfImport, Source(First), "text/plain", Actor.Local, _clock, Ct);

        Assert.Equal(("DOC-020", RefusalKind.Unreadable, "密级"), (draft.Refusal?.Code, draft.Refusal?.Kind, draft.Refusal?.Arguments["found"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
        Assert.False(await db.Set<ImportBatch>().AnyAsync(Ct));
    }

    [Theory, EveryStore]
    public async Task ListAsync_MoreThanAPage_GoesOnAfterTheLastRow(StoreKind kind)
    {
        await using var store = await ProbeStore.NewAsync(kind);
        for (var n = 0; n < 5; n++)
        {
            _clock.Advance(TimeSpan.FromMinutes(n % 2));
            await PreviewAsync(store, Areas(), $"甲 {n}");
        }

        await using var db = store.NewContext();
        var seen = new List<Guid>();
        for (string? after = null; ;)
        {
            var page = await ImportQueries.ListAsync(db, "areas", after is null ? null : Guid.Parse(after), 2, Ct);
            seen.AddRange(page.Rows.Select(b => b.Id));
            if ((after = page.After) is null)
            {
                break;
            }
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    private static (int Added, int Changed, int Unchanged, int Rejected) Counts(ImportBatch batch) => (batch.Added, batch.Changed, batch.Unchanged, batch.Rejected);

    private static ImportSource Source(string text) => new(IncomingFile.Of("面积.txt", Encoding.UTF8.GetBytes(text)));

    private async Task<ImportDraft> PreviewAsync(ProbeStore store, ImportKind kind, string text)
    {
        await using var db = store.NewContext();
        var draft = await PreviewImport.RunAsync(db, new FileStore(_folder), kind, Source(text), "text/plain", Actor.Local, _clock, Ct);
        return draft.Value ?? throw new InvalidOperationException(draft.Refusal?.Code);
    }

    private async Task<ImportDraft> ImportAsync(ProbeStore store, ImportKind kind, string text)
    {
        await using var db = store.NewContext();
        var draft = await ImportAtOnce.RunAsync(db, new FileStore(_folder), kind, Source(text), "text/plain", Actor.Local, _clock, Ct);
        return draft.Value ?? throw new InvalidOperationException(draft.Refusal?.Code);
    }

    private async Task<Outcome<ImportBatch>> ApplyAsync(ProbeStore store, ImportKind kind, Guid batch)
    {
        await using var db = store.NewContext();
        return await ApplyImport.RunAsync(db, kind, batch, Actor.Local, _clock, Ct);
    }

    private async Task<Outcome<ImportBatch>> UndoAsync(ProbeStore store, ImportKind kind, Guid batch)
    {
        await using var db = store.NewContext();
        return await UndoImport.RunAsync(db, kind, batch, Actor.Local, _clock, Ct);
    }

    private async Task EditAsync(ProbeStore store, string name, decimal area)
    {
        await using var db = store.NewContext();
        (await db.Set<Probe>().SingleAsync(p => p.Name == name, Ct)).AreaM2 = area;
        Assert.Null(await db.SaveAsync(Actor.Local, _clock, Ct));
    }

    private static async Task<List<(string, decimal)>> AreasAsync(ProbeStore store)
    {
        await using var db = store.NewContext();
        return [.. (await db.Set<Probe>().OrderBy(p => p.Name).ToListAsync(Ct)).Select(p => (p.Name, p.AreaM2!.Value))];
    }

    private ImportKind<Area> Areas(bool isWholeList = false, List<RowChange<Area>>? written = null) => new("areas", Permissions.ImportsApply)
    {
        IsWholeList = isWholeList,
        Read = ReadAsync,
        Current = CurrentAsync,
        Write = (db, writing, ct) =>
        {
            written?.AddRange(writing.Changes);
            return WriteAsync(db, writing, ct);
        },
    };

    private Task<Outcome<ImportReading<Area>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var rows = Encoding.UTF8.GetString(source.File.Bytes).Split('\n').Select((line, n) => ReadRow($"第{n + 1}行", line.Split(' '))).ToList();
        return Task.FromResult<Outcome<ImportReading<Area>>>(new ImportReading<Area>("areas", "面积", rows, []));
    }

    private SourceRow<Area> ReadRow(string where, string[] cells)
    {
        if (cells[1] == "?" && _questionMarkIsReadable)
        {
            return new(where, cells[0], cells, new(cells[0], -1), []);
        }

        return decimal.TryParse(cells[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var area)
            ? new(where, cells[0], cells, new(cells[0], area), [])
            : new(where, cells[0], cells, null, [new("LED-001", Severity.Error, new Dictionary<string, string> { ["found"] = cells[1] }, where)]);
    }

    private static async Task<IReadOnlyDictionary<string, Area>> CurrentAsync(LanshaoContext db, string target, CancellationToken ct) =>
        (await db.Set<Probe>().AsNoTracking().ToListAsync(ct)).ToDictionary(p => p.Name, p => new Area(p.Name, p.AreaM2!.Value));

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<Area> writing, CancellationToken ct)
    {
        foreach (var change in writing.Changes)
        {
            var probe = await db.Set<Probe>().SingleOrDefaultAsync(p => p.Name == change.Key, ct);
            if (change.After is null)
            {
                db.Remove(probe!);
            }
            else if (probe is null)
            {
                db.Add(new Probe(Guid.CreateVersion7(), change.Key) { AreaM2 = change.After.M2 });
            }
            else
            {
                probe.AreaM2 = change.After.M2;
            }
        }

        return null;
    }

    private sealed record Area(string Name, decimal M2);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>出具数据更正单 of hours that an import (table, typed rows) or its undoing changed after figures stood on them: one sheet for a station and a turn of the import. The computed tables of their months are computed anew. The cursor moves with the sheet, so that a run that was cut off is taken up by the next.</summary>
public static class IssueImportCorrections
{
    /// <summary>The name of the cursor in the change feed.</summary>
    public const string CursorName = "evaluation.imports";

    private const string Room = "Monitoring";
    private const int MostTogether = 200;

    // What was imported long before these sheets were made is no news.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(35);

    // Hours of the present may wait for their sums for as long as a device reports.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Issues the sheets that are due; returns how many.</summary>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, MonitoringStores stores, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (nowUtc, cursor) = (ChinaTime.NowUtc(clock), await db.Set<FeedCursor>().AsNoTracking().SingleOrDefaultAsync(known => known.Consumer == CursorName, ct));
        var newest = await FeedLag.NewestAsync(db, ct);
        var (at, sinceUtc) = (cursor?.Sequence ?? 0, cursor is null ? nowUtc - Longest : DateTime.UnixEpoch);
        var news = await db.Set<Change>().AsNoTracking().Where(change => change.Room == Room && change.Kind == nameof(Reading) && change.Sequence > at && change.AtUtc >= sinceUtc).OrderBy(change => change.Sequence).Take(MostTogether).ToListAsync(ct);
        var (issued, isWaiting) = (0, false);
        foreach (var one in news)
        {
            var change = await ImportedChanges.ReadAsync(db, stores, one, ct);
            if (change is not null && nowUtc - one.AtUtc < LongestWait && await ImportedChanges.IsWaitingAsync(stores, change, ct))
            {
                isWaiting = true;
                break;
            }

            var done = await IssueAsync(db, stores, one, change, actor, clock, ct);
            if (done.IsRefused)
            {
                return done.Refusal;
            }

            issued += done.Value ? 1 : 0;
        }

        return !isWaiting && news.Count < MostTogether && newest > at && await PassAsync(db, newest, actor, clock, ct) is { } refusal ? refusal : issued;
    }

    private static async Task<Outcome<bool>> IssueAsync(LanshaoContext db, MonitoringStores stores, Change news, ImportedChange? change, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var changed = change is null ? null : new ChangedSums(change.Device, change.From, change.To, change.Changes);
        var prepared = await CorrectTables.PrepareAsync(db, stores, changed is null ? [] : ChangedSums.AskedOf([changed]).Select(asked => asked with { SinceUtc = change!.AtUtc }), ct);
        if (prepared.IsRefused)
        {
            return prepared.Refusal;
        }

        Outcome<IReadOnlyList<CorrectionLine>> below = Array.Empty<CorrectionLine>();
        if (change is not null && (change.Corrects || !prepared.Value.IsEmpty))
        {
            below = await changed!.LinesAsync(db, stores, isThenAsNow: false, ct);
        }

        if (below.IsRefused)
        {
            return below.Refusal;
        }

        var isDue = false;
        var refusal = await prepared.Value.SaveWithAsync(db, AddAsync, actor, clock, ct);
        return refusal is null ? isDue : refusal;

        Task AddAsync(IReadOnlyDictionary<string, CorrectTables.Corrected> tables)
        {
            List<CorrectionLine> lines = [.. below.Value, .. tables.Values.SelectMany(table => table.Lines)];
            isDue = change is not null && lines.Count > 0 && (change.Corrects || lines.Count > below.Value.Count);
            if (isDue)
            {
                db.Add(SheetOf(change!, changed!, actor, clock).Saying(LateLines.Fold(lines), [.. tables.Values.SelectMany(table => table.Ended)]));
            }

            return MoveAsync(db, news.Sequence, ct);
        }
    }

    private static DataCorrection SheetOf(ImportedChange change, ChangedSums changed, Actor actor, TimeProvider clock) => new(
        IdOf(change), CorrectionOrigin.Import, change.Device.Mn, string.Join(' ', changed.Factors), changed.SubjectOf(change.IsUndone ? "撤销导入" : "导入数据"), ReasonOf(change), change.From, change.To, ChinaTime.NowUtc(clock), actor.Id);

    private static string ReasonOf(ImportedChange change)
    {
        var (batch, at) = (change.Batch, ChinaTime.CivilOf(change.AtUtc));
        var (who, what) = change.IsUndone ? (batch.EndedBy, "撤销导入") : (batch.AppliedBy, "导入");
        return string.Create(CultureInfo.InvariantCulture, $"{what}：{batch.FileName}（批次{batch.Id.ToString("N")[^8..]}），经办{(who == Actor.System.Id ? Actor.System.Name : who == Actor.Local.Id ? Actor.Local.Name : who)}，{at:yyyy-MM-dd HH:mm}，改动小时值{change.Hours}个，汇总后重新计算。");
    }

    // What else lies in the feed is not for us.
    private static async Task<Refusal?> PassAsync(LanshaoContext db, long newest, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        await MoveAsync(db, newest, ct);
        return await db.SaveAsync(actor, clock, ct);
    }

    private static async Task MoveAsync(LanshaoContext db, long sequence, CancellationToken ct)
    {
        if (await db.Set<FeedCursor>().SingleOrDefaultAsync(known => known.Consumer == CursorName, ct) is { } cursor)
        {
            cursor.MoveTo(Math.Max(sequence, cursor.Sequence));
        }
        else
        {
            db.Add(new FeedCursor(CursorName, sequence));
        }
    }

    // A batch is applied once and undone once.
    private static Guid IdOf(ImportedChange change) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{change.Batch.Id:N}/{change.Device.Mn}/{change.IsUndone}")).AsSpan(0, 16));
}

using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>Puts a batch of frames into PostgreSQL at once: which identities are known is asked in one query, the frames that are new go in by binary copy.</summary>
/// <param name="session">On the part of the journal, in a transaction that has its turn: nobody else writes meanwhile.</param>
internal sealed class FrameCopy(BulkSession session)
{
    /// <summary>Writes a batch, in its order; returns how many frames were new.</summary>
    /// <param name="batch">The frames; each learns whether it is new.</param>
    /// <param name="next">The number of the first one.</param>
    public int Write(List<JournalEntry> batch, long next)
    {
        var contents = Known(batch);
        var first = next;
        using var rows = session.Copy(PostgresSql.CopyFrames);
        foreach (var entry in batch)
        {
            if (!contents.TryGetValue(IdentityOf(entry), out var known))
            {
                contents.Add(IdentityOf(entry), known = []);
            }

            entry.IsNew = !known.Exists(digest => digest.AsSpan().SequenceEqual(entry.Digest));
            if (entry.IsNew)
            {
                Put(rows, entry, next++, isConflict: entry.Qn.Length > 0 && known.Count > 0);
                known.Add(entry.Digest);
            }
        }

        rows.Complete();
        return (int)(next - first);
    }

    private Dictionary<FrameIdentity, List<byte[]>> Known(List<JournalEntry> batch)
    {
        var contents = new Dictionary<FrameIdentity, List<byte[]>>(batch.Count);
        using var rows = session.Rows(
            PostgresSql.KnownFrames,
            batch.ConvertAll(entry => entry.Mn).ToArray(), batch.ConvertAll(entry => entry.Qn).ToArray(), batch.ConvertAll(entry => entry.Cn).ToArray(), batch.ConvertAll(entry => entry.Pno).ToArray(),
            batch.ConvertAll(entry => entry.Digest).ToArray());
        while (rows.Next())
        {
            var identity = IdentityOf(batch[(int)rows.Number(0) - 1]);
            if (!contents.TryGetValue(identity, out var known))
            {
                contents.Add(identity, known = []);
            }

            known.Add(rows.Bytes(1));
        }

        return contents;
    }

    private static FrameIdentity IdentityOf(JournalEntry entry) => new(entry.Mn, entry.Qn, entry.Cn, entry.Pno);

    private static void Put(CopiedRows rows, JournalEntry entry, long seq, bool isConflict)
    {
        rows.Begin();
        rows.Put((long?)seq);
        rows.Put(entry.Mn);
        rows.Put(entry.Qn);
        rows.Put(entry.Cn);
        rows.Put(entry.Pno);
        rows.Put(entry.Digest);
        rows.Put(entry.ReceivedUtc);
        rows.Put(entry.Remote);
        rows.Put(entry.Bytes);
        rows.Put(entry.IsBackFill);
        rows.Put(isConflict);
    }
}

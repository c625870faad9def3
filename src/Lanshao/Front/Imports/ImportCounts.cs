using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;

namespace Lanshao.Front.Imports;

/// <summary>How many rows of a file come to what. The row that stands for the file as a whole is none of them.</summary>
internal sealed record ImportCounts(int Added, int Changed, int Removed, int Unchanged, int Rejected)
{
    public int All => Added + Changed + Removed + Unchanged + Rejected;

    /// <summary>Reads the counts of some batches.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ImportCounts>> ReadAsync(LanshaoContext db, IReadOnlyList<ImportBatch> batches, CancellationToken ct)
    {
        var heads = new Dictionary<Guid, ImportAction>();
        foreach (var offer in ImportOffers.All.Where(offer => offer.HeadKey is not null))
        {
            foreach (var (batch, action) in await ImportQueries.ActionsAsync(db, [.. batches.Where(batch => batch.Kind == offer.Kind.Code).Select(batch => batch.Id)], offer.HeadKey!, ct))
            {
                heads[batch] = action;
            }
        }

        return batches.ToDictionary(batch => batch.Id, batch => Of(batch, heads.TryGetValue(batch.Id, out var head) ? head : null));
    }

    public int Of(ImportAction action) => action switch
    {
        ImportAction.Add => Added,
        ImportAction.Change => Changed,
        ImportAction.Remove => Removed,
        ImportAction.Unchanged => Unchanged,
        _ => Rejected,
    };

    private static ImportCounts Of(ImportBatch batch, ImportAction? head)
    {
        int Less(int count, ImportAction action) => head == action ? count - 1 : count;
        return new(Less(batch.Added, ImportAction.Add), Less(batch.Changed, ImportAction.Change), Less(batch.Removed, ImportAction.Remove), Less(batch.Unchanged, ImportAction.Unchanged), Less(batch.Rejected, ImportAction.Reject));
    }
}

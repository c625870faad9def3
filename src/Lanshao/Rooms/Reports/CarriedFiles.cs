using System.Collections.Concurrent;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.CarryOver;

namespace Lanshao.Rooms.Reports;

/// <summary>A draft made of last period's document.</summary>
/// <param name="Id">Its random key: who has it sees the draft.</param>
/// <param name="Name">The name of the file that was handed in.</param>
/// <param name="Draft">The draft.</param>
/// <param name="MadeUtc">When.</param>
internal sealed record CarriedFile(Guid Id, string Name, CarryOverReport.Carried Draft, DateTime MadeUtc);

/// <summary>The drafts of the last half hour, in memory only, the oldest goes first.</summary>
internal sealed class CarriedFiles(TimeProvider clock)
{
    private const int MostFiles = 10;
    private const long MostBytes = 100L << 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<Guid, CarriedFile> _files = [];

    /// <summary>Keeps a draft and answers its key.</summary>
    public Guid Keep(string name, CarryOverReport.Carried draft)
    {
        var kept = new CarriedFile(new Guid(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), name, draft, ChinaTime.NowUtc(clock));
        _files[kept.Id] = kept;
        DropOld();
        return kept.Id;
    }

    /// <summary>Finds a draft; null where there is none, or none any more.</summary>
    public CarriedFile? Find(Guid id)
    {
        DropOld();
        return _files.GetValueOrDefault(id);
    }

    private void DropOld()
    {
        var now = ChinaTime.NowUtc(clock);
        var (count, bytes) = (0, 0L);
        foreach (var file in _files.Values.OrderByDescending(file => file.MadeUtc))
        {
            (count, bytes) = (count + 1, bytes + file.Draft.File.LongLength);
            if (now - file.MadeUtc > Kept || (count > 1 && (count > MostFiles || bytes > MostBytes)))
            {
                _files.TryRemove(file.Id, out _);
            }
        }
    }
}

using System.Collections.Concurrent;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Checking;

namespace Lanshao.Rooms.Reports;

/// <summary>A file that somebody dropped to have it checked, with what was found.</summary>
/// <param name="Id">Its random key: who has it sees the file.</param>
/// <param name="File">The file.</param>
/// <param name="Report">What was found.</param>
/// <param name="TakenUtc">When it was dropped.</param>
internal sealed record CheckedFile(Guid Id, IncomingFile File, CheckReport Report, DateTime TakenUtc);

/// <summary>The dropped files of the last half hour, in memory only: nothing of them reaches the disk, the oldest goes first.</summary>
internal sealed class CheckedFiles(TimeProvider clock)
{
    private const int MostFiles = 20;
    private const long MostBytes = 100L << 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<Guid, CheckedFile> _files = [];

    /// <summary>Keeps a file and answers its key.</summary>
    public Guid Keep(IncomingFile file, CheckReport report)
    {
        var kept = new CheckedFile(new Guid(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), file, report, ChinaTime.NowUtc(clock));
        _files[kept.Id] = kept;
        DropOld();
        return kept.Id;
    }

    /// <summary>Finds a file; null where there is none, or none any more.</summary>
    public CheckedFile? Find(Guid id)
    {
        DropOld();
        return _files.GetValueOrDefault(id);
    }

    private void DropOld()
    {
        var now = ChinaTime.NowUtc(clock);
        var (count, bytes) = (0, 0L);
        foreach (var file in _files.Values.OrderByDescending(file => file.TakenUtc))
        {
            (count, bytes) = (count + 1, bytes + file.File.Bytes.LongLength);
            if (now - file.TakenUtc > Kept || (count > 1 && (count > MostFiles || bytes > MostBytes)))
            {
                _files.TryRemove(file.Id, out _);
            }
        }
    }
}

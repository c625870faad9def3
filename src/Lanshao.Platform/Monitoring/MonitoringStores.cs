using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring;

/// <summary>Where the three parts of the room lie: the register, the journal, and what is derived. One database in PostgreSQL, three files in SQLite.</summary>
public sealed record MonitoringStores(Store Business, Store Journal, Store Series)
{
    /// <summary>Opens the parts of a data folder; made when they are not there.</summary>
    public static async Task<Outcome<MonitoringStores>> OpenAsync(DataFolder folder, CancellationToken ct)
    {
        var journal = await folder.OpenPartAsync(DataPart.Journal, ct);
        if (journal.IsRefused)
        {
            return journal.Refusal;
        }

        var series = await folder.OpenPartAsync(DataPart.Series, ct);
        return series.IsRefused ? series.Refusal : new MonitoringStores(folder.Store, journal.Value, series.Value);
    }
}

using Lanshao.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lanshao.Hosting;

/// <summary>Whether the business data answers, and the folder takes a file.</summary>
public sealed class StorageCheck(DataFolder data) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = data.Store.NewContext();
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("database");
        }

        try
        {
            await using var probe = new FileStream(Path.Combine(data.FullPath, $".ready-{Guid.CreateVersion7():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            return HealthCheckResult.Healthy();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("folder");
        }
    }
}

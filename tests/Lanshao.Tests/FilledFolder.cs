using Lanshao.Front;
using Lanshao.Platform.Storage;
using Xunit;

namespace Lanshao.Tests;

/// <summary>The data folder of a first start, filled once a run and copied for each site: filling takes a second and more, copying next to nothing.</summary>
public sealed class FilledFolder : IDisposable
{
    private static readonly Lazy<Task<string>> Filled = new(FillAsync);

    /// <summary>Returns a data folder with the sample district; on a PostgreSQL database it is filled there, since a folder holds no copy of that.</summary>
    internal static async Task<DataFolder> OpenAsync(string path, string? database, CancellationToken ct)
    {
        if (database is null)
        {
            TemporaryFolder.Copy(await Filled.Value, path);
        }

        return await StartAsync(path, database, ct);
    }

    public void Dispose()
    {
        if (Filled.IsValueCreated)
        {
            TemporaryFolder.Delete(Filled.Value.GetAwaiter().GetResult());
        }
    }

    private static async Task<string> FillAsync()
    {
        var path = Directory.CreateTempSubdirectory("lanshao-filled-").FullName;
        var folder = await StartAsync(path, null, CancellationToken.None);
        folder.Release();
        return path;
    }

    private static async Task<DataFolder> StartAsync(string path, string? database, CancellationToken ct)
    {
        var folder = (await DataFolder.OpenAsync(path, create: true, database, ct)).Value!;
        Assert.Null(await FirstStart.RunAsync(folder, pack: null, TimeProvider.System, ct));
        return folder;
    }
}

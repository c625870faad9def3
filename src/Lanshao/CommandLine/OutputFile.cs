using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>A file that a verb writes: opened before the work begins, so that a place that cannot be written is refused first, and moved into place when it is whole.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly FileStream _aside;

    private OutputFile(string path, FileStream aside)
    {
        _path = path;
        _aside = aside;
    }

    /// <summary>Opens the file beside its place; RPT-017 where that cannot be done.</summary>
    public static Outcome<OutputFile> Open(string path)
    {
        try
        {
            return new OutputFile(path, new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Denied(path, denied);
        }
    }

    /// <summary>Writes the content and moves the file into place; null when done.</summary>
    public Task<Refusal?> WriteAsync(byte[] content, CancellationToken ct) => WriteAsync(new MemoryStream(content), ct);

    /// <summary>Writes the content to its end and moves the file into place; null when done.</summary>
    public async Task<Refusal?> WriteAsync(Stream content, CancellationToken ct)
    {
        try
        {
            await content.CopyToAsync(_aside, ct);
            await _aside.DisposeAsync();
            File.Move(_aside.Name, _path, overwrite: true);
            return null;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Denied(_path, denied);
        }
    }

    /// <summary>Leaves no half a file behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _aside.DisposeAsync();
        File.Delete(_aside.Name);
    }

    private static Refusal Denied(string path, Exception denied) => Refusal.Environment("RPT-017", ("file", path), ("reason", denied.Message));
}

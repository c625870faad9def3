using System.Diagnostics;
using System.Net;

namespace Lanshao.CommandLine;

/// <summary>The devices and people of the demonstration beside its site: the verb <c>samples</c> in a process of its own, as those outside are. Its standard input closes with the site, however that ends, and it with it.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Process _process;

    private SampleProcess(Process process) => _process = process;

    /// <summary>Starts it on the site's folder and gateway; null where this program runs inside another one.</summary>
    public static SampleProcess? Start(string data, string? database, IPEndPoint gateway)
    {
        string[] where = database is null ? [] : ["--database", database];
        if (OwnProcess.Of(["samples", "--data", data, "--gateway", gateway.ToString(), .. where]) is not { } start)
        {
            return null;
        }

        start.RedirectStandardInput = true;
        return new(Process.Start(start)!);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

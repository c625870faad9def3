using System.Diagnostics;
using Lanshao.Platform.Storage;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary>A <c>lanshao serve</c> in a process of its own, with a folder, a place for temporary files and small limits: what else runs beside it, and what is left behind.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public const string Name = "running server";
    private const string Ready = "Lanshao ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("lanshao-serve-").FullName;
    private Process? _process;
    private Task<string> _errors = Task.FromResult(string.Empty);

    public string Address { get; private set; } = string.Empty;

    public string Data => Path.Combine(_folder, "data");

    /// <summary>Gets where the server puts what it has to set aside while it reads a request.</summary>
    public string Temporary => Path.Combine(_folder, "temporary");

    public int Port => new Uri(Address).Port;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Temporary);
        _process = Run.Start(new Dictionary<string, string> { ["ASPNETCORE_TEMP"] = Temporary }, "serve", "--data", Data, "--urls", "http://127.0.0.1:0", "--set", "limits.file-mb=1", "--set", "web.form-kb=64", "--set", "web.query-seconds=300");
        _errors = _process.StandardError.ReadToEndAsync();
        Address = await AddressOfAsync(_process, _errors);
    }

    public async ValueTask DisposeAsync()
    {
        var (code, output) = await StopAsync(_process!);
        Assert.True((code, output) == (0, string.Empty), $"exit {code}: {output}{await _errors}");
        TemporaryFolder.Delete(_folder);
    }

    /// <summary>Returns the address out of the first line on standard output.</summary>
    public static async Task<string> AddressOfAsync(Process process, Task<string> errors)
    {
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.True(line?.StartsWith(Ready, StringComparison.Ordinal), line ?? await errors);
        return line![Ready.Length..];
    }

    /// <summary>Sends SIGTERM; returns the exit code and what came on standard output after the ready line.</summary>
    public static async Task<(int Code, string Output)> StopAsync(Process process)
    {
        using (process)
        {
            using var told = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await told.WaitForExitAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, output);
        }
    }

    /// <summary>Opens the business data beside the server.</summary>
    internal LanshaoContext Open() => Store.Sqlite(Path.Combine(Data, "lanshao.db")).NewContext();
}

[CollectionDefinition(RunningServer.Name)]
public sealed class RunningServerTests : ICollectionFixture<RunningServer>;

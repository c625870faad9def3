using System.Diagnostics;
using Npgsql;

namespace Lanshao.Platform.Tests.Stores;

/// <summary>A PostgreSQL server of the test run's own: a folder in the temporary folder with its data and its socket, gone with this process.</summary>
internal sealed class PostgresServer : IDisposable
{
    // The shell holds the server; when this process ends, however it ends, standard input closes and both go.
    private const string Holder = """
        folder=$1; shift
        "$@" </dev/null >"$folder/server.log" 2>&1 &
        server=$!
        cat >/dev/null
        kill -QUIT $server; wait $server; rm -rf "$folder"
        """;

    private readonly Process _holder;

    private PostgresServer(Process holder, string address)
    {
        _holder = holder;
        Address = address;
    }

    /// <summary>Gets the connection string of the server's own database, with the right to make others.</summary>
    public string Address { get; }

    /// <summary>Starts a server; null where PostgreSQL is not installed.</summary>
    public static async Task<PostgresServer?> StartAsync(CancellationToken ct)
    {
        if (FindBinaries() is not { } binaries)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("lanshao-pg-").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", folder], ct);
        }

        await RunAsPostgresAsync([Path.Combine(binaries, "initdb"), "-D", data, "-U", "lanshao", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], ct);
        // A socket file of its own instead of a port: nobody else can take it between choosing and listening, and nobody else can be met there.
        string[] server =
        [
            Path.Combine(binaries, "postgres"), "-D", data, "-h", "", "-k", folder,
            "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_connections=200", "-c", "autovacuum=off",
        ];
        var holder = StartAsPostgres(["sh", "-c", Holder, "sh", folder, .. server]);
        var started = new PostgresServer(holder, $"Host={folder};Username=lanshao;Database=postgres;Include Error Detail=true;Command Timeout=300");
        await started.WaitAsync(folder, ct);
        return started;
    }

    public void Dispose()
    {
        _holder.StandardInput.Close();
        if (!_holder.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _holder.Kill(entireProcessTree: true);
        }

        _holder.Dispose();
    }

    private async Task WaitAsync(string folder, CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Address + ";Pooling=false");
                await connection.OpenAsync(ct);
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromMinutes(3) && !_holder.HasExited)
            {
                await Task.Delay(50, ct);
            }
            catch (NpgsqlException away)
            {
                var log = Path.Combine(folder, "server.log");
                throw new InvalidOperationException(File.Exists(log) ? await File.ReadAllTextAsync(log, ct) : "the server wrote no log", away);
            }
        }
    }

    private static string? FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(HasServer).OrderByDescending(d => d, StringComparer.Ordinal).FirstOrDefault()
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).FirstOrDefault(HasServer);

    private static bool HasServer(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));

    private static async Task RunAsPostgresAsync(string[] command, CancellationToken ct)
    {
        using var process = StartAsPostgres(command);
        await EndAsync(process, command, ct);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        await EndAsync(process, [program, .. arguments], ct);
    }

    private static async Task EndAsync(Process process, string[] command, CancellationToken ct)
    {
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var complained = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct).WaitAsync(TimeSpan.FromMinutes(5), ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {await said}{await complained}");
        }
    }

    // initdb and postgres refuse to run as root.
    private static Process StartAsPostgres(string[] command) =>
        Environment.IsPrivilegedProcess ? Start("runuser", ["-u", "postgres", "--", .. command]) : Start(command[0], command[1..]);

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lanshao.Tests;

/// <summary>A RabbitMQ broker of the test run's own: on the loopback, with its own ports, node name, cookie and folder, gone with this process.</summary>
internal sealed class RabbitBroker : IDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    // The shell holds the broker; when this process ends, however it ends, standard input closes and all go.
    private const string Holder = """
        folder=$1; names=$2; shift 2
        export HOME=$folder
        epmd -port $names -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
        epmd=$!
        setsid env "$@" </dev/null >"$folder/server.log" 2>&1 &
        server=$!
        cat >/dev/null
        kill -KILL -$server $epmd; wait; rm -rf "$folder"
        """;

    private readonly Process _holder;

    private RabbitBroker(Process holder, int port) => (_holder, Port) = (holder, port);

    public int Port { get; }

    /// <summary>Gets the address, with the password that every new broker has and that is good for the loopback only.</summary>
    public string Url => AddressAt(Port);

    public static string AddressAt(int port) => $"amqp://guest:guest@127.0.0.1:{port}/";

    /// <summary>Starts a broker; null where RabbitMQ is not installed.</summary>
    public static async Task<RabbitBroker?> StartAsync(CancellationToken ct)
    {
        if (!File.Exists(Server))
        {
            return null;
        }

        var (port, names, nodes) = FreePorts();
        var folder = Directory.CreateTempSubdirectory("lanshao-mq-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "broker.conf"), $"listeners.tcp.1 = 127.0.0.1:{port}\nlog.file = false\nlog.console = true\nlog.console.level = warning\n", ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[].\n", ct);
        string[] settings =
        [
            $"RABBITMQ_NODENAME=lanshao{port}@localhost", $"RABBITMQ_MNESIA_BASE={folder}", $"RABBITMQ_LOG_BASE={folder}", $"RABBITMQ_CONFIG_FILE={folder}/broker.conf", $"RABBITMQ_ENABLED_PLUGINS_FILE={folder}/plugins",
            "RABBITMQ_CONF_ENV_FILE=/dev/null", $"ERL_EPMD_PORT={names}", "ERL_EPMD_ADDRESS=127.0.0.1", $"RABBITMQ_DIST_PORT={nodes}",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none",
        ];
        var held = StartAsBroker(folder, ["sh", "-c", Holder, "sh", folder, $"{names}", .. settings, Server]);
        var broker = new RabbitBroker(held, port);
        await broker.WaitAsync(folder, ct);
        return broker;
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

    // The broker cannot say which port it got, so they are chosen before; all three at once, so that they differ.
    private static (int Port, int Names, int Nodes) FreePorts()
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return (ports[0], ports[1], ports[2]);
    }

    // The broker refuses to run as root.
    private static Process StartAsBroker(string folder, string[] command)
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var given = Process.Start("chown", ["-R", "rabbitmq", folder]);
            given.WaitForExit();
            command = ["runuser", "-u", "rabbitmq", "--", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
    }

    private async Task WaitAsync(string folder, CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, ct);
                return;
            }
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromMinutes(3) && !_holder.HasExited)
            {
                await Task.Delay(100, ct);
            }
            catch (SocketException away)
            {
                var log = Path.Combine(folder, "server.log");
                throw new InvalidOperationException(File.Exists(log) ? await File.ReadAllTextAsync(log, ct) : "the broker wrote no log", away);
            }
        }
    }
}

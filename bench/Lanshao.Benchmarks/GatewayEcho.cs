using System.Net;
using System.Net.Sockets;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lanshao.Benchmarks;

/// <summary><c>echo [CONNECTIONS] [SECONDS]</c>: how many frames a second the gateway reads, checks, judges and answers where nothing is stored, beside a loop that sends the same bytes back. Client and server share the process.</summary>
internal static class GatewayEcho
{
    private const int InFlight = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(int connections, int seconds)
    {
        var length = TimeSpan.FromSeconds(seconds);
        var (echoed, answered) = (0.0, 0.0);

        // In turn and twice: the second round counts, both are warm then.
        for (var round = 0; round < 2; round++)
        {
            echoed = await EchoAsync(connections, length);
            answered = await GatewayAsync(connections, length);
        }

        Console.WriteLine(FormattableString.Invariant($"{connections} connections, {InFlight} frames of {new LoadFrames(0).Frame(default, 0).Length} bytes in flight on each: echo {echoed:0} frames/s, gateway without storage {answered:0} frames/s, ratio {answered / echoed:0.00}"));
    }

    private static async Task<double> EchoAsync(int connections, TimeSpan length)
    {
        using var over = new CancellationTokenSource();
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4096);
        var echoing = AcceptAsync(listener, over.Token);
        var rate = await SaturateAsync((IPEndPoint)listener.LocalEndPoint!, connections, length);
        await over.CancelAsync();
        await echoing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return rate;
    }

    private static async Task AcceptAsync(Socket listener, CancellationToken ct)
    {
        while (true)
        {
            var socket = await listener.AcceptAsync(ct);
            socket.NoDelay = true;
            _ = EchoAsync(socket, ct);
        }
    }

    private static async Task EchoAsync(Socket socket, CancellationToken ct)
    {
        using (socket)
        {
            var buffer = new byte[16 << 10];
            while (await socket.ReceiveAsync(buffer, ct) is > 0 and var count)
            {
                for (var sent = 0; sent < count;)
                {
                    sent += await socket.SendAsync(buffer.AsMemory(sent, count - sent), ct);
                }
            }
        }
    }

    private static async Task<double> GatewayAsync(int connections, TimeSpan length)
    {
        var path = Directory.CreateTempSubdirectory("lanshao-echo-").FullName;
        var folder = (await DataFolder.OpenAsync(path, create: true, null, CancellationToken.None)).Value!;
        using var over = new CancellationTokenSource();
        var clock = TimeProvider.System;
        using var gateway = new DeviceGateway(
            new(), new(folder.Store, acceptsSimulated: true, clock), new(folder.Store, 1, clock, NullLogger.Instance), new(folder.Store, new(1, 1, default), clock, NullLogger.Instance), clock, NullLogger.Instance)
        {
            Keep = (entry, _) =>
            {
                entry.Committed?.Invoke(entry);
                return ValueTask.CompletedTask;
            },
        };
        _ = gateway.Listen(new(IPAddress.Loopback, 0));
        var receiving = gateway.RunAsync(over.Token);
        var rate = await SaturateAsync(gateway.EndPoint, connections, length);
        await over.CancelAsync();
        await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        folder.Release();
        Directory.Delete(path, recursive: true);
        return rate;
    }

    // Every answer is followed by the next frame: as fast as the other side will.
    private static async Task<double> SaturateAsync(IPEndPoint to, int connections, TimeSpan length)
    {
        var links = await LoadLink.ConnectAsync(to, connections);
        using var over = new CancellationTokenSource();
        for (var i = 0; i < connections; i++)
        {
            var (link, frame) = (links[i], new LoadFrames(i).Frame(default, 0));
            link.Answered = () => over.IsCancellationRequested ? Task.CompletedTask : link.SendAsync(frame);
            for (var sent = 0; sent < InFlight; sent++)
            {
                await link.SendAsync(frame);
            }
        }

        var receiving = Task.WhenAll(links.Select(link => Task.Run(() => link.ReceiveAsync(over.Token))));
        await Task.Delay(WarmUp);
        var (before, began) = (links.Sum(link => link.Answers), System.Diagnostics.Stopwatch.GetTimestamp());
        await Task.Delay(length);
        var rate = (links.Sum(link => link.Answers) - before) / System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds;
        await over.CancelAsync();
        await receiving;
        Array.ForEach(links, link => link.Dispose());
        return rate;
    }
}

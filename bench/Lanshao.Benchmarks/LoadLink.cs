using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lanshao.Benchmarks;

/// <summary>One connection of a load: what it sends is answered in order, one line for one frame, so that the n-th line ends the n-th wait.</summary>
internal sealed class LoadLink : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ConcurrentQueue<long> _sent = new();
    private readonly List<double> _waitsMs = [];
    private long _answers;

    /// <summary>Gets how many frames were answered.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Gets how many frames wait.</summary>
    public int Waiting => _sent.Count;

    /// <summary>Gets how long each answer took, milliseconds; to be read when the link is closed.</summary>
    public IReadOnlyList<double> WaitsMs => _waitsMs;

    /// <summary>Gets or sets what is done for every answer.</summary>
    public Func<Task> Answered { get; set; } = () => Task.CompletedTask;

    /// <summary>Gets or sets whether waits are kept.</summary>
    public bool IsMeasured { get; set; }

    public static async Task<LoadLink[]> ConnectAsync(IPEndPoint to, int count)
    {
        var links = new LoadLink[count];
        for (var i = 0; i < count; i++)
        {
            links[i] = new();
            await links[i]._socket.ConnectAsync(to);
        }

        return links;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        _sent.Enqueue(Stopwatch.GetTimestamp());
        for (var rest = frame; rest.Length > 0;)
        {
            rest = rest[await _socket.SendAsync(rest)..];
        }
    }

    /// <summary>Receives until it is stopped or the other side ends.</summary>
    public async Task ReceiveAsync(CancellationToken ct)
    {
        var buffer = new byte[16 << 10];
        try
        {
            while (await _socket.ReceiveAsync(buffer, ct) is > 0 and var count)
            {
                for (var lines = buffer.AsSpan(0, count).Count((byte)'\n'); lines > 0; lines--)
                {
                    Take();
                    await Answered();
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The load is over.
        }
    }

    public void Dispose() => _socket.Dispose();

    private void Take()
    {
        if (_sent.TryDequeue(out var at) && IsMeasured)
        {
            _waitsMs.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }

        _ = Interlocked.Increment(ref _answers);
    }
}

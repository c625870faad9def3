using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>A receiver on the loopback that answers every right frame with 9014 and remembers it.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _accepting;

    public AnsweringServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Gets the data segments that came, each as often as it came.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Gets how many pieces were no frames.</summary>
    public int Dropped { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptSocketAsync(_over.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(talks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        using var _ = socket;
        var buffer = new FrameBuffer();
        while (await socket.ReceiveAsync(buffer.Free(), _over.Token) is > 0 and var count)
        {
            buffer.Advance(count);
            foreach (var answer in AnswerAll(buffer))
            {
                await socket.SendAsync(answer, _over.Token);
            }
        }
    }

    private List<byte[]> AnswerAll(FrameBuffer buffer)
    {
        var answers = new List<byte[]>();
        while (buffer.TryRead(out var reading))
        {
            if (reading.Status != FrameStatus.Frame)
            {
                Dropped++;
                continue;
            }

            Received.Enqueue(Encoding.ASCII.GetString(reading.Frame.Segment));
            var answer = new byte[300];
            answers.Add(answer[..Answers.Write(new Segment(reading.Frame.Segment), Answers.ToData, answer)]);
        }

        return answers;
    }
}

using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Simulation;

namespace Lanshao.Rooms.Monitoring;

/// <summary>A simulated device on its own TCP connection: sends, waits for 9014, resends as the standard says, connects again, and answers what the centre asks.</summary>
internal sealed class SimulatedLink(SimulatedDevice device, SimulationTarget target, SimulationTally tally)
{
    private const int MostWaiting = 1000;
    private static readonly TimeSpan BeforeReconnect = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);
    private readonly Channel<ReadOnlyMemory<byte>> _outgoing = Channel.CreateBounded<ReadOnlyMemory<byte>>(MostWaiting * 2);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _messages;

    /// <summary>Gets what is done when the device has been connected once.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Gets how many messages wait for their answer.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Sends one message, or what its mishap makes of it; slows the caller down where the other side does not keep up.</summary>
    public async Task SendAsync(DateTime time, CancellationToken ct)
    {
        var frame = device.Send(time);
        var mishap = device.MishapOf(_messages++);
        if (mishap == Mishap.Dropped)
        {
            return;
        }

        while (_waiting.Count >= MostWaiting)
        {
            await Task.Delay(20, ct);
        }

        _waiting[frame.Qn] = new Waiting(frame, new Exchange(frame.Qn, isRequest: false, target.Plan, tally.Now), tally.Now, mishap == Mishap.Repeated);
        tally.Sent();
        await _outgoing.Writer.WriteAsync(mishap == Mishap.Garbled ? Garbled(frame.Bytes.Span) : frame.Bytes, ct);
    }

    /// <summary>Keeps the connection until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var socket = await target.ConnectAsync(ct);
                _ = _connected.TrySetResult();
                await TalkAsync(socket, ct);
            }
            catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException)
            {
                // What was on its way is sent again by its time-out.
            }

            await Task.Delay(BeforeReconnect, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Resends what was not answered in time, and gives up what was resent often enough.</summary>
    public void ResendLate()
    {
        foreach (var (qn, waiting) in _waiting)
        {
            var turn = waiting.Exchange.Turn(tally.Now);
            if (turn == ExchangeTurn.Resend && _outgoing.Writer.TryWrite(waiting.Frame.Bytes))
            {
                tally.Resent();
            }
            else if (turn == ExchangeTurn.Over)
            {
                _ = _waiting.TryRemove(qn, out _);
            }
        }
    }

    private static byte[] Garbled(ReadOnlySpan<byte> frame)
    {
        byte[] garbled = [0xFF, (byte)'#', .. frame];
        garbled[^20] ^= 0x04;
        return garbled;
    }

    // The first of the two that ends takes the other with it.
    private async Task TalkAsync(Socket socket, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var sending = SendAllAsync(socket, over.Token);
        var receiving = ReceiveAllAsync(socket, over.Token);
        var first = await Task.WhenAny(sending, receiving);
        await over.CancelAsync();
        await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private async Task SendAllAsync(Socket socket, CancellationToken ct)
    {
        await foreach (var bytes in _outgoing.Reader.ReadAllAsync(ct))
        {
            for (var rest = bytes; rest.Length > 0;)
            {
                rest = rest[await socket.SendAsync(rest, ct)..];
            }
        }
    }

    private async Task ReceiveAllAsync(Socket socket, CancellationToken ct)
    {
        var buffer = new FrameBuffer();
        while (await socket.ReceiveAsync(buffer.Free(), ct) is > 0 and var count)
        {
            buffer.Advance(count);
            TakeAll(buffer);
        }
    }

    private void TakeAll(FrameBuffer buffer)
    {
        while (buffer.TryRead(out var reading))
        {
            if (reading.Status == FrameStatus.Frame)
            {
                Take(new Segment(reading.Frame.Segment));
            }
        }
    }

    private void Take(Segment segment)
    {
        if (segment.Command is Answers.ToData or Answers.ToNotice)
        {
            TakeAnswer(segment);
        }
        else if (segment.Flag is { WantsAnswer: true } && segment.Command is > 0 and < Answers.ToRequest)
        {
            Obey(segment);
        }
    }

    private void TakeAnswer(Segment segment)
    {
        if (!_waiting.TryRemove(Encoding.ASCII.GetString(segment.Qn), out var waiting) || !waiting.Exchange.Take(segment, tally.Now))
        {
            return;
        }

        tally.Acknowledged(waiting.Frame, tally.Now - waiting.SentAt);
        if (waiting.IsToBeRepeated && _outgoing.Writer.TryWrite(waiting.Frame.Bytes))
        {
            tally.Resent();
        }
    }

    // It accepts every request and does what it can: its clock can be set, and its past it measures again.
    private void Obey(Segment request)
    {
        var isKnown = request.Mn.SequenceEqual(Encoding.ASCII.GetBytes(device.Mn));
        Answer(request, isKnown ? RequestResult.Ready : RequestResult.WrongDevice);
        if (!isKnown)
        {
            return;
        }

        if (request.Command == 1012)
        {
            device.SetClock();
        }

        var brought = Recall(request);
        var buffer = new byte[request.Bytes.Length + 100];
        var length = Answers.WriteResult(request, brought == 0 && request.Command is 2031 or 2041 or 2051 or 2061 ? ExecutionResult.NoData : ExecutionResult.Done, buffer);
        _ = _outgoing.Writer.TryWrite(buffer.AsMemory(0, length));
    }

    private int Recall(Segment request)
    {
        var (begin, end) = (TimeOf(request, "BeginTime"u8), TimeOf(request, "EndTime"u8));
        var frames = begin is { } from && end is { } to ? device.Recall(request.Command, from, to) : [];
        foreach (var frame in frames)
        {
            _waiting[frame.Qn] = new Waiting(frame, new Exchange(frame.Qn, isRequest: false, target.Plan, tally.Now), tally.Now, IsToBeRepeated: false);
            tally.Sent();
            _ = _outgoing.Writer.TryWrite(frame.Bytes);
        }

        return frames.Count;
    }

    private static DateTime? TimeOf(Segment request, ReadOnlySpan<byte> name)
    {
        var fields = request.Fields;
        while (fields.Read())
        {
            if (fields.Name.SequenceEqual(name))
            {
                return ProtocolTime.TryReadLoosely(fields.Value, out var time) ? time : null;
            }
        }

        return null;
    }

    private void Answer(Segment request, RequestResult result)
    {
        var buffer = new byte[request.Bytes.Length + 100];
        _ = _outgoing.Writer.TryWrite(buffer.AsMemory(0, Answers.WriteToRequest(request, result, buffer)));
    }

    private sealed record Waiting(SimulatedFrame Frame, Exchange Exchange, TimeSpan SentAt, bool IsToBeRepeated);
}

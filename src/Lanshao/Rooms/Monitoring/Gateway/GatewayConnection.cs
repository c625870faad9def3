using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>One connection: any number of devices may speak on it. What it reads waits for the journal, and so does its sender; what it answers goes out when the journal has it on disk.</summary>
internal sealed class GatewayConnection
{
    private const int MostAnswersWaiting = 20_000;
    private const int SendBytes = 16 << 10;
    private const int LongestMn = 40;
    private readonly Socket _socket;
    private readonly DeviceGateway _gateway;
    private readonly Channel<byte[]> _answers = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostAnswersWaiting) { SingleReader = true });
    private readonly List<JournalEntry> _taken = [];
    private int _garbage;
    private int _closed;

    public GatewayConnection(Socket socket, DeviceGateway gateway)
    {
        (_socket, _gateway) = (socket, gateway);
        var from = (IPEndPoint)socket.RemoteEndPoint!;
        Address = from.Address.IsIPv4MappedToIPv6 ? from.Address.MapToIPv4() : from.Address;
        Remote = from.ToString();
        ConnectedUtc = LastHeardUtc = ChinaTime.NowUtc(gateway.Clock);
    }

    public IPAddress Address { get; }

    public string Remote { get; }

    public DateTime ConnectedUtc { get; }

    public DateTime LastHeardUtc { get; private set; }

    /// <summary>Gets whether a right frame has come.</summary>
    public bool HasFrame { get; private set; }

    /// <summary>Gets whether a registered device has proved itself on it.</summary>
    public bool IsProven { get; private set; }

    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    /// <summary>Talks until either side ends it.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var sending = SendAsync(over.Token);
        try
        {
            await ReceiveAsync(over.Token);
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException or ChannelClosedException)
        {
            // The device's own resends bring what was on its way.
        }
        finally
        {
            _ = Close();
            await over.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Ends it; false where it had ended already.</summary>
    public bool Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return false;
        }

        _socket.Dispose();
        return true;
    }

    /// <summary>Sends a frame when its turn comes. Who takes no frames has stopped reading: that connection is given up, not the memory of all.</summary>
    public bool Send(byte[] frame)
    {
        if (!IsOpen || _answers.Writer.TryWrite(frame))
        {
            return IsOpen;
        }

        _gateway.Counts.ClosedOne();
        _ = Close();
        return false;
    }

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var buffer = new FrameBuffer();
        while (await _socket.ReceiveAsync(buffer.Free(), ct) is > 0 and var count)
        {
            buffer.Advance(count);
            LastHeardUtc = ChinaTime.NowUtc(_gateway.Clock);
            TakeAll(buffer);
            foreach (var taken in _taken)
            {
                await PassOnAsync(taken, ct);
            }

            _taken.Clear();
            if (_garbage > _gateway.Limits.GarbageBytes)
            {
                _gateway.Counts.ClosedOne();
                return;
            }
        }
    }

    private void TakeAll(FrameBuffer buffer)
    {
        while (buffer.TryRead(out var reading))
        {
            if (reading.Status == FrameStatus.Frame)
            {
                HasFrame = true;
                Take(reading.Frame);
            }
            else
            {
                _garbage += reading.Piece.Length;
                _gateway.Counts.Garbage(reading.Piece.Length);
            }
        }
    }

    private void Take(Frame frame)
    {
        var segment = new Segment(frame.Segment);
        if (segment.Command is Answers.ToRequest or Answers.Result or Answers.ToNotice or Answers.ToData)
        {
            TakeAnswer(segment);
            return;
        }

        if (JournalEntry.Of(frame, segment, LastHeardUtc, Remote) is not { } entry)
        {
            _gateway.Counts.MalformedOne();
            return;
        }

        var belief = _gateway.Book.Judge(entry.Mn, segment.Pw, IPAddress.IsLoopback(Address));
        _gateway.Counts.Judged(belief);
        if (belief != Belief.Believed || frame.IsEncrypted)
        {
            SetAside(entry, belief, frame.IsEncrypted);
            return;
        }

        IsProven = true;
        _ = _gateway.Live.Hear(entry.Mn, this, segment, LastHeardUtc);
        if (_gateway.Exchanges.Brings(entry.Mn, segment))
        {
            entry = entry with { IsBackFill = true };
        }

        _taken.Add(Answers.For(segment) is > 0 and var cn ? Answered(entry, segment, cn) : entry);
    }

    // Only who proves himself answers for the device.
    private void TakeAnswer(Segment answer)
    {
        if (answer.Command is Answers.ToRequest or Answers.Result && answer.Mn.Length <= LongestMn)
        {
            var mn = System.Text.Encoding.ASCII.GetString(answer.Mn);
            if (_gateway.Book.Judge(mn, answer.Pw, IPAddress.IsLoopback(Address)) == Belief.Believed)
            {
                _gateway.Exchanges.Take(mn, answer);
            }
        }
    }

    private JournalEntry Answered(JournalEntry entry, Segment segment, int cn)
    {
        var answer = new byte[segment.Header.Length + 80];
        Array.Resize(ref answer, Answers.Write(segment, cn, answer));
        return entry with { Committed = _ => Send(answer) };
    }

    private void SetAside(JournalEntry entry, Belief belief, bool isEncrypted)
    {
        if (belief == Belief.Believed && isEncrypted)
        {
            _gateway.Counts.EncryptedOne();
        }

        if (belief != Belief.Rejected)
        {
            _gateway.Quarantine.Keep(entry, belief switch
            {
                Belief.WrongPassword => QuarantineReason.WrongPassword,
                Belief.ClosedDevice => QuarantineReason.ClosedDevice,
                Belief.UnknownDevice => QuarantineReason.UnknownDevice,
                _ => QuarantineReason.Encrypted,
            });
        }
    }

    private async Task PassOnAsync(JournalEntry taken, CancellationToken ct)
    {
        if (!DeviceBook.IsSimulated(taken.Mn) && _gateway.Live.Find(taken.Mn)?.Pace.Take(_gateway.Elapsed) is { Ticks: > 0 } wait)
        {
            _gateway.Counts.SlowedOne();
            await Task.Delay(wait, _gateway.Clock, ct);
        }

        await _gateway.Keep(taken, ct);
    }


    private async Task SendAsync(CancellationToken ct)
    {
        var together = new byte[SendBytes];
        try
        {
            while (await _answers.Reader.WaitToReadAsync(ct))
            {
                var length = 0;
                while (_answers.Reader.TryPeek(out var answer) && length + answer.Length <= together.Length)
                {
                    _ = _answers.Reader.TryRead(out _);
                    answer.CopyTo(together, length);
                    length += answer.Length;
                }

                for (var sent = 0; sent < length;)
                {
                    sent += await _socket.SendAsync(together.AsMemory(sent, length - sent), ct);
                }
            }
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            _ = Close();
        }
    }
}

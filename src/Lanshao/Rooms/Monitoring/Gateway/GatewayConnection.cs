using System.Net;
using System.Net.Sockets;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>One connection: any number of devices may speak on it. What it reads waits for the journal, and so does its sender; what it answers goes out when the journal has it on disk.</summary>
internal sealed class GatewayConnection
{
    private const int AnswerBytes = 80;
    private const int MostOnTheStack = 512;
    private const int LongestMn = 40;
    private readonly Socket _socket;
    private readonly DeviceGateway _gateway;
    private readonly AnswerQueue _answers;
    private readonly List<JournalEntry> _taken = [];
    private int _garbage;
    private int _closed;

    public GatewayConnection(Socket socket, DeviceGateway gateway)
    {
        (_socket, _gateway, _answers) = (socket, gateway, new(socket, () => Close()));
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
        try
        {
            await ReceiveAsync(ct);
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException or System.Threading.Channels.ChannelClosedException)
        {
            // The device's own resends bring what was on its way.
        }
        finally
        {
            _ = Close();
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

    /// <summary>Sends a frame behind those that wait. Who takes no frames has stopped reading: that connection is given up, not the memory of all.</summary>
    public bool Send(ReadOnlySpan<byte> frame)
    {
        if (!IsOpen || _answers.Add(frame))
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
            await PassOnAllAsync(ct);
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

        var belief = _gateway.Book.Judge(entry.Mn, segment.Pw, IPAddress.IsLoopback(Address), Address);
        _gateway.Counts.Judged(belief);
        if (belief != Belief.Believed)
        {
            SetAside(entry, belief);
        }
        else if (frame.IsEncrypted)
        {
            TakeEncrypted(frame, entry);
        }
        else if (IsSecret(segment.Command) && _gateway.Book.MustEncrypt(entry.Mn))
        {
            _gateway.Quarantine.Keep(entry, QuarantineReason.NotEncrypted);
        }
        else
        {
            TakeBelieved(entry, segment);
        }
    }

    // What lies in the journal is the frame before its encryption: its check code fits, and it can be read again when the key is long gone.
    private void TakeEncrypted(Frame frame, JournalEntry entry)
    {
        _gateway.Counts.EncryptedOne();
        if (_gateway.Book.Decrypt(entry.Mn, frame) is not { } plain)
        {
            _gateway.Quarantine.Keep(entry, QuarantineReason.Encrypted);
            return;
        }

        var opened = FrameReader.Read(plain, ended: true);
        var segment = new Segment(opened.Status == FrameStatus.Frame ? opened.Frame.Segment : default);
        if (JournalEntry.Of(opened.Frame, segment, LastHeardUtc, Remote) is { } whole)
        {
            TakeBelieved(whole, segment);
        }
    }

    private void TakeBelieved(JournalEntry entry, Segment segment)
    {
        IsProven = true;
        if (_gateway.Exchanges.Brings(entry.Mn, segment))
        {
            entry = entry with { IsBackFill = true };
        }

        _ = _gateway.Live.Hear(entry, this, segment);

        _taken.Add(Answers.For(segment) is > 0 and var cn ? Answered(entry, segment, cn) : entry);
    }

    // Data of a device: what the standard wants encrypted (6.4.4).
    private static bool IsSecret(int command) => command is (>= 2000 and <= 2999) or 3020;

    // Only who proves himself answers for the device.
    private void TakeAnswer(Segment answer)
    {
        if (answer.Command is Answers.ToRequest or Answers.Result or Answers.ToNotice && answer.Mn.Length <= LongestMn)
        {
            var mn = System.Text.Encoding.ASCII.GetString(answer.Mn);
            if (_gateway.Book.Judge(mn, answer.Pw, IPAddress.IsLoopback(Address), Address) == Belief.Believed || _gateway.Exchanges.Proves(mn, answer.Pw))
            {
                _gateway.Exchanges.Take(mn, answer);
            }
        }
    }

    private JournalEntry Answered(JournalEntry entry, Segment segment, int cn)
    {
        var longest = segment.Header.Length + AnswerBytes;
        Span<byte> room = longest <= MostOnTheStack ? stackalloc byte[MostOnTheStack] : new byte[longest];
        var answer = room[..Answers.Write(segment, cn, room)].ToArray();
        return entry with { Committed = _ => Send(answer) };
    }

    private void SetAside(JournalEntry entry, Belief belief)
    {
        if (belief != Belief.Rejected)
        {
            _gateway.Quarantine.Keep(entry, belief switch
            {
                Belief.WrongPassword => QuarantineReason.WrongPassword,
                Belief.OtherNetwork => QuarantineReason.OtherNetwork,
                Belief.ClosedDevice => QuarantineReason.ClosedDevice,
                _ => QuarantineReason.UnknownDevice,
            });
        }
    }

    // What is answered at once goes out at the end, together; nothing waits for it where the journal makes the sender wait.
    private async ValueTask PassOnAllAsync(CancellationToken ct)
    {
        _answers.Hold();
        foreach (var taken in _taken)
        {
            var passing = PassOnAsync(taken, ct);
            if (!passing.IsCompletedSuccessfully)
            {
                _answers.Release();
                await passing;
                _answers.Hold();
            }
        }

        _answers.Release();
        _taken.Clear();
    }

    private async ValueTask PassOnAsync(JournalEntry taken, CancellationToken ct)
    {
        if (!DeviceBook.IsSimulated(taken.Mn) && _gateway.Live.Find(taken.Mn)?.Pace.Take(_gateway.Elapsed) is { Ticks: > 0 } wait)
        {
            _gateway.Counts.SlowedOne();
            await Task.Delay(wait, _gateway.Clock, ct);
        }

        await _gateway.Keep(taken, ct);
    }
}

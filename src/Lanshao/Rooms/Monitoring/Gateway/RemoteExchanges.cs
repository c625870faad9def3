using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>The requests that are on their way to devices: each goes out over the connection on which the device proved itself, again as the standard says, and waits for 9011 and 9012. One at a time a device.</summary>
internal sealed class RemoteExchanges(DeviceGateway gateway)
{
    private readonly ConcurrentDictionary<string, Open> _open = new(StringComparer.Ordinal);

    /// <summary>Gets the requests that are under way.</summary>
    public IReadOnlyList<Guid> Waiting => [.. _open.Values.Select(open => open.Command.Id)];

    /// <summary>Returns whether a device is connected and has proved itself.</summary>
    public bool Reaches(string mn) => gateway.Live.Find(mn) is { IsConnected: true } && gateway.Book.PasswordOf(mn) is not null;

    /// <summary>Sends a request; where the device has just gone, it is sent again when it is back.</summary>
    /// <param name="command">The command; one that still waits for another post is never sent.</param>
    /// <param name="newPassword">The new password of a change of passwords.</param>
    public void Begin(RemoteCommand command, string? newPassword = null)
    {
        if (!command.MaySend || gateway.Live.Find(command.Mn) is not { } live || gateway.Book.PasswordOf(command.Mn) is not { } password)
        {
            return;
        }

        var now = ChinaTime.CivilOf(command.SentUtc ?? command.AskedUtc);
        var request = command.ToRequest(now, newPassword);
        var head = new MessageHead(now, Encoding.ASCII.GetString(live.St.Span), request.Cn, password, command.Mn, MessageFlag.Of(live.Version, wantsAnswer: true));
        var open = new Open(command, request.Cn, FrameWriter.Write(head, request.Content), new(command.Qn, command.IsRequest, gateway.Limits.Resends, gateway.Elapsed)) { NewPassword = newPassword is null ? [] : Encoding.ASCII.GetBytes(newPassword) };
        _open[command.Mn] = open;
        _ = live.Send(open.Frame);
    }

    /// <summary>Returns whether a device answers with the password that it is being given.</summary>
    public bool Proves(string mn, ReadOnlySpan<byte> password) => _open.GetValueOrDefault(mn) is { NewPassword.Length: > 0 } open && CryptographicOperations.FixedTimeEquals(password, open.NewPassword);

    /// <summary>Takes a 9011, 9012 or 9013 of a device.</summary>
    public void Take(string mn, Segment answer)
    {
        if (_open.GetValueOrDefault(mn) is { } open)
        {
            lock (open)
            {
                _ = open.Exchange.Take(answer, gateway.Elapsed);
            }
        }
    }

    /// <summary>Returns whether a message is what a query asked for; it then counts as one of its frames.</summary>
    public bool Brings(string mn, Segment message)
    {
        if (_open.GetValueOrDefault(mn) is not { Command.IsQuery: true } open || message.Command != open.Cn || TimeOf(message) is not { } atUtc || atUtc < open.Command.FromUtc || atUtc > open.Command.ToUtc)
        {
            return false;
        }

        lock (open)
        {
            open.Exchange.Hear(gateway.Elapsed);
            open.Frames++;
        }

        return true;
    }

    /// <summary>Sends again what is late, and returns how those stand of which something was heard since <see cref="Told"/>.</summary>
    public IReadOnlyList<RemoteAnswer> Turn() => [.. _open.Values.Select(Turn).OfType<RemoteAnswer>()];

    /// <summary>Forgets what has been told and is over.</summary>
    public void Told(IEnumerable<RemoteAnswer> answers)
    {
        foreach (var answer in answers)
        {
            var open = _open.First(pair => pair.Value.Command.Id == answer.Command);
            open.Value.Told = answer;
            if (answer.Step is ExchangeStep.Done or ExchangeStep.Refused or ExchangeStep.Silent)
            {
                _ = _open.TryRemove(open);
            }
        }
    }

    private RemoteAnswer? Turn(Open open)
    {
        lock (open)
        {
            if (open.Exchange.Turn(gateway.Elapsed) == ExchangeTurn.Resend)
            {
                _ = gateway.Live.Find(open.Command.Mn)?.Send(open.Frame);
            }

            var answer = new RemoteAnswer(open.Command.Id, open.Exchange.Step, open.Exchange.Request, open.Exchange.Execution, open.Exchange.Resends, open.Frames);
            return answer == open.Told ? null : answer;
        }
    }

    private static DateTime? TimeOf(Segment message)
    {
        var fields = message.Fields;
        return fields.Read() && fields.Name.SequenceEqual("DataTime"u8) && ProtocolTime.TryReadLoosely(fields.Value, out var time) ? ChinaTime.InstantOf(time) : null;
    }

    private sealed class Open(RemoteCommand command, int cn, byte[] frame, Exchange exchange)
    {
        public RemoteCommand Command => command;

        public int Cn => cn;

        public byte[] Frame => frame;

        public Exchange Exchange => exchange;

        public byte[] NewPassword { get; init; } = [];

        public int Frames { get; set; }

        public RemoteAnswer? Told { get; set; } = new(command.Id, ExchangeStep.Sent, RequestResult.None, ExecutionResult.None, 0, 0);
    }
}

using System.Collections.Concurrent;
using System.Net;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Who was heard since the start: for the online state, and for an MN that speaks from two places.</summary>
internal sealed class LiveDevices(int framesPerSecond, DeviceNotices notices)
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<string, Live> _live = new(StringComparer.Ordinal);

    public int Count => _live.Count;

    public Live? Find(string mn) => _live.GetValueOrDefault(mn);

    /// <summary>Notes a believed frame, and returns what is known of its device.</summary>
    public Live Hear(JournalEntry entry, GatewayConnection connection, Segment message)
    {
        var (mn, atUtc) = (entry.Mn, entry.ReceivedUtc);
        var live = _live.TryGetValue(mn, out var known) ? known
            : _live.Count >= Most ? new Live(framesPerSecond)
            : _live.GetOrAdd(mn, _ => new Live(framesPerSecond));
        if (live.Hear(connection, message, entry) && !DeviceBook.IsSimulated(mn))
        {
            notices.Came(mn, connection.Address, live.OtherPlace, atUtc);
        }

        return live;
    }

    /// <summary>One device that was heard.</summary>
    internal sealed class Live(int framesPerSecond)
    {
        private GatewayConnection? _connection;
        private GatewayConnection? _before;
        private bool _isBack;

        public Pace Pace { get; } = new(framesPerSecond);

        /// <summary>Gets until when its live data reach; null where it has only told its past, or nothing but beats.</summary>
        public DateTime? DataUtc { get; private set; }

        public string Remote => _connection?.Remote ?? string.Empty;

        /// <summary>Gets whether it speaks from two open connections at once.</summary>
        public bool IsTwice => _before is { IsOpen: true } before && before != _connection && _connection is { IsOpen: true };

        /// <summary>Gets from where else it speaks on a connection that lives: another address, or one that comes back to a connection while the other lives; null where it has only moved.</summary>
        public IPAddress? OtherPlace => IsTwice && (_isBack || !_before!.Address.Equals(_connection!.Address)) ? _before!.Address : null;

        public bool IsConnected => _connection is { IsOpen: true };

        /// <summary>Gets the system code of its last message.</summary>
        public ReadOnlyMemory<byte> St { get; private set; }

        /// <summary>Gets the version of its last message.</summary>
        public ProtocolVersion Version { get; private set; }

        /// <summary>Sends it a frame over the connection on which it last proved itself; false where that is closed.</summary>
        public bool Send(byte[] frame) => _connection is { IsOpen: true } open && open.Send(frame);

        /// <summary>Notes a frame; true where it came on another connection than the one before.</summary>
        public bool Hear(GatewayConnection connection, Segment message, JournalEntry entry)
        {
            Version = message.Flag?.Version ?? ProtocolVersion.V2017;
            if (!message.St.SequenceEqual(St.Span))
            {
                St = message.St.ToArray();
            }

            if (!entry.IsOfThePast && entry.DataUtc is { } dataUtc && (DataUtc is null || dataUtc > DataUtc))
            {
                DataUtc = dataUtc;
            }

            if (ReferenceEquals(_connection, connection))
            {
                return false;
            }

            (_isBack, _before, _connection) = (ReferenceEquals(_before, connection), _connection, connection);
            return true;
        }
    }
}

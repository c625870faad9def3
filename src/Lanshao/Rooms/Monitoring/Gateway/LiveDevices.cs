using System.Collections.Concurrent;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Who was heard since the start: for the online state, and for an MN that speaks from two places.</summary>
internal sealed class LiveDevices(int framesPerSecond)
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<string, Live> _live = new(StringComparer.Ordinal);

    public int Count => _live.Count;

    public Live? Find(string mn) => _live.GetValueOrDefault(mn);

    /// <summary>Notes a believed frame, and returns what is known of its device.</summary>
    public Live Hear(string mn, GatewayConnection connection, DateTime atUtc)
    {
        var live = _live.TryGetValue(mn, out var known) ? known
            : _live.Count >= Most ? new Live(framesPerSecond)
            : _live.GetOrAdd(mn, _ => new Live(framesPerSecond));
        live.Hear(connection, atUtc);
        return live;
    }

    /// <summary>One device that was heard.</summary>
    internal sealed class Live(int framesPerSecond)
    {
        private GatewayConnection? _connection;
        private GatewayConnection? _before;

        public Pace Pace { get; } = new(framesPerSecond);

        public DateTime LastUtc { get; private set; }

        public string Remote => _connection?.Remote ?? string.Empty;

        /// <summary>Gets whether it speaks from two open connections at once.</summary>
        public bool IsTwice => _before is { IsOpen: true } before && before != _connection && _connection is { IsOpen: true };

        public bool IsConnected => _connection is { IsOpen: true };

        public void Hear(GatewayConnection connection, DateTime atUtc)
        {
            if (!ReferenceEquals(_connection, connection))
            {
                (_before, _connection) = (_connection, connection);
            }

            LastUtc = atUtc;
        }
    }
}

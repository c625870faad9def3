using System.Net.Sockets;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>The answers on their way to one connection, as many as there are in one write. Whoever adds the first of them has them sent on another thread; what is added while it is held goes out together at the end.</summary>
/// <param name="socket">The connection.</param>
/// <param name="broken">Is told when nothing can be sent any more.</param>
internal sealed class AnswerQueue(Socket socket, Action broken) : IThreadPoolWorkItem
{
    private const int MostBytes = 2 << 20;
    private const int KeptBytes = 16 << 10;
    private readonly Lock _lock = new();
    private byte[] _waiting = [];
    private byte[] _onTheWay = [];
    private int _length;
    private bool _isSending;
    private bool _isHeld;

    /// <summary>Adds an answer; false where too much waits: whoever takes no answers has stopped reading.</summary>
    public bool Add(ReadOnlySpan<byte> answer)
    {
        lock (_lock)
        {
            if (_length + answer.Length > MostBytes)
            {
                return false;
            }

            if (_length + answer.Length > _waiting.Length)
            {
                Array.Resize(ref _waiting, Math.Max(_length + answer.Length, 2 * _waiting.Length));
            }

            answer.CopyTo(_waiting.AsSpan(_length));
            _length += answer.Length;
            if (_isSending || _isHeld)
            {
                return true;
            }

            _isSending = true;
        }

        _ = ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Keeps what is added until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _isHeld = true;
        }
    }

    /// <summary>Sends what was kept, on this thread as far as the socket takes it.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _isHeld = false;
            if (_isSending || _length == 0)
            {
                return;
            }

            _isSending = true;
        }

        _ = SendAsync();
    }

    void IThreadPoolWorkItem.Execute() => _ = SendAsync();

    private async Task SendAsync()
    {
        try
        {
            while (Next() is { Length: > 0 } bytes)
            {
                for (var rest = bytes; rest.Length > 0;)
                {
                    rest = rest[await socket.SendAsync(rest)..];
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            broken();
        }
    }

    private ReadOnlyMemory<byte> Next()
    {
        lock (_lock)
        {
            if (_length == 0)
            {
                _isSending = false;
                _waiting = _waiting.Length > KeptBytes ? [] : _waiting;
                _onTheWay = _onTheWay.Length > KeptBytes ? [] : _onTheWay;
                return default;
            }

            (_waiting, _onTheWay) = (_onTheWay, _waiting);
            var bytes = _onTheWay.AsMemory(0, _length);
            _length = 0;
            return bytes;
        }
    }
}

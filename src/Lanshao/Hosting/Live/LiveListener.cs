using System.Threading.Channels;

namespace Lanshao.Hosting.Live;

/// <summary>One open page. Who reads slowly gets the newest news only: nothing piles up.</summary>
internal sealed class LiveListener(Action<LiveListener> leave) : IDisposable
{
    private readonly Channel<LiveNews> _news = Channel.CreateBounded<LiveNews>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private LiveNews? _told;

    /// <summary>Gives it news; what it was told already is none.</summary>
    public void Tell(LiveNews news)
    {
        if (news != _told)
        {
            _told = news;
            _ = _news.Writer.TryWrite(news);
        }
    }

    /// <summary>Waits for the next news.</summary>
    public ValueTask<LiveNews> NextAsync(CancellationToken ct) => _news.Reader.ReadAsync(ct);

    public void Dispose() => leave(this);
}

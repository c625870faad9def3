using System.Text;
using System.Threading.Channels;
using Lanshao.Hj212.Simulation;

namespace Lanshao.Rooms.Monitoring;

/// <summary>Writes <c>MN QN CN PNO</c>, parted by tabs, for every frame that was acknowledged; on disk within a second.</summary>
internal sealed class AckFile : IAsyncDisposable
{
    private readonly Channel<SimulatedFrame> _frames = Channel.CreateUnbounded<SimulatedFrame>(new() { SingleReader = true });
    private readonly StreamWriter _writer;
    private readonly Task _writing;

    public AckFile(string path)
    {
        _writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        _writing = WriteAsync();
    }

    public void Add(SimulatedFrame frame) => _frames.Writer.TryWrite(frame);

    public async ValueTask DisposeAsync()
    {
        _frames.Writer.Complete();
        await _writing;
        await _writer.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        while (await _frames.Reader.WaitToReadAsync())
        {
            while (_frames.Reader.TryRead(out var frame))
            {
                await _writer.WriteLineAsync($"{frame.Mn}\t{frame.Qn}\t{frame.Cn}\t");
            }

            await _writer.FlushAsync();
        }
    }
}

using System.Buffers;
using System.Buffers.Text;
using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Security;

namespace Lanshao.Rooms.Monitoring;

/// <summary>Reads frames from lines or from a stream, and prints each; memory does not grow with the input.</summary>
internal sealed class Decoding(MessagePrinter printer, IReadOnlyList<Sm4Key> keys, DateTime receivedAt)
{
    private bool _isClean = true;

    /// <summary>Prints one line for each line of the input; answers whether none was refused.</summary>
    public async Task<bool> LinesAsync(Stream input, bool isBase64, CancellationToken ct)
    {
        var lines = new LineReader(input);
        while (await lines.ReadAsync(ct))
        {
            Print(isBase64 ? OfBase64(lines.Line) : OfText(lines.Line));
            if (lines.IsAtPause)
            {
                await printer.FlushAsync(ct);
            }
        }

        return _isClean;
    }

    /// <summary>Prints one line for each frame and each piece that was dropped.</summary>
    public async Task<bool> StreamAsync(Stream input, CancellationToken ct)
    {
        var buffer = new FrameBuffer { WaitsForLineEnd = true };
        var count = -1;
        while (count != 0)
        {
            count = await input.ReadAsync(buffer.Free(), ct);
            buffer.Advance(count);
            PrintAll(buffer, ended: count == 0);
            await printer.FlushAsync(ct);
        }

        return _isClean;
    }

    private void PrintAll(FrameBuffer buffer, bool ended)
    {
        while (buffer.TryRead(out var reading, ended))
        {
            Print(reading.Status == FrameStatus.Frame
                ? MessageReading.Of(reading.Frame, keys, receivedAt)
                : new MessageReading(null, FrameDiagnosis.Of(reading.Piece)));
        }
    }

    // A line has lost its end, which is no fault of the frame; with it back, only what was sent is judged.
    private MessageReading OfText(ReadOnlySpan<byte> line)
    {
        var whole = ArrayPool<byte>.Shared.Rent(line.Length + 2);
        line.CopyTo(whole);
        "\r\n"u8.CopyTo(whole.AsSpan(line.Length));
        var reading = MessageReading.OfSingle(whole.AsSpan(0, line.Length + 2), keys, receivedAt);
        ArrayPool<byte>.Shared.Return(whole);
        return reading;
    }

    private MessageReading OfBase64(ReadOnlySpan<byte> line)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(line.Length)];
        var status = Base64.DecodeFromUtf8(line.Trim(" \t"u8), bytes, out _, out var length);
        return status == OperationStatus.Done
            ? MessageReading.OfSingle(bytes.AsSpan(0, length), keys, receivedAt)
            : new MessageReading(null, new Diagnosis(Hj212Codes.NotBase64, Hj212Codes.CauseUnreadable, 0, new Dictionary<string, string>()));
    }

    private void Print(MessageReading reading)
    {
        _isClean &= reading.Message is not null;
        printer.Print(reading);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Security;

namespace Lanshao.Benchmarks;

/// <summary><c>hj212-fuzz [SECONDS] [SEED]</c>: frames of the reference, broken in every way, in two splits each. A stream must give the same in both, in bounded memory and time, without an exception; what does not is printed as base64.</summary>
internal static class Hj212Fuzz
{
    private const int MostHeld = FrameReader.EnoughBytes + 8192;
    private static readonly TimeSpan LongestStream = TimeSpan.FromSeconds(10);
    private static readonly Sm4Key[] Keys = [new("0000000000000000"u8), new(new byte[16])];

    public static int Run(TimeSpan time, int seed)
    {
        var corpus = File.ReadLines(ReferenceFolder.FileOf("hj212", "frames_public.jsonl"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("bytes_b64").GetBytesFromBase64()).ToArray();
        var (streams, bytes, began) = (0L, 0L, Stopwatch.GetTimestamp());
        for (var random = new Random(seed); Stopwatch.GetElapsedTime(began) < time; streams++)
        {
            var stream = Make(corpus, random);
            bytes += stream.Length;
            if (Fault(stream, random) is { } fault)
            {
                Console.WriteLine($"{fault}\n{Convert.ToBase64String(stream)}");
                return 1;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{streams} streams, {bytes / 1e6:F1} MB, seed {seed}: no exception, the same in every split, memory bounded"));
        return 0;
    }

    private static string? Fault(byte[] stream, Random random)
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            var whole = Read(stream, () => stream.Length);
            var split = Read(stream, () => random.Next(1, random.Next(2, 600)));
            return whole is null || split is null ? "memory grew"
                : !whole.SequenceEqual(split) ? "another split gave something else"
                : Stopwatch.GetElapsedTime(began) > LongestStream ? "too slow"
                : null;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return thrown.ToString();
        }
    }

    /// <summary>Returns what came out, or null where more was held than the longest frame needs.</summary>
    private static List<string>? Read(ReadOnlySpan<byte> bytes, Func<int> size)
    {
        var buffer = new FrameBuffer();
        var read = new List<string>();
        while (true)
        {
            while (buffer.TryRead(out var reading, ended: bytes.IsEmpty))
            {
                read.Add(TextOf(reading));
            }

            if (bytes.IsEmpty || buffer.Held > MostHeld)
            {
                return bytes.IsEmpty ? read : null;
            }

            var free = buffer.Free().Span;
            var count = Math.Min(Math.Min(size(), free.Length), bytes.Length);
            bytes[..count].CopyTo(free);
            bytes = bytes[count..];
            buffer.Advance(count);
        }
    }

    // Reads everything that people may ask for, so that nothing of it can throw.
    private static string TextOf(FrameReading reading)
    {
        if (reading.Status == FrameStatus.Dropped)
        {
            var diagnosis = FrameDiagnosis.Of(reading.Piece);
            return $"-{diagnosis.Code}{diagnosis.Cause}{diagnosis.At}:{Convert.ToHexString(reading.Piece)}";
        }

        var message = MessageReading.Of(reading.Frame, Keys, new DateTime(2026, 3, 8, 0, 0, 0, DateTimeKind.Unspecified));
        var alone = MessageReading.OfSingle(reading.Frame.Bytes, Keys);
        return $"+{message.Diagnosis?.Code}{message.Message?.Factors.Count}{alone.Message?.Remarks.Count}:{Convert.ToHexString(reading.Frame.Bytes)}";
    }

    private static byte[] Make(byte[][] corpus, Random random)
    {
        var stream = new List<byte>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var frame = corpus[random.Next(corpus.Length)].ToList();
            for (var hurts = random.Next(0, 4); hurts > 0 && frame.Count > 0; hurts--)
            {
                Hurt(frame, random);
            }

            stream.AddRange(frame);
        }

        return [.. stream];
    }

    private static void Hurt(List<byte> frame, Random random)
    {
        var at = random.Next(frame.Count);
        var length = random.Next(1, Math.Min(30, frame.Count - at) + 1);
        switch (random.Next(7))
        {
            case 0:
                frame[at] = (byte)random.Next(256);
                break;
            case 1:
                frame.RemoveRange(at, length);
                break;
            case 2:
                frame.InsertRange(at, frame.GetRange(at, length));
                break;
            case 3:
                frame.RemoveRange(at, frame.Count - at);
                break;
            case 4:
                frame.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                break;
            case 5:
                frame.InsertRange(at, random.Next(2) == 0 ? "##9999"u8.ToArray() : "CP=&&{0x"u8.ToArray());
                break;
            default:
                frame.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(3000)));
                break;
        }
    }
}

using System.Globalization;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;

namespace Lanshao.Benchmarks;

/// <summary><c>hj212 [SLICES]</c>: messages a second of processor time, check code and all values read, beside the bytes allocated; the frames are those of the reference.</summary>
internal static class Hj212Speed
{
    private const int Batch = 10_000;

    public static void Run(int slices)
    {
        foreach (var line in File.ReadLines(ReferenceFolder.FileOf("hj212", "bench-frames.txt")).Where(l => l.Length > 0))
        {
            var bytes = System.Text.Encoding.ASCII.GetBytes(line + "\r\n");
            _ = Measure(bytes, slices);
            var (best, middle, allocated, values) = Measure(bytes, slices);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes, {values} values: {best / 1e6:F2} million messages/s at best, {middle / 1e6:F2} in the middle, {allocated} bytes allocated"));
        }
    }

    /// <summary>Reads the same frame in slices of some milliseconds, by the processor's time of this process, since the machine has other work: the best slice, and the one in the middle.</summary>
    private static (double Best, double Middle, long Allocated, int Values) Measure(byte[] bytes, int slices)
    {
        var rates = new double[slices];
        var values = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < slices; i++)
        {
            var began = Environment.CpuUsage.TotalTime;
            values = Repeat(bytes);
            rates[i] = Batch / (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(rates);
        return (rates[^1], rates[slices / 2], allocated, values);
    }

    private static int Repeat(byte[] bytes)
    {
        var values = 0;
        for (var i = 0; i < Batch; i++)
        {
            values = Read(bytes);
        }

        return values;
    }

    // What a gateway does with a frame: find it, check it, take the header apart, read the time and every value with its flag.
    private static int Read(ReadOnlySpan<byte> bytes)
    {
        var reading = FrameReader.Read(bytes);
        var segment = new Segment(reading.Frame.Segment);
        var (values, sum, flags) = (0, 0L, 0);
        var fields = segment.Fields;
        while (fields.Read())
        {
            if (SubFields.IsMeasured(fields.Sub))
            {
                _ = ScaledNumber.TryParse(fields.Value, out var number);
                sum = unchecked(sum + number.Mantissa);
                values++;
            }
            else if (fields.Sub.SequenceEqual("Flag"u8))
            {
                flags += fields.Value[0] == 'N' ? 1 : 0;
            }
            else if (fields.Name.SequenceEqual("DataTime"u8))
            {
                _ = ProtocolTime.TryRead(fields.Value, out var time);
                sum = unchecked(sum + time.Ticks);
            }
        }

        return reading.Status == FrameStatus.Frame && segment.Command > 0 && segment.Mn.Length > 0 && sum != 0 && flags > 0 ? values : throw new InvalidOperationException("The frame was not read.");
    }
}

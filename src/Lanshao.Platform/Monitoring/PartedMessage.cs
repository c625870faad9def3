using System.Text;
using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>A message that came in parts (分包), put together of what lies in the journal, so that it is the same after a restart and in whatever order the parts came: by device, command and DataTime, as each part has a QN of its own.</summary>
internal static class PartedMessage
{
    private const int MostLookedAt = 300;
    private static readonly TimeSpan LongestSet = TimeSpan.FromMinutes(30);

    /// <summary>Returns what a part adds to what can be read of its message: the message from its beginning as far as there is no gap, without the item at its end that the next part may go on with; null where the part must wait for one before it.</summary>
    /// <param name="journal">Where the other parts lie.</param>
    /// <param name="segment">The part.</param>
    /// <param name="mn">Its device.</param>
    /// <param name="seq">Its number in the journal; parts that came later are not looked at.</param>
    /// <returns>A whole data segment.</returns>
    public static byte[]? Read(BulkSession journal, Segment segment, string mn, long seq)
    {
        if (!PartMerger.IsPart(segment, out var count, out var number))
        {
            return null;
        }

        var parts = Set(Near(journal, segment, mn, seq, count), seq, count);
        var whole = parts.TakeWhile(part => part is not null).Select(part => part!).ToList();
        if (whole.Count >= number)
        {
            return Segment(segment, PartMerger.Join(whole), isEnd: whole.Count == count);
        }

        return StandsAlone(segment) ? Segment(segment, segment.Content, isEnd: number == count) : null;
    }

    // The parts with the numbers of this message, by the order in which they were sent: one that says no DataTime goes with the one before it.
    private static List<Part> Near(BulkSession journal, Segment segment, string mn, long seq, int count)
    {
        var near = new List<Part>();
        DateTime? newest = null;
        using var rows = journal.Rows(SeriesSql.FramesOfDevice, mn, seq, MostLookedAt);
        while (rows.Next())
        {
            var received = rows.InstantUtc(1);
            newest ??= received;
            var other = new Segment(FrameReader.Read(rows.Bytes(3), ended: true).Frame.Segment);
            if (newest - received > LongestSet)
            {
                break;
            }

            if (!rows.Flag(2) && other.Command == segment.Command && other.St.SequenceEqual(segment.St) && PartMerger.IsPart(other, out var others, out var number) && others == count)
            {
                near.Add(new(rows.Number(0), Encoding.ASCII.GetString(other.Qn), PartMerger.DataTimeOf(other), number, other.Content.ToArray()));
            }
        }

        return [.. near.OrderBy(part => part.Qn.Length).ThenBy(part => part.Qn, StringComparer.Ordinal).ThenBy(part => part.Seq)];
    }

    private static byte[]?[] Set(List<Part> near, long seq, int count)
    {
        var (time, sets) = (string.Empty, new Dictionary<string, byte[]?[]>(StringComparer.Ordinal));
        byte[]?[] own = new byte[count][];
        foreach (var part in near)
        {
            time = part.DataTime.Length > 0 ? part.DataTime : time;
            if (!sets.TryGetValue(time, out var set))
            {
                sets.Add(time, set = new byte[count][]);
            }

            set[part.Number - 1] = part.Content;
            own = part.Seq == seq ? set : own;
        }

        return own;
    }

    // As the standard has it: DataTime first, then a factor that there is. A number that lost its beginning is none.
    private static bool StandsAlone(Segment segment)
    {
        var rest = segment.Content;
        var end = rest.IndexOf((byte)';');
        var fields = new FieldReader(end < 0 ? default : rest[(end + 1)..]);
        return PartMerger.DataTimeOf(segment).Length > 0 && end >= 0 && rest[(end + 1)..].IndexOfAny((byte)'=', (byte)';') is >= 0 and var mark && rest[end + 1 + mark] == '='
            && fields.Read() && CodeTables.Find(Encoding.UTF8.GetString(fields.Factor)) is not null;
    }

    private static byte[] Segment(Segment part, ReadOnlySpan<byte> content, bool isEnd)
    {
        if (!isEnd && !EndsWithFlag(content))
        {
            content = content[..Math.Max(0, content.LastIndexOf((byte)';'))];
        }

        return [.. part.Header, .. "CP=&&"u8, .. content, .. "&&"u8];
    }

    // An item whose flag stands there is over.
    private static bool EndsWithFlag(ReadOnlySpan<byte> content)
    {
        var piece = content[(content.LastIndexOfAny((byte)';', (byte)',') + 1)..];
        return piece.IndexOf("-Flag="u8) is > 0 and var at && piece.Length == at + "-Flag=".Length + 1;
    }

    private sealed record Part(long Seq, string Qn, string DataTime, int Number, byte[] Content);
}

using System.Runtime.InteropServices;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Exchanges;

/// <summary>What a part of a message made of its set.</summary>
/// <param name="Content">The whole content, when this was the last part that was missing; else null.</param>
/// <param name="Missing">The numbers of the parts that are still missing.</param>
public sealed record PartOutcome(byte[]? Content, IReadOnlyList<int> Missing);

/// <summary>A set that was given up.</summary>
/// <param name="Mn">The device.</param>
/// <param name="Cn">The command.</param>
/// <param name="DataTime">The time of the data as sent; empty where no part said it.</param>
/// <param name="Missing">The numbers of the parts that never came.</param>
public sealed record LostParts(string Mn, string Cn, string DataTime, IReadOnlyList<int> Missing);

/// <summary>Puts messages together that were sent in parts: by device, system, command and DataTime, since each part has a QN of its own. Each part is a message by itself and repeats DataTime; senders that cut in the middle of the text are understood too.</summary>
/// <param name="capacity">The most sets at once; the oldest gives way.</param>
/// <param name="patience">How long a set waits for its next part.</param>
public sealed class PartMerger(int capacity, TimeSpan patience)
{
    private const int MostParts = 99;
    private readonly Dictionary<Key, PartSet> _sets = [];

    /// <summary>Gets how many sets are waiting.</summary>
    public int Waiting => _sets.Count;

    /// <summary>Takes a message; null when it is none of several (no numbers, or numbers that make no sense): it is whole.</summary>
    /// <param name="segment">The message.</param>
    /// <param name="now">The caller's clock.</param>
    public PartOutcome? Take(Segment segment, TimeSpan now)
    {
        if (!IsPart(segment, out var count, out var number))
        {
            return null;
        }

        var key = KeyOf(segment, count, number);
        if (!_sets.TryGetValue(key, out var set))
        {
            GiveWay();
            set = new PartSet(count);
            _sets.Add(key, set);
        }

        set.Parts[number - 1] = segment.Content.ToArray();
        set.TouchedAt = now;
        if (set.Missing().Count > 0)
        {
            return new(null, set.Missing());
        }

        _ = _sets.Remove(key);
        return new(Join(set.Parts!), []);
    }

    /// <summary>Tells whether a message is one of several: not where it has no numbers, or numbers that make no sense.</summary>
    /// <param name="segment">The message.</param>
    /// <param name="count">How many parts there are.</param>
    /// <param name="number">Which one this is, from 1.</param>
    public static bool IsPart(Segment segment, out int count, out int number)
    {
        number = 0;
        return Ascii.TryNumber(segment.Pnum, out count) && Ascii.TryNumber(segment.Pno, out number) && count is >= 2 and <= MostParts && number >= 1 && number <= count;
    }

    /// <summary>Returns DataTime as a part says it; empty where it leaves it out.</summary>
    /// <param name="segment">The part.</param>
    public static string DataTimeOf(Segment segment)
    {
        var fields = segment.Fields;
        return fields.Read() && fields.Name.SequenceEqual("DataTime"u8) ? MessageText.Decode(fields.Value) : string.Empty;
    }

    /// <summary>Returns the content of parts that follow each other, DataTime once, and text that was cut in the middle whole again.</summary>
    /// <param name="parts">The contents, in the order of their numbers; at least one.</param>
    public static byte[] Join(IReadOnlyList<byte[]> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var whole = new List<byte>(parts.Sum(p => p.Length + 1));
        whole.AddRange(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var next = WithoutDataTime(part);
            if (whole.Count > 0 && !next.IsEmpty && HasEquals(LastPiece(whole)) && HasEquals(FirstPiece(next)))
            {
                whole.Add((byte)';');
            }

            whole.AddRange(next);
        }

        return [.. whole];
    }

    /// <summary>Gives up the sets that waited too long, and says which parts are missing.</summary>
    /// <param name="now">The caller's clock.</param>
    public IReadOnlyList<LostParts> GiveUp(TimeSpan now)
    {
        var late = _sets.Where(s => now - s.Value.TouchedAt > patience).ToList();
        late.ForEach(s => _sets.Remove(s.Key));
        return [.. late.Select(s => new LostParts(s.Key.Mn, s.Key.Cn, s.Key.DataTime, s.Value.Missing()))];
    }

    private static ReadOnlySpan<byte> WithoutDataTime(ReadOnlySpan<byte> part)
    {
        var end = part.IndexOf((byte)';');
        return !part.StartsWith("DataTime="u8) ? part : end < 0 ? default : part[(end + 1)..];
    }

    // A piece without "=" is half a field: the text was cut there, and nothing comes between.
    private static bool HasEquals(ReadOnlySpan<byte> piece) => piece.Contains((byte)'=');

    private static ReadOnlySpan<byte> LastPiece(List<byte> whole)
    {
        var bytes = CollectionsMarshal.AsSpan(whole);
        return bytes[(bytes.LastIndexOfAny((byte)';', (byte)',') + 1)..];
    }

    private static ReadOnlySpan<byte> FirstPiece(ReadOnlySpan<byte> part)
    {
        var end = part.IndexOfAny((byte)';', (byte)',');
        return end < 0 ? part : part[..end];
    }

    // A sender that leaves DataTime out of its later parts means the set that lacks this part.
    private Key KeyOf(Segment segment, int count, int number)
    {
        var key = new Key(MessageText.Decode(segment.Mn), MessageText.Decode(segment.St), MessageText.Decode(segment.Cn), DataTimeOf(segment));
        return key.DataTime.Length > 0 ? key
            : _sets.Where(s => (s.Key with { DataTime = string.Empty }) == key && s.Value.Parts.Length == count && s.Value.Parts[number - 1] is null)
                .Select(s => s.Key).FirstOrDefault(key);
    }

    private void GiveWay()
    {
        if (_sets.Count >= capacity)
        {
            _ = _sets.Remove(_sets.MinBy(s => s.Value.TouchedAt).Key);
        }
    }

    private readonly record struct Key(string Mn, string St, string Cn, string DataTime);

    private sealed class PartSet(int count)
    {
        public byte[]?[] Parts { get; } = new byte[count][];

        public TimeSpan TouchedAt { get; set; }

        public List<int> Missing() => [.. Enumerable.Range(1, Parts.Length).Where(n => Parts[n - 1] is null)];
    }
}

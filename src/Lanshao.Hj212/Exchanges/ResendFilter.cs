using System.Buffers.Binary;
using System.Security.Cryptography;
using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Exchanges;

/// <summary>What a message is to those before it.</summary>
public enum Novelty
{
    /// <summary>Not seen before, or without a QN, so that nobody can tell.</summary>
    New,

    /// <summary>The same again: to be answered again, and not stored again.</summary>
    Resend,

    /// <summary>The same identity with other content: not a resend; both are kept, a person decides.</summary>
    Conflict,
}

/// <summary>Recognises resends by (MN, QN, CN, PNO) and their content, among the last so many messages.</summary>
/// <param name="capacity">How many messages are remembered.</param>
public sealed class ResendFilter(int capacity)
{
    private readonly Dictionary<UInt128, UInt128> _seen = [];
    private readonly Queue<UInt128> _order = new();

    /// <summary>Tells what a message is, and remembers it.</summary>
    /// <param name="segment">The message.</param>
    public Novelty Take(Segment segment)
    {
        if (segment.Qn.IsEmpty)
        {
            return Novelty.New;
        }

        var identity = Identity(segment);
        var content = Hash(segment.Content);
        if (_seen.TryGetValue(identity, out var before))
        {
            return before == content ? Novelty.Resend : Novelty.Conflict;
        }

        if (_order.Count == capacity)
        {
            _ = _seen.Remove(_order.Dequeue());
        }

        _order.Enqueue(identity);
        _seen.Add(identity, content);
        return Novelty.New;
    }

    private static UInt128 Identity(Segment segment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, segment.Mn);
        Append(hash, segment.Qn);
        Append(hash, segment.Cn);
        Append(hash, segment.Pno);
        Span<byte> whole = stackalloc byte[32];
        _ = hash.GetHashAndReset(whole);
        return BinaryPrimitives.ReadUInt128LittleEndian(whole);
    }

    // Each part with its length, so that no two identities run together. A hash that nobody can steer: devices are strangers.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData([(byte)part.Length, (byte)(part.Length >> 8)]);
        hash.AppendData(part);
    }

    private static UInt128 Hash(ReadOnlySpan<byte> content)
    {
        Span<byte> whole = stackalloc byte[32];
        _ = SHA256.HashData(content, whole);
        return BinaryPrimitives.ReadUInt128LittleEndian(whole);
    }
}

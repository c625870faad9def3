using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>A message taken out of its buffer, with everything that was sent and everything that was tolerated: for people, pages and tests. The warm way uses <see cref="Segment"/>.</summary>
public sealed class Message
{
    /// <summary>Gets the header's fields in their order, as sent.</summary>
    public required IReadOnlyDictionary<string, string> Header { get; init; }

    /// <summary>Gets the content's fields that belong to no factor.</summary>
    public required IReadOnlyDictionary<string, string> Content { get; init; }

    /// <summary>Gets the factors: code as sent → what of it (Rtd, Avg, Flag …) → value as sent.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Factors { get; init; }

    /// <summary>Gets QN, null where none was sent.</summary>
    public string? Qn { get; init; }

    /// <summary>Gets ST, null where none was sent.</summary>
    public string? St { get; init; }

    /// <summary>Gets CN, null where none was sent.</summary>
    public string? Cn { get; init; }

    /// <summary>Gets MN, null where none was sent.</summary>
    public string? Mn { get; init; }

    /// <summary>Gets Flag; null where none was sent or where it is no number from 0 to 255.</summary>
    public MessageFlag? Flag { get; init; }

    /// <summary>Gets the version: that of Flag, 2005 of a message without one, null of a Flag that names none.</summary>
    public ProtocolVersion? Version { get; init; }

    /// <summary>Gets DataTime in Beijing time; null where there is none that can be read.</summary>
    public DateTime? DataTime { get; init; }

    /// <summary>Gets what was tolerated, once for each place.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>Returns the message of a data segment.</summary>
    /// <param name="frame">The frame that it came in.</param>
    /// <param name="segment">Its data segment, decrypted where it was encrypted.</param>
    /// <param name="receivedAt">When it came, Beijing time; null compares no time with it.</param>
    public static Message Of(Frame frame, ReadOnlySpan<byte> segment, DateTime? receivedAt = null) => new MessageBuilder(frame, segment, receivedAt).Build();

    /// <summary>Returns why the message cannot be taken although its frame is right; null when it can.</summary>
    public Diagnosis? Refusal()
    {
        // An empty data segment is a whole frame that says nothing.
        if (Header.Count == 0 && Content.Count == 0 && Factors.Count == 0)
        {
            return null;
        }

        return string.IsNullOrEmpty(Cn) ? Diagnosis.Of(Hj212Codes.NoCommand, Hj212Codes.CauseFieldMissing, Frame.HeadLength)
            : string.IsNullOrEmpty(Mn) ? Diagnosis.Of(Hj212Codes.NoDevice, Hj212Codes.CauseFieldMissing, Frame.HeadLength)
            : null;
    }

    internal Message WithNoise(int count)
    {
        var remarks = new RemarkList();
        remarks.Add(Tolerance.NoiseAround, ("count", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new()
        {
            Header = Header,
            Content = Content,
            Factors = Factors,
            Qn = Qn,
            St = St,
            Cn = Cn,
            Mn = Mn,
            Flag = Flag,
            Version = Version,
            DataTime = DataTime,
            Remarks = [.. Remarks, .. remarks.InOrder()],
        };
    }
}

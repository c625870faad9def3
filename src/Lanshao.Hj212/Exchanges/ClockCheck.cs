using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Exchanges;

/// <summary>Watches a device's clock by the QN of its messages, which it writes when it sends.</summary>
public static class ClockCheck
{
    /// <summary>Returns how far the device's clock is ahead of the receiver's (behind: negative); null of a resent or back-filled message, whose QN is old by right, and where QN is no time.</summary>
    /// <param name="segment">The message.</param>
    /// <param name="receivedAt">When it came, Beijing time.</param>
    public static TimeSpan? Drift(Segment segment, DateTime receivedAt) =>
        segment.Rf.IsEmpty && ProtocolTime.TryRead(segment.Qn, out var sentAt) ? sentAt - receivedAt : null;

    /// <summary>Returns the request that sets the clock (1012), when a device asks for it (1013); it names the instrument that the device named.</summary>
    /// <param name="segment">The device's 1013.</param>
    /// <param name="now">Beijing time.</param>
    public static Request? Answer(Segment segment, DateTime now)
    {
        if (segment.Command != 1013)
        {
            return null;
        }

        var fields = segment.Fields;
        while (fields.Read())
        {
            if (fields.Name.SequenceEqual("PolId"u8) && !fields.Value.IsEmpty)
            {
                return Request.SetClock(now, MessageText.Decode(fields.Value));
            }
        }

        return Request.SetClock(now);
    }
}

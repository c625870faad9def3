namespace Lanshao.Hj212.Messages;

/// <summary>What stands behind the hyphen of a factor's name.</summary>
public static class SubFields
{
    /// <summary>Tells whether the value is a measured number (Rtd, Min, Avg, Max, Cou, their converted twins, noise by time of day), not a mark, a time or a text.</summary>
    /// <param name="sub">The bytes behind the hyphen.</param>
    public static bool IsMeasured(ReadOnlySpan<byte> sub) => sub.Length switch
    {
        3 => sub.SequenceEqual("Rtd"u8) || sub.SequenceEqual("Avg"u8) || sub.SequenceEqual("Min"u8) || sub.SequenceEqual("Max"u8) || sub.SequenceEqual("Cou"u8),
        4 => sub.SequenceEqual("Data"u8),
        5 => sub.SequenceEqual("ZsRtd"u8) || sub.SequenceEqual("ZsAvg"u8) || sub.SequenceEqual("ZsMin"u8) || sub.SequenceEqual("ZsMax"u8),
        7 => sub.SequenceEqual("DayData"u8),
        9 => sub.SequenceEqual("NightData"u8),
        _ => false,
    };
}

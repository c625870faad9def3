using System.Runtime.CompilerServices;

namespace Lanshao.Hj212.Messages;

/// <summary>What stands behind the hyphen of a factor's name.</summary>
public static class SubFields
{
    // Every value is asked, so the common names are compared as one number each.
    private const int Rtd = ('R' << 16) | ('t' << 8) | 'd';
    private const int Avg = ('A' << 16) | ('v' << 8) | 'g';
    private const int Min = ('M' << 16) | ('i' << 8) | 'n';
    private const int Max = ('M' << 16) | ('a' << 8) | 'x';
    private const int Cou = ('C' << 16) | ('o' << 8) | 'u';

    /// <summary>Tells whether the value is a measured number (Rtd, Min, Avg, Max, Cou, their converted twins, noise by time of day), not a mark, a time or a text.</summary>
    /// <param name="sub">The bytes behind the hyphen.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMeasured(ReadOnlySpan<byte> sub) =>
        sub.Length == 3 ? Letters((char)sub[0], (char)sub[1], (char)sub[2]) is Rtd or Avg or Min or Max or Cou : IsMeasuredLonger(sub);

    private static bool IsMeasuredLonger(ReadOnlySpan<byte> sub) => sub.Length switch
    {
        4 => sub.SequenceEqual("Data"u8),
        5 => sub.SequenceEqual("ZsRtd"u8) || sub.SequenceEqual("ZsAvg"u8) || sub.SequenceEqual("ZsMin"u8) || sub.SequenceEqual("ZsMax"u8),
        7 => sub.SequenceEqual("DayData"u8),
        9 => sub.SequenceEqual("NightData"u8),
        _ => false,
    };

    private static int Letters(char first, char second, char third) => (first << 16) | (second << 8) | third;
}

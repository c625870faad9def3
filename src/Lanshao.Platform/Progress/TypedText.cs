using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Progress;

/// <summary>How much may be typed into the short fields of this room.</summary>
internal static class TypedText
{
    /// <summary>Reasons and notes.</summary>
    public const int MostWords = 500;

    /// <summary>Names of papers and their sources.</summary>
    public const int MostName = 200;

    /// <summary>Returns PRG-030 where one of the texts is longer than the store keeps; null where all fit.</summary>
    public static Refusal? TooLong(int most, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Trim().Length is { } length && length > most)
            {
                return Refusal.Invalid("PRG-030", ("found", length.ToString(CultureInfo.InvariantCulture)), ("expected", most.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return null;
    }
}

using System.Text;
using System.Text.Unicode;

namespace Lanshao.Hj212.Messages;

/// <summary>Turns bytes into text: UTF-8 as the standard asks, else GBK as the field sends; no byte is lost silently.</summary>
public static class MessageText
{
    // GB 18030 holds all of GBK. Nothing needs to be registered for it.
    internal static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    /// <summary>Returns the text of the bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static string Decode(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Gbk.GetString(bytes);

    /// <summary>Returns the text, shortened and with control characters escaped, for a sentence or a log.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="most">The most characters.</param>
    public static string Quote(ReadOnlySpan<byte> bytes, int most = 60)
    {
        var text = Decode(bytes[..Math.Min(bytes.Length, most * 4)]);
        var quoted = new StringBuilder(Math.Min(text.Length, most) + 8);
        foreach (var c in text)
        {
            if (quoted.Length >= most)
            {
                return quoted.Append('…').ToString();
            }

            _ = char.IsControl(c) ? quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{(int)c:X2}") : quoted.Append(c);
        }

        return quoted.ToString();
    }

    internal static ToleranceSet EncodingOf(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? default
        : default(ToleranceSet).With(Gbk.GetString(bytes).Contains('\uFFFD', StringComparison.Ordinal) ? Tolerance.BrokenText : Tolerance.GbkText);
}

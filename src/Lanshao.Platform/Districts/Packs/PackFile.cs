using System.Text;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>One file of a pack, as it came: nothing is normalised, so that an export is the same to the byte.</summary>
/// <param name="Path">Inside the pack, with forward slashes: <c>agencies.yaml</c>, <c>figures/2024h1.csv</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record PackFile(string Path, ReadOnlyMemory<byte> Content)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the text; null where the bytes are not UTF-8.</summary>
    public string? Text()
    {
        try
        {
            var text = Strict.GetString(Content.Span);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

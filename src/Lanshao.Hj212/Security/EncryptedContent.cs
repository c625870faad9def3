using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;

namespace Lanshao.Hj212.Security;

/// <summary>Encrypts and decrypts the content of a data segment by HJ 212-2025, 6.4: SM4, ECB, whole groups of 16 bytes only; the rest stays plain, and the check code is that of the plain segment.</summary>
public static class EncryptedContent
{
    private const int CharactersPerByte = 5;

    private static ReadOnlySpan<byte> Opening => "CP=&&"u8;

    private static ReadOnlySpan<byte> Closing => "&&"u8;

    private static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;

    /// <summary>Writes the plain data segment of an encrypted frame, and tells whether the key was the right one.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="key">The device's key.</param>
    /// <param name="destination">At least as long as the frame's data segment.</param>
    /// <param name="written">The length of the plain data segment.</param>
    /// <returns>False where the check code does not fit or the content is no text. The code alone would let one wrong key in 256 pass.</returns>
    public static bool TryDecrypt(Frame frame, Sm4Key key, Span<byte> destination, out int written)
    {
        ArgumentNullException.ThrowIfNull(key);
        written = 0;
        var segment = frame.Segment;
        var opening = segment.IndexOf(Opening);
        if (opening < 0 || !segment.EndsWith(Closing) || segment.Length < opening + Opening.Length + Closing.Length)
        {
            return false;
        }

        var head = segment[..(opening + Opening.Length)];
        head.CopyTo(destination);
        var content = segment[head.Length..^Closing.Length];
        var length = content.StartsWith("{0x"u8) ? DecryptHexText(content, key, destination[head.Length..]) : DecryptRaw(content, key, destination[head.Length..]);
        if (length < 0)
        {
            return false;
        }

        Closing.CopyTo(destination[(head.Length + length)..]);
        written = head.Length + length + Closing.Length;
        return CheckCode.Compute(destination[..written]) == frame.SentCode && IsText(destination.Slice(head.Length, length));
    }

    /// <summary>Returns how long a content becomes.</summary>
    /// <param name="length">The length of the plain content, bytes.</param>
    /// <param name="form">How it stands on the wire.</param>
    public static int LengthOf(int length, CipherForm form)
    {
        var whole = length - (length % Sm4Key.BlockLength);
        return form == CipherForm.Raw || whole == 0 ? length : (whole * CharactersPerByte) + 1 + length - whole;
    }

    /// <summary>Encrypts a content and returns how many bytes it became; one shorter than 16 bytes stays plain.</summary>
    /// <param name="content">The plain content, without the ampersands.</param>
    /// <param name="key">The device's key.</param>
    /// <param name="form">How it stands on the wire.</param>
    /// <param name="destination">At least <see cref="LengthOf"/> bytes.</param>
    public static int Encrypt(ReadOnlySpan<byte> content, Sm4Key key, CipherForm form, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(key);
        var whole = content.Length - (content.Length % Sm4Key.BlockLength);
        if (form == CipherForm.Raw || whole == 0)
        {
            key.Encrypt(content[..whole], destination);
            content[whole..].CopyTo(destination[whole..]);
            return content.Length;
        }

        var at = 0;
        destination[at++] = (byte)'{';
        Span<byte> block = stackalloc byte[Sm4Key.BlockLength];
        for (var from = 0; from < whole; from += block.Length)
        {
            key.Encrypt(content.Slice(from, block.Length), block);
            foreach (var b in block)
            {
                ReadOnlySpan<byte> shown = [(byte)'0', (byte)'x', HexDigits[b >> 4], HexDigits[b & 15], (byte)','];
                shown.CopyTo(destination[at..]);
                at += CharactersPerByte;
            }
        }

        destination[at - 1] = (byte)'}';
        content[whole..].CopyTo(destination[at..]);
        return at + content.Length - whole;
    }

    private static int DecryptRaw(ReadOnlySpan<byte> content, Sm4Key key, Span<byte> destination)
    {
        var whole = content.Length - (content.Length % Sm4Key.BlockLength);
        key.Decrypt(content[..whole], destination);
        content[whole..].CopyTo(destination[whole..]);
        return content.Length;
    }

    private static int DecryptHexText(ReadOnlySpan<byte> content, Sm4Key key, Span<byte> destination)
    {
        var close = content.IndexOf((byte)'}');
        var count = close / CharactersPerByte;
        if (close < 0 || count * CharactersPerByte != close || count % Sm4Key.BlockLength != 0)
        {
            return -1;
        }

        for (var i = 0; i < count; i++)
        {
            // Behind the brace or the comma: 0x and two digits.
            var shown = content.Slice((i * CharactersPerByte) + 1, CharactersPerByte - 1);
            var b = (Ascii.Hex(shown[2]) << 4) | Ascii.Hex(shown[3]);
            if (b < 0 || !shown.StartsWith("0x"u8))
            {
                return -1;
            }

            destination[i] = (byte)b;
        }

        key.Decrypt(destination[..count], destination);
        content[(close + 1)..].CopyTo(destination[count..]);
        return count + content.Length - close - 1;
    }

    // A wrong key gives noise: control bytes, or text of no encoding.
    private static bool IsText(ReadOnlySpan<byte> content) =>
        content.IndexOfAnyInRange((byte)0, (byte)8) < 0 && content.IndexOfAnyInRange((byte)14, (byte)31) < 0 && !MessageText.EncodingOf(content).Has(Tolerance.BrokenText);
}

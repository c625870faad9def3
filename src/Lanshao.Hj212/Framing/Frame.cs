namespace Lanshao.Hj212.Framing;

/// <summary>One frame in somebody's buffer: <c>##</c>, length, data segment, check code. It lives as long as the buffer.</summary>
public readonly ref struct Frame
{
    /// <summary>The bytes before the data segment: <c>##</c> and four digits.</summary>
    public const int HeadLength = 6;

    /// <summary>The check code behind the data segment.</summary>
    public const int CodeLength = 4;

    /// <summary>The longest data segment that four digits can declare, bytes.</summary>
    public const int LongestSegment = 9999;

    /// <summary>The longest data segment that the standard allows, bytes.</summary>
    public const int StandardSegment = 1024;

    internal Frame(ReadOnlySpan<byte> bytes, int declaredLength, ushort sentCode, bool isEncrypted, LineEnd lineEnd)
    {
        Bytes = bytes;
        DeclaredLength = declaredLength;
        SentCode = sentCode;
        IsEncrypted = isEncrypted;
        LineEnd = lineEnd;
    }

    /// <summary>Gets the frame from <c>##</c> to the check code, without the line end.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Gets the data segment as it was sent: with cipher text where <see cref="IsEncrypted"/>.</summary>
    public ReadOnlySpan<byte> Segment => Bytes.IsEmpty ? default : Bytes[HeadLength..^CodeLength];

    /// <summary>Gets the length field; of an encrypted frame it may count the plain text.</summary>
    public int DeclaredLength { get; }

    /// <summary>Gets the check code that was sent; right unless <see cref="IsEncrypted"/>, where it is that of the plain segment.</summary>
    public ushort SentCode { get; }

    /// <summary>Gets whether the content is SM4 cipher text (HJ 212-2025); then nothing is proved before it is decrypted.</summary>
    public bool IsEncrypted { get; }

    /// <summary>Gets what stood behind the frame, as far as the buffer showed.</summary>
    public LineEnd LineEnd { get; }

    /// <summary>Gets whether the check code has small letters, which some peers refuse.</summary>
    public bool HasLowerCaseCode => Bytes.Length >= CodeLength && Bytes[^CodeLength..].IndexOfAnyInRange((byte)'a', (byte)'f') >= 0;
}

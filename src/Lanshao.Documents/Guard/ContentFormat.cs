using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Guard;

/// <summary>Tells a file's format by its content, and refuses what is not read here with the way out.</summary>
internal static class ContentFormat
{
    private const int HeadBytes = 4096;

    // First bytes of formats that are refused; longer signatures first where they share a beginning.
    private static readonly (byte[] Signature, string Code)[] Signatures =
    [
        ("{\\rtf"u8.ToArray(), DocumentCodes.FormatRtf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], DocumentCodes.FormatImage),
        ([0xFF, 0xD8, 0xFF], DocumentCodes.FormatImage),
        ("GIF8"u8.ToArray(), DocumentCodes.FormatImage),
        ([(byte)'I', (byte)'I', 0x2A, 0], DocumentCodes.FormatImage),
        ([(byte)'M', (byte)'M', 0, 0x2A], DocumentCodes.FormatImage),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], DocumentCodes.FormatArchive),
        ("Rar!"u8.ToArray(), DocumentCodes.FormatArchive),
    ];

    private static readonly (string Mark, string Code)[] TextMarks =
    [
        ("<!doctype html", DocumentCodes.FormatHtml),
        ("<html", DocumentCodes.FormatHtml),
        ("mime-version:", DocumentCodes.FormatHtml),
        ("<?xml", DocumentCodes.FormatXml),
    ];

    /// <summary>Returns the format; <see langword="null"/> for an archive, whose entries tell (<see cref="PackageFormat"/>).</summary>
    public static SourceFormat? Recognise(ReadOnlySpan<byte> content, string name)
    {
        if (content.IsEmpty)
        {
            throw Refuse.Because(DocumentCodes.Empty, null, ("file", name));
        }

        RefuseKnownForeign(content, name);
        if (content.StartsWith("PK\x3\x4"u8) || content.StartsWith("PK\x5\x6"u8))
        {
            return null;
        }

        if (content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return HasExtension(name, ".csv.gz", ".tsv.gz") ? SourceFormat.Csv : throw Refuse.Because(DocumentCodes.FormatArchive);
        }

        RefuseMarkup(content);
        return HasExtension(name, ".csv", ".tsv", ".xls", ".xlsx") ? SourceFormat.Csv : SourceFormat.Txt;
    }

    private static void RefuseKnownForeign(ReadOnlySpan<byte> content, string name)
    {
        foreach (var (signature, code) in Signatures)
        {
            if (content.StartsWith(signature))
            {
                throw Refuse.Because(code, null, ("file", name));
            }
        }

        if (CompoundFile.IsOne(content))
        {
            throw Refuse.Because(CompoundFile.Code(content, name), null, ("file", name));
        }

        if (content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            throw Refuse.Because(DocumentCodes.FormatPdf, null, ("file", name));
        }

        if (IsBitmap(content) || IsRiffPicture(content))
        {
            throw Refuse.Because(DocumentCodes.FormatImage, null, ("file", name));
        }
    }

    // "BM" alone may begin a text: the header also tells the file's size and has four zero bytes.
    private static bool IsBitmap(ReadOnlySpan<byte> content) =>
        content.Length > 14 && content.StartsWith("BM"u8) && content.Slice(6, 4).IndexOfAnyExcept((byte)0) < 0;

    private static bool IsRiffPicture(ReadOnlySpan<byte> content) =>
        content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8);

    private static void RefuseMarkup(ReadOnlySpan<byte> content)
    {
        var head = TextDecoding.Preview(content[..Math.Min(content.Length, HeadBytes)]).TrimStart();
        foreach (var (mark, code) in TextMarks)
        {
            if (head.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                var isPage = code == DocumentCodes.FormatXml && head.Contains("<html", StringComparison.OrdinalIgnoreCase);
                throw Refuse.Because(isPage ? DocumentCodes.FormatHtml : code);
            }
        }
    }

    private static bool HasExtension(string name, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

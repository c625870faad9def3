using System.Runtime.InteropServices;
using System.Text;

namespace Lanshao.Documents.Guard;

/// <summary>Old binary office files (OLE compound files): told apart by the names in their directory.</summary>
internal static class CompoundFile
{
    private const int DirectoryEntryBytes = 128;
    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] WpsWords = Encoding.ASCII.GetBytes("WPS Office");
    private static readonly byte[] WpsWideWords = Encoding.Unicode.GetBytes("WPS Office");

    // An encrypted .docx or .xlsx is a compound file around the encrypted package.
    private static readonly (byte[] Name, string Code, string WpsCode, string WpsExtension)[] Streams =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage\0"), DocumentCodes.Encrypted, DocumentCodes.Encrypted, ""),
        (Encoding.Unicode.GetBytes("WordDocument\0"), DocumentCodes.FormatDoc, DocumentCodes.FormatWps, ".wps"),
        (Encoding.Unicode.GetBytes("Workbook\0"), DocumentCodes.FormatXls, DocumentCodes.FormatEt, ".et"),
        (Encoding.Unicode.GetBytes("Book\0"), DocumentCodes.FormatXls, DocumentCodes.FormatEt, ".et"),
        (Encoding.Unicode.GetBytes("PowerPoint Document\0"), DocumentCodes.FormatSlides, DocumentCodes.FormatSlides, ".dps"),
    ];

    private static readonly (string Extension, string Code)[] Extensions =
        [(".wps", DocumentCodes.FormatWps), (".et", DocumentCodes.FormatEt), (".doc", DocumentCodes.FormatDoc), (".xls", DocumentCodes.FormatXls), (".ppt", DocumentCodes.FormatSlides), (".dps", DocumentCodes.FormatSlides)];

    public static bool IsOne(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <summary>Returns the code of the refusal; WPS writes the formats of Office, so its own extension or its name in the properties tells it.</summary>
    public static string Code(ReadOnlySpan<byte> content, string name)
    {
        foreach (var (stream, code, wpsCode, extension) in Streams)
        {
            if (HasEntry(content, stream))
            {
                return IsWps(content, name, extension) ? wpsCode : code;
            }
        }

        // Cut short or written oddly: the name tells which of them it is.
        return Array.Find(Extensions, pair => name.EndsWith(pair.Extension, StringComparison.OrdinalIgnoreCase)).Code ?? DocumentCodes.Unrecognised;
    }

    private static bool IsWps(ReadOnlySpan<byte> content, string name, string extension) =>
        name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
        || (!name.EndsWith(".doc", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase)
            && (content.IndexOf(WpsWords) >= 0 || content.IndexOf(WpsWideWords) >= 0));

    // Directory entries stand at multiples of 128 bytes; each begins with its name and holds the name's length at byte 64.
    private static bool HasEntry(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name)
    {
        for (var at = 512; at + DirectoryEntryBytes <= content.Length; at += DirectoryEntryBytes)
        {
            var entry = content.Slice(at, DirectoryEntryBytes);
            if (entry.StartsWith(name) && MemoryMarshal.Read<ushort>(entry[64..]) == name.Length)
            {
                return true;
            }
        }

        return false;
    }
}

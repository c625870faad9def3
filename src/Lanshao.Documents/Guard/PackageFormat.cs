using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Guard;

/// <summary>Tells what an archive is by its main part, and refuses what is no document that is read here.</summary>
internal static class PackageFormat
{
    private static readonly (string Entry, string Code)[] Foreign =
    [
        ("OFD.xml", DocumentCodes.FormatOfd),
        ("mimetype", DocumentCodes.FormatOpenDocument),
        ("uof.xml", DocumentCodes.FormatOpenDocument),
        ("content.xml", DocumentCodes.FormatOpenDocument),
    ];

    public static SourceFormat Recognise(GuardedArchive archive)
    {
        if (MainPart(archive) is { } part)
        {
            return part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
                ? throw Refuse.Because(DocumentCodes.FormatBinaryWorkbook)
                : Guard.Foreign.Read(part, () => RecogniseRoot(archive, part));
        }

        foreach (var (entry, code) in Foreign)
        {
            if (archive.Contains(entry))
            {
                throw Refuse.Because(code);
            }
        }

        throw Refuse.Because(archive.Contains("[Content_Types].xml") ? DocumentCodes.Damaged : DocumentCodes.FormatArchive, null, ("where", "_rels/.rels"));
    }

    /// <summary>Returns the part that holds the document's body.</summary>
    public static string? MainPart(GuardedArchive archive) => Guard.Foreign.Read("_rels/.rels", () =>
        PackageRelationships.Of(archive, "").Find(relationship => relationship is { Kind: "officeDocument", IsExternal: false })?.Target);

    private static SourceFormat RecogniseRoot(GuardedArchive archive, string part)
    {
        using var xml = archive.OpenXml(part) ?? throw Refuse.Damaged(part);
        xml.ReadRoot();
        return xml.Name switch
        {
            "document" => SourceFormat.Docx,
            "workbook" => SourceFormat.Xlsx,
            "presentation" => throw Refuse.Because(DocumentCodes.FormatSlides),
            _ => throw Refuse.Because(DocumentCodes.Unrecognised),
        };
    }
}

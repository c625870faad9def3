using System.IO.Compression;
using System.Text;

namespace Lanshao.Libraries.Tests.Documents;

/// <summary>Small Word and Excel files, made from XML by hand.</summary>
internal static class OfficeFiles
{
    public const string WordNamespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    private const string RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A Word file with the body and further parts; parts named in <paramref name="parts"/> replace those made here.</summary>
    public static byte[] Docx(string body, params (string Name, string Content)[] parts) => Zip(
    [
        ("_rels/.rels", Relationships(("rId1", "officeDocument", "word/document.xml", false))),
        ("word/document.xml", $"<w:document {WordNamespaces}><w:body>{body}</w:body></w:document>"),
        .. parts,
    ]);

    /// <summary>A workbook with one sheet of this sheet data and further parts.</summary>
    public static byte[] Xlsx(string sheet, params (string Name, string Content)[] parts) => Zip(
    [
        ("_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml", false))),
        ("xl/workbook.xml", Workbook("<sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/>")),
        ("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "worksheets/sheet1.xml", false), ("rId8", "sharedStrings", "sharedStrings.xml", false), ("rId9", "styles", "styles.xml", false))),
        ("xl/worksheets/sheet1.xml", Sheet(sheet)),
        .. parts,
    ]);

    public static string Workbook(string sheets, string properties = "") =>
        $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{properties}<sheets>{sheets}</sheets></workbook>";

    public static string Sheet(string rows, string behind = "") =>
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{behind}</worksheet>";

    public static (string Name, string Content) Relations(string part, params (string Id, string Kind, string Target, bool IsExternal)[] relationships)
    {
        var slash = part.LastIndexOf('/') + 1;
        return ($"{part[..slash]}_rels/{part[slash..]}.rels", Relationships(relationships));
    }

    public static string WordPart(string root, string content) => $"<w:{root} {WordNamespaces}>{content}</w:{root}>";

    public static byte[] Zip(IEnumerable<(string Name, string Content)> parts, CompressionLevel level = CompressionLevel.Optimal) =>
        Zip(parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content))), level);

    /// <summary>An archive; of parts with the same name the last one counts.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.GroupBy(part => part.Name).Select(same => same.Last()))
            {
                using var entry = zip.CreateEntry(part.Name, level).Open();
                entry.Write(part.Content);
            }
        }

        return bytes.ToArray();
    }

    private static string Relationships(params (string Id, string Kind, string Target, bool IsExternal)[] relationships) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relationships.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{RelationshipType}{one.Kind}\" Target=\"{one.Target}\"{(one.IsExternal ? " TargetMode=\"External\"" : "")}/>"))
        + "</Relationships>";
}

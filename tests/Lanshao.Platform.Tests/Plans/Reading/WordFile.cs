using System.IO.Compression;
using System.Security;
using System.Text;
using Lanshao.Documents;
using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Small Word files with merged cells. A cell is its text; <c>2|text</c> spans two columns, <c>v|text</c> begins a merge downwards and <c>v|</c> goes on with it.</summary>
internal static class WordFile
{
    public static PlanReading Read(string title, params string[][] rows)
    {
        var body = new StringBuilder(Paragraph(title)).Append(Paragraph("")).Append("<w:tbl><w:tblPr/><w:tblGrid>");
        var columns = rows.Max(row => row.Sum(SpanOf));
        body.Append(string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1000\"/>", columns))).Append("</w:tblGrid>");
        foreach (var row in rows)
        {
            body.Append("<w:tr>").Append(string.Concat(row.Select(Cell))).Append("</w:tr>");
        }

        return PlanReader.Read(DocumentReader.Read(Pack(body.Append("</w:tbl>").ToString()), "计划.docx", null, TestContext.Current.CancellationToken), SmallPlan.Names);
    }

    private static int SpanOf(string cell) => cell.Length > 1 && cell[1] == '|' && char.IsAsciiDigit(cell[0]) ? cell[0] - '0' : 1;

    private static string Cell(string cell)
    {
        var mark = cell.Length > 1 && cell[1] == '|' ? cell[0] : ' ';
        var text = mark == ' ' ? cell : cell[2..];
        var merge = mark == 'v' ? text.Length > 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" : "";
        return $"<w:tc><w:tcPr><w:gridSpan w:val=\"{SpanOf(cell)}\"/>{merge}</w:tcPr>{string.Concat(text.Split('\n').Select(Paragraph))}</w:tc>";
    }

    private static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    private static byte[] Pack(string body)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add(archive, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add(archive, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        entry.Write(text);
    }
}

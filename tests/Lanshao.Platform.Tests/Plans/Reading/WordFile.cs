using System.IO.Compression;
using System.Security;
using System.Text;
using Lanshao.Documents;
using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>
/// Small Word files. A cell is its paragraphs, parted by line feeds; <c>2|text</c> spans two columns, <c>v|text</c> begins a merge downwards and <c>v|</c> goes on with it. In a paragraph
/// <c>\v</c> breaks the line; one that begins with <c>□</c> stands in a text box, those that begin with <c>▦</c> are rows of a table inside the cell, <c>;</c> between its cells.
/// </summary>
internal static class WordFile
{
    private const string TextBox = "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";

    /// <summary>A plan of a title and one table.</summary>
    public static PlanReading Read(string title, params string[][] rows) => ReadAll(title, "", rows);

    /// <summary>A plan of paragraphs (strings) and tables (rows of cells).</summary>
    public static PlanReading ReadAll(params object[] blocks)
    {
        var body = string.Concat(blocks.Select(block => block is string text ? Paragraph(text) : Table((string[][])block)));
        return PlanReader.Read(DocumentReader.Read(Pack(body), "计划.docx", null, TestContext.Current.CancellationToken), SmallPlan.Names);
    }

    private static string Table(string[][] rows)
    {
        var body = new StringBuilder("<w:tbl><w:tblPr/><w:tblGrid>");
        body.Append(string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1000\"/>", rows.Max(row => row.Sum(SpanOf))))).Append("</w:tblGrid>");
        foreach (var row in rows)
        {
            body.Append("<w:tr>").Append(string.Concat(row.Select(Cell))).Append("</w:tr>");
        }

        return body.Append("</w:tbl>").ToString();
    }

    private static int SpanOf(string cell) => cell.Length > 1 && cell[1] == '|' && char.IsAsciiDigit(cell[0]) ? cell[0] - '0' : 1;

    private static string Cell(string cell)
    {
        var mark = cell.Length > 1 && cell[1] == '|' ? cell[0] : ' ';
        var text = mark == ' ' ? cell : cell[2..];
        var merge = mark == 'v' ? text.Length > 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" : "";
        var lines = text.Split('\n');
        var nested = Array.FindAll(lines, line => line.StartsWith('▦'));
        var table = nested.Length == 0 ? "" : Table([.. nested.Select(line => line[1..].Split(';'))]) + Paragraph("");
        return $"<w:tc><w:tcPr><w:gridSpan w:val=\"{SpanOf(cell)}\"/>{merge}</w:tcPr>{string.Concat(lines.Except(nested).Select(Paragraph))}{table}</w:tc>";
    }

    private static string Paragraph(string text) =>
        text.StartsWith('□') ? TextBox.Replace("{0}", Paragraph(text[1..]), StringComparison.Ordinal)
        : $"<w:p>{string.Join("<w:r><w:br/></w:r>", text.Split('\v').Select(line => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(line)}</w:t></w:r>"))}</w:p>";

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

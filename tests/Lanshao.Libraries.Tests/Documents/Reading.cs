using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents;

/// <summary>Short ways to read small files.</summary>
internal static class Reading
{
    public static SourceDocument Docx(string body, params (string Name, string Content)[] parts) => Read(OfficeFiles.Docx(body, parts), "测试.docx");

    public static SourceDocument Read(byte[] bytes, string name, DocumentLimits? limits = null) =>
        DocumentReader.Read(bytes, name, limits, TestContext.Current.CancellationToken);

    /// <summary>The paragraphs of a body, by their text.</summary>
    public static string[] Texts(string body, params (string Name, string Content)[] parts) => [.. Docx(body, parts).Paragraphs.Select(paragraph => paragraph.Text)];

    /// <summary>The one table of a body, row by row: <c>&lt;</c> covered from the left, <c>^</c> from above.</summary>
    public static string[] Rows(string body, params (string Name, string Content)[] parts) => Rows(Assert.Single(Docx(body, parts).Tables));

    public static string[] Rows(TableBlock table) => [.. table.Rows.Select(row => string.Join('|', row.Cells.Select(Show)))];

    public static DocumentRefusedException Refused(byte[] bytes, string name = "测试.docx", DocumentLimits? limits = null) =>
        Assert.Throws<DocumentRefusedException>(() => Read(bytes, name, limits));

    private static string Show(TableCell cell) => cell.IsMergedFromAbove ? "^" : cell.IsCovered ? "<" : cell.Text;
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

/// <summary>The same Word file comes back with comments at the places, and with nothing that runs or leads out.</summary>
public class CommentedWordTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Write_OfficialReport_KeepsTextAndTablesAndIsValid()
    {
        var original = File.ReadAllBytes(Reference.File("documents", "report-2024h1.docx"));
        var document = DocumentReader.Read(original, "report.docx", ct: Ct);
        var cell = document.Tables.First().Rows[2].Cells[2];

        var commented = CommentedWord.Write(original, [new(cell.Origin, cell.Text, "请核对\n第二段"), new(document.Paragraphs.First(p => p.Text.Contains("TSP", StringComparison.Ordinal)).Origin, "TSP", "范围")], "核稿", ct: Ct);

        var again = DocumentReader.Read(commented, "report.docx", ct: Ct);
        Assert.Equal(document.Paragraphs.Select(p => p.Text), again.Paragraphs.Select(p => p.Text));
        Assert.Equal(document.Tables.SelectMany(Cells), again.Tables.SelectMany(Cells));
        using var package = WordprocessingDocument.Open(new MemoryStream(commented), false);
        Assert.Equal(2, package.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Count());
        Assert.Empty(NewErrors(original, commented));
    }

    [Fact]
    public void Write_CommentOnACell_HangsOnThatCell()
    {
        var original = File.ReadAllBytes(Reference.File("documents", "report-2024h1.docx"));
        var cell = DocumentReader.Read(original, "report.docx", ct: Ct).Tables.First().Rows[2].Cells[2];

        var commented = CommentedWord.Write(original, [new(cell.Origin, cell.Text, "此处")], "核稿", ct: Ct);

        using var package = WordprocessingDocument.Open(new MemoryStream(commented), false);
        var mark = Assert.Single(package.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.CommentReference>());
        Assert.Equal(cell.Text, mark.Ancestors<DocumentFormat.OpenXml.Wordprocessing.TableCell>().First().InnerText);
    }

    [Fact]
    public void Write_FileWithLinkOut_GivesItsWordsBackWithoutTheLink()
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var link = main.AddHyperlinkRelationship(new Uri("https://example.invalid/"), isExternal: true);
            main.Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                new DocumentFormat.OpenXml.Wordprocessing.Hyperlink(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text("见网页"))) { Id = link.Id })));
        }

        var commented = CommentedWord.Write(file.ToArray(), [new(new Origin { Block = 1 }, "见网页", "核对")], "核稿", ct: Ct);

        using var again = WordprocessingDocument.Open(new MemoryStream(commented), false);
        Assert.Empty(again.MainDocumentPart!.HyperlinkRelationships);
        Assert.Equal("见网页", again.MainDocumentPart.Document!.Body!.InnerText);
    }

    [Fact]
    public void Write_QuoteAcrossRuns_MarksTheQuotedWordsOnly()
    {
        var original = WordOf(["甲街道浓度为", "38.0微克", "，乙街道", "为41微克"]);

        var commented = CommentedWord.Write(original, [new(new Origin { Block = 1 }, "浓度为 38.0微克，乙", "一"), new(new Origin { Block = 1 }, "38.0", "二")], "核稿", ct: Ct);

        Assert.Equal("浓度为38.0微克，乙", MarkedText(commented, 0));
        Assert.Equal("38.0", MarkedText(commented, 1));
        Assert.Equal("甲街道浓度为38.0微克，乙街道为41微克", DocumentReader.Read(commented, "file.docx", ct: Ct).Paragraphs.Single().Text);
        Assert.Empty(NewErrors(original, commented));
    }

    [Fact]
    public void Write_SameWordsInTwoParagraphs_MarksTheOneThatWasRead()
    {
        var original = WordOf(["共12个"], ["其余不变"], ["共12个，已完成"]);
        var place = DocumentReader.Read(original, "file.docx", ct: Ct).Paragraphs.Last();

        var commented = CommentedWord.Write(original, [new(place.Origin, "共12个", "核对")], "核稿", ct: Ct);

        using var package = WordprocessingDocument.Open(new MemoryStream(commented), false);
        Assert.Equal("共12个，已完成", package.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.CommentReference>().Single().Ancestors<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().First().InnerText);
    }

    private static byte[] WordOf(params string[][] paragraphs)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body(paragraphs.Select(runs =>
                new DocumentFormat.OpenXml.Wordprocessing.Paragraph(runs.Select(text => new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)))))));
        }

        return file.ToArray();
    }

    private static string MarkedText(byte[] file, int comment)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), false);
        var all = package.MainDocumentPart!.Document!.Descendants().ToList();
        var start = all.FindIndex(element => element is DocumentFormat.OpenXml.Wordprocessing.CommentRangeStart { Id.Value: { } id } && id == $"{comment}");
        var end = all.FindIndex(element => element is DocumentFormat.OpenXml.Wordprocessing.CommentRangeEnd { Id.Value: { } id } && id == $"{comment}");
        return string.Concat(all[start..end].OfType<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text));
    }

    private static IEnumerable<string> Cells(TableBlock table) => table.Rows.SelectMany(row => row.OwnCells).Select(cell => cell.Text);

    // What was wrong with the file before may stay; nothing may be added.
    private static IEnumerable<string> NewErrors(byte[] before, byte[] after) => Errors(after).Except(Errors(before));

    private static List<string> Errors(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, Ct).Select(error => error.Description)];
    }
}

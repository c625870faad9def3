using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Pdf;

/// <summary>What the office program gets in place of one very long table.</summary>
public sealed class PagedTablesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_VeryLongTable_IsATableAPageWithEveryRowOnceAndInOrder(bool isLandscape)
    {
        var word = Word(650, isLandscape);

        using var paged = Paged(word);

        using var file = WordprocessingDocument.Open(paged, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Ct).Select(error => error.Description));
        var body = file.MainDocumentPart!.Document!.Body!;
        var tables = body.Elements<Table>().ToList();
        Assert.InRange(tables.Count, 8, 80);
        Assert.All(tables, table => Assert.InRange(table.Elements<TableRow>().Count(), 2, PagedTables.MostRows));
        Assert.Single(tables.Select(table => table.Elements<TableProperties>().Single().OuterXml + table.Elements<TableGrid>().Single().OuterXml + table.Elements<TableRow>().First().OuterXml).Distinct());
        Assert.Equal(Enumerable.Range(1, 650).Select(number => $"{number}"), tables.SelectMany(table => table.Elements<TableRow>().Skip(1)).Select(row => row.Elements<TableCell>().First().InnerText));
        Assert.Equal(tables.Count - 1, body.Elements<Paragraph>().Count(paragraph => paragraph.ParagraphProperties?.PageBreakBefore is not null));
    }

    [Fact]
    public void Write_TableOfUsualLength_StaysAsItIs()
    {
        var word = Word(PagedTables.MostRows - 1, isLandscape: false);

        using var paged = Paged(word);

        using var before = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        using var after = WordprocessingDocument.Open(paged, isEditable: false);
        Assert.Equal(before.MainDocumentPart!.Document!.Body!.OuterXml, after.MainDocumentPart!.Document!.Body!.OuterXml);
        Assert.Equal(before.Parts.Count(), after.Parts.Count());
    }

    private static MemoryStream Paged(byte[] word)
    {
        var paged = new MemoryStream();
        PagedTables.Write(new MemoryStream(word), paged);
        paged.Position = 0;
        return paged;
    }

    private static byte[] Word(int rows, bool isLandscape) => WordWriter.Write(OfficialDocument.Of(new()
    {
        Title = "样张长表",
        IsLandscape = isLandscape,
        IsSmall = true,
        Columns = [new("序号", 12), new("工作措施", 80, CellAlign.Text), new("状态", 20)],
        Rows = Enumerable.Range(1, rows).Select(number => new PrintRow([PrintCell.Of(number.ToString(CultureInfo.InvariantCulture)), PrintCell.Of(string.Concat(Enumerable.Repeat("逐项核对并写明2024年结果，", number % 7))), PrintCell.Of("已完成")])),
        NotesBelow = ["数据来源：样张。"],
    }));
}

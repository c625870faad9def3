using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents;
using Lanshao.Documents.Filling;
using Lanshao.Documents.Writing;
using Lanshao.Libraries.Tests.Documents.Writing;
using Xunit;
using S = DocumentFormat.OpenXml.Spreadsheet;
using SourceDocument = Lanshao.Documents.Blocks.SourceDocument;

namespace Lanshao.Libraries.Tests.Documents.Filling;

/// <summary>What our writers write, our readers read: cell by cell, merged cells and all.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Word_Table_ComesBackCellByCell()
    {
        var document = Read(OfficialDocument.Of(SampleTables.Ranking()));

        var table = Assert.Single(document.Tables);
        Assert.Equal(["1", "—", "样张0街道", "39.3", "39", "-7.1%"], table.Rows[2].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal(["区倒排名", "市倒排名", "街道", "一位小数", "取整", "同比变化"], table.Rows[1].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal([true, true, false], table.Rows.Take(3).Select(row => row.IsHeading));
        Assert.Equal(2 + 17, table.Rows.Count);
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void Word_EveryBlock_IsReadInOrderAndPicturesAreNamed()
    {
        var document = Read(SampleTables.Everything());

        Assert.Equal(
            ["样张文件第二行标题", "正文第一段，PM2.5与SO2。", "正文第二段。", "一、第一级", "（一）第二级", "1.第三级", "（1）第四级", "图1　样张各街道浓度", "数据来源：样张监测中心", "图2　样张日历", "附件：1.样张附件甲", "2.样张附件乙", "样张区生态环境局", "2024年7月10日"],
            document.Paragraphs.Where(paragraph => !paragraph.IsEmpty).Select(paragraph => paragraph.Text).Take(14));
        Assert.Equal(["DOC-210", "DOC-210"], document.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Word_SheetFilledIn_ComesBackByNumber()
    {
        var sent = SampleTables.Sheet();
        var filled = Fill(sent, rows => Type(rows[3], 3, "全年检查三次\n已完成"));

        var read = FilledTable.Read(DocumentReader.Read(filled, "sheet.docx", ct: TestContext.Current.CancellationToken), sent);

        Assert.Empty(read.Findings);
        Assert.Equal(["2-5-1", "2-5-2", "2-5-3", "2-6-1"], read.Rows.Select(row => row.Key));
        Assert.Equal("全年检查三次\n已完成", read.Rows[1].Cells["进展情况"].Text);
        Assert.Equal([true, false, true, true], read.Rows.Select(row => row.IsBlank));
    }

    [Fact]
    public void Word_SheetWithRowsMoved_ComesBackByNumber()
    {
        var sent = SampleTables.Sheet();
        var filled = Fill(sent, rows =>
        {
            Type(rows[6], 3, "乙的进展");
            rows[1].InsertAfterSelf(rows[6].CloneNode(deep: true));
            rows[6].Remove();
        });

        var read = FilledTable.Read(DocumentReader.Read(filled, "sheet.docx", ct: TestContext.Current.CancellationToken), sent);

        Assert.Equal("乙的进展", read.Rows.Single(row => row.Key == "2-6-1").Cells["进展情况"].Text);
        Assert.Equal("2-6-1", read.Rows[0].Key);
    }

    [Fact]
    public void Word_PrintedNumberDamaged_IsKnownByItsTag()
    {
        var sent = SampleTables.Sheet();
        var filled = Fill(sent, rows =>
        {
            rows[2].Descendants<SdtRun>().Single().Descendants<Text>().Single().Text = "编号丢失";
            Type(rows[2], 3, "甲");
        });

        var read = FilledTable.Read(DocumentReader.Read(filled, "sheet.docx", ct: TestContext.Current.CancellationToken), sent);

        Assert.Equal("甲", read.Rows.Single(row => row.Key == "2-5-1").Cells["进展情况"].Text);
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Excel_Table_ComesBackCellByCell()
    {
        var document = DocumentReader.Read(ExcelWriter.Write(new PrintWorkbook("样张", [SampleTables.Ranking()])), "sample.xlsx", ct: TestContext.Current.CancellationToken);

        var rows = Assert.Single(document.Tables).Rows;
        var head = rows.TakeWhile(row => row.Cells[0].Anchor.Text != "1").ToList();
        Assert.Equal(["区倒排名", "市倒排名", "街道", "一位小数", "取整", "同比变化"], head[^1].Cells.Select(cell => cell.Anchor.Text));
        Assert.Equal(["1", "—", "样张0街道", "39.3", "39", "-7.1%"], rows[head.Count].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Excel_SheetFilledIn_ComesBackByNumber()
    {
        var sent = SampleTables.Sheet();
        var filled = FillIn(sent, ("D6", "全年检查三次\n已完成"), ("E6", "是"), ("D8", "=1+1"));

        var read = FilledTable.Read(DocumentReader.Read(filled, "sheet.xlsx", ct: TestContext.Current.CancellationToken), sent);

        Assert.Empty(read.Findings);
        Assert.Equal(["2-5-1", "2-5-2", "2-5-3", "2-6-1"], read.Rows.Select(row => row.Key));
        Assert.Equal([("", ""), ("", ""), ("全年检查三次\n已完成", "是"), ("=1+1", "")], read.Rows.Select(row => (row.Cells["进展情况"].Text, row.Cells["是否完成"].Text)));
    }

    [Fact]
    public void Csv_SheetFilledIn_ComesBackByNumber()
    {
        var sent = SampleTables.Sheet();
        var filled = sent with { Rows = sent.Rows.Select(row => row.Key == "2-5-2" ? row with { Cells = [.. row.Cells, PrintCell.Of("@已办"), PrintCell.Of("否")] } : row) };

        var read = FilledTable.Read(DocumentReader.Read(CsvWriter.Write(filled), "sheet.csv", ct: TestContext.Current.CancellationToken), sent);

        Assert.Equal(("@已办", "否"), (read.Rows[1].Cells["进展情况"].Text, read.Rows[1].Cells["是否完成"].Text));
        Assert.Equal(4, read.Rows.Count);
        Assert.Empty(read.Findings);
    }

    private static byte[] FillIn(PrintTable table, params (string Cell, string Text)[] typed)
    {
        var stream = new MemoryStream();
        ExcelWriter.Write(new PrintWorkbook(table.Title, [table]), stream);
        using (var file = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<S.Cell>().ToDictionary(cell => cell.CellReference!.Value!);
            foreach (var (name, text) in typed)
            {
                cells[name].DataType = S.CellValues.InlineString;
                cells[name].InlineString = new S.InlineString(new S.Text(text));
            }
        }

        return stream.ToArray();
    }

    private static SourceDocument Read(OfficialDocument document) => DocumentReader.Read(WordWriter.Write(document), "sample.docx", ct: TestContext.Current.CancellationToken);

    private static byte[] Fill(PrintTable table, Action<List<TableRow>> fill)
    {
        var stream = new MemoryStream();
        WordWriter.Write(OfficialDocument.Of(table), stream);
        using (var file = WordprocessingDocument.Open(stream, isEditable: true))
        {
            fill([.. file.MainDocumentPart!.Document.Body!.Descendants<TableRow>()]);
        }

        return stream.ToArray();
    }

    private static void Type(TableRow row, int cell, string text)
    {
        var place = row.Elements<TableCell>().ElementAt(cell);
        place.RemoveAllChildren<Paragraph>();
        place.Append(text.Split('\n').Select(line => new Paragraph(new Run(new Text(line)))));
    }
}

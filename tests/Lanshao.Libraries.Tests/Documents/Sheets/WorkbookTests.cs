using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Sheets;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Sheets;

public class WorkbookTests
{
    [Fact]
    public void Read_TextsOfAllKinds_AreRead()
    {
        var strings = "<sst xmlns=\"x\"><si><t>街道</t></si><si><r><t>PM</t></r><r><t>2.5</t></r><rPh><t>拼音</t></rPh></si><si><t xml:space=\"preserve\">甲_x000D_\n乙</t></si></sst>";
        var table = SheetOf(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>行</t></r><r><t>内</t></r></is></c><c r=\"B2\" t=\"str\"><f>A1</f><v>算出</v></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"s\"><v>99</v></c></row>",
            ("xl/sharedStrings.xml", strings));

        Assert.Equal(["街道|PM2.5|甲乙", "行内|算出|TRUE"], Rows(table));
        Assert.Equal(["甲", "乙"], table.Rows[0].Cells[2].Lines);
        Assert.Equal("表1", table.Name);
        Assert.Equal(new Origin { Part = "表1", Block = 1, Table = 1, Row = 2, Cell = 2 }, table.Rows[1].Cells[1].Origin);
    }

    [Theory]
    [InlineData("38.7", 0, "38.7")]
    [InlineData("38.699999999999996", 0, "38.7")]
    [InlineData("0.1", 0, "0.1")]
    [InlineData("1E-3", 0, "0.001")]
    [InlineData("1.5E+3", 0, "1500")]
    [InlineData("29000", 0, "29000")]
    [InlineData("-7.0999999999999994E-2", 9, "-7.1%")]
    [InlineData("0.026", 10, "2.6%")]
    [InlineData("0", 0, "0")]
    [InlineData("45291", 14, "2023-12-31")]
    [InlineData("45291.333333333336", 22, "2023-12-31 08:00")]
    [InlineData("45291.999999999", 22, "2024-01-01")]
    [InlineData("45291.00001157407", 22, "2023-12-31 00:00:01")]
    [InlineData("60", 14, "1900-02-28")]
    [InlineData("1", 14, "1900-01-01")]
    [InlineData("61", 14, "1900-03-01")]
    [InlineData("0.354166666666667", 20, "08:30")]
    [InlineData("1.25", 46, "30:00")]
    [InlineData("-1", 14, "-1")]
    [InlineData("不是数", 0, "不是数")]
    [InlineData("1E+300", 0, "1E+300")]
    [InlineData("45291", 57, "2023-12-31")]
    public void Read_Number_IsItsPlainText(string stored, int format, string text)
    {
        var styles = $"<styleSheet xmlns=\"x\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{format}\"/></cellXfs></styleSheet>";

        Assert.Equal([text], Rows(SheetOf($"<row><c s=\"1\"><v>{stored}</v></c></row>", ("xl/styles.xml", styles))));
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "2023-12-31")]
    [InlineData("[$-804]yyyy/m/d;@", "2023-12-31")]
    [InlineData("m\"月\"", "2023-12-31")]
    [InlineData("0.0_);[Red]\\(0.0\\)", "45291")]
    [InlineData("#,##0.00\"days\"", "45291")]
    [InlineData("General", "45291")]
    [InlineData("G/通用格式", "45291")]
    [InlineData("0.0%", "4529100%")]
    [InlineData("[h]:mm", "1086984:00")]
    public void Read_OwnFormats_AreToldByTheirLetters(string code, string text)
    {
        var styles = $"<styleSheet xmlns=\"x\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>";

        Assert.Equal([text], Rows(SheetOf("<row><c s=\"0\"><v>45291</v></c></row>", ("xl/styles.xml", styles))));
    }

    [Fact]
    public void Read_DaysFrom1904_AreMoved()
    {
        var styles = "<styleSheet xmlns=\"x\"><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        var workbook = OfficeFiles.Workbook("<sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/>", "<workbookPr date1904=\"1\"/>");

        Assert.Equal(["2023-12-31"], Rows(SheetOf("<row><c s=\"0\"><v>43829</v></c></row>", ("xl/styles.xml", styles), ("xl/workbook.xml", workbook))));
    }

    [Fact]
    public void Read_MergedCells_AreResolved()
    {
        var sheet = OfficeFiles.Sheet(
            Row(1, ("A", "序号"), ("B", "单位"), ("D", "时限")) + Row(2, ("B", "牵头"), ("C", "配合")) + Row(3, ("A", "1"), ("B", "甲"), ("C", "乙"), ("D", "年底前")),
            "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:D2\"/><mergeCell ref=\"X90:Y99\"/></mergeCells>");

        var table = SheetOf("", ("xl/worksheets/sheet1.xml", sheet));

        Assert.Equal(["序号|单位|<|时限", "^|牵头|配合|^", "1|甲|乙|年底前"], Rows(table));
        Assert.Equal(2, table.Rows[0].Cells[0].RowSpan);
    }

    [Fact]
    public void Read_MergesThatOverlap_LoseNothing()
    {
        var sheet = OfficeFiles.Sheet(Row(1, ("A", "甲"), ("B", "乙"), ("C", "丙")), "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B1:C1\"/></mergeCells>");

        var document = Read(OfficeFiles.Xlsx("", ("xl/worksheets/sheet1.xml", sheet)), "表.xlsx");

        Assert.Equal(["甲|<|丙"], Rows(Assert.Single(document.Tables)));
        Assert.Equal("乙", Assert.Single(document.Findings).Arguments["text"]);
    }

    [Fact]
    public void Read_GapsBetweenRowsAndColumns_KeepTheirPlaces() =>
        Assert.Equal(["||", "|乙|丙", "||", "甲||"], Rows(SheetOf(Row(2, ("B", "乙"), ("C", "丙"), ("H", "")) + Row(4, ("A", "甲")) + Row(9, ("A", "")))));

    [Fact]
    public void Read_SeveralSheets_GiveATableEachAndHiddenOnesAreNamed()
    {
        var workbook = OfficeFiles.Workbook("<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"二\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"藏\" sheetId=\"3\" state=\"hidden\" r:id=\"rId3\"/><sheet name=\"空\" sheetId=\"4\" r:id=\"rId4\"/>");
        var document = Read(
            OfficeFiles.Xlsx(
                Row(1, ("A", "甲")),
                ("xl/workbook.xml", workbook),
                ("xl/worksheets/sheet2.xml", OfficeFiles.Sheet(Row(1, ("A", "乙")))),
                ("xl/worksheets/sheet4.xml", OfficeFiles.Sheet("")),
                OfficeFiles.Relations("xl/workbook.xml", ("rId1", "worksheet", "worksheets/sheet1.xml", false), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml", false), ("rId3", "worksheet", "worksheets/sheet3.xml", false), ("rId4", "worksheet", "worksheets/sheet4.xml", false))),
            "表.xlsx");

        Assert.Equal(["一", "二"], document.Tables.Select(table => table.Name));
        Assert.Equal((DocumentCodes.HiddenSheet, "藏"), (Assert.Single(document.Findings).Code, document.Findings[0].Arguments["sheet"]));
    }

    [Fact]
    public void Read_FormulasWithoutValueAndErrors_AreReported()
    {
        var document = Read(OfficeFiles.Xlsx("<row r=\"1\"><c r=\"A1\"><f>SUM(B1)</f></c><c r=\"B1\" t=\"e\"><v>#DIV/0!</v></c></row>"), "表.xlsx");

        Assert.Equal(["|#DIV/0!"], Rows(Assert.Single(document.Tables)));
        Assert.Equal([(DocumentCodes.FormulaWithoutValue, "A1"), (DocumentCodes.ErrorValue, "B1")], document.Findings.Select(finding => (finding.Code, finding.Arguments["cell"])));
    }

    [Fact]
    public void Rows_OfAWorkbook_StreamWithTheirSheetAndNumber()
    {
        using var stream = new MemoryStream(OfficeFiles.Xlsx(Row(2, ("A", "时间"), ("C", "浓度")) + Row(30000, ("A", "1"))));
        using var reader = RowReader.Open(stream, "小时.xlsx", ct: TestContext.Current.CancellationToken);

        var rows = reader.Rows().ToList();

        Assert.Equal([("表1", 2, "时间||浓度"), ("表1", 30000, "1")], rows.Select(row => (row.Sheet ?? "", row.Number, string.Join('|', row.Fields))));
        Assert.Equal(SourceFormat.Xlsx, reader.Source.Format);
    }

    [Theory]
    [InlineData("A1", 0, 0)]
    [InlineData("XFD1048576", 16383, 1048575)]
    [InlineData("AA10", 26, 9)]
    public void Parse_Reference_GivesColumnAndRow(string reference, int column, int row) => Assert.Equal((column, row), CellReference.Parse(reference));

    [Theory]
    [InlineData("")]
    [InlineData("1A")]
    [InlineData("ABCDE1")]
    [InlineData("A")]
    [InlineData("A0")]
    [InlineData("A999999999999")]
    public void Parse_NoReference_IsNull(string reference) => Assert.Null(CellReference.Parse(reference));

    private static TableBlock SheetOf(string rows, params (string Name, string Content)[] parts) => Assert.Single(Read(OfficeFiles.Xlsx(rows, parts), "表.xlsx").Tables);

    private static string Row(int number, params (string Column, string Text)[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select(cell => $"<c r=\"{cell.Column}{number}\" t=\"inlineStr\"><is><t>{cell.Text}</t></is></c>"))}</row>";
}

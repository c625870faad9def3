using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed class ExcelWriterTests
{
    [Fact]
    public void Write_SeveralTables_IsValid()
    {
        using var file = Open(new("样张", [SampleTables.Ranking(), SampleTables.Sheet(), SampleTables.Ranking()]) { Mark = "演示&数据" });

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var workbook = new PrintWorkbook("样张", [SampleTables.Ranking(), SampleTables.Sheet()]);

        Assert.Equal(SHA256.HashData(ExcelWriter.Write(workbook)), SHA256.HashData(ExcelWriter.Write(workbook)));
    }

    [Fact]
    public void Write_Figures_AreNumbersAtTheirPrintedPrecision()
    {
        using var file = Open(new("样张", [SampleTables.Ranking()]));

        Assert.Equal(("39.3", "0.0"), Figure(file, "D5"));
        Assert.Equal(("39", "0"), Figure(file, "E5"));
        Assert.Equal(("-0.071", "0.0%"), Figure(file, "F5"));
    }

    [Fact]
    public void Write_MissingFigure_IsADash()
    {
        using var file = Open(new("样张", [SampleTables.Ranking()]));

        Assert.Equal("—", Cell(file, "B5").InlineString!.InnerText);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    public void Write_TextLikeAFormula_StaysText(string typed)
    {
        using var file = Open(Single(typed));

        var cell = Cell(file, "A3");

        Assert.Null(cell.CellFormula);
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Equal(typed, cell.InlineString!.InnerText);
        Assert.True(Format(file, cell).QuotePrefix!.Value);
    }

    [Theory]
    [InlineData("_x000D_", "_x005F_x000D_")]
    [InlineData("a\u0001b", "a\uFFFDb")]
    [InlineData("_xylo_", "_xylo_")]
    public void Write_EscapesAndControls_StandForThemselves(string typed, string written)
    {
        using var file = Open(Single(typed));

        Assert.Equal(written, Cell(file, "A3").InlineString!.InnerText);
    }

    [Fact]
    public void Write_TextBeyondTheCellLimit_EndsVisibly()
    {
        using var file = Open(Single(new string('字', 40_000)));

        var text = Cell(file, "A3").InlineString!.InnerText;

        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("字…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Merges_FollowTheTable()
    {
        using var file = Open(new("样张", [SampleTables.Ranking(), SampleTables.Sheet()]));

        Assert.Equal(["A1:F1", "A2:C2", "D2:F2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "A22:F22"], Merges(file, 0).Order(CellOrder.Instance));
        Assert.Equal(["A1:E1", "A3:E3", "B4:B6", "A7:E7"], Merges(file, 1).Order(CellOrder.Instance));
    }

    [Fact]
    public void Write_Sheet_FreezesAndRepeatsItsHead()
    {
        using var file = Open(new("样张", [SampleTables.Ranking()]));

        var sheet = Sheet(file, 0);
        var pane = sheet.Descendants<Pane>().Single();
        var setup = sheet.Elements<PageSetup>().Single();

        Assert.Equal((4d, "A5", PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value!, pane.State!.Value));
        Assert.Equal("'各街道2024年1—6月PM2.5累计浓度情况'!$3:$4", file.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
        Assert.Equal((9u, 1u, 0u), (setup.PaperSize!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
    }

    [Fact]
    public void Write_ColumnsWithChoices_OfferThem()
    {
        using var file = Open(new("样张", [SampleTables.Sheet()]));

        var validation = Sheet(file, 0).Descendants<DataValidation>().Single();

        Assert.Equal(("\"是,否\"", "E3:E8"), (validation.Formula1!.Text, validation.SequenceOfReferences!.InnerText));
    }

    [Fact]
    public void Write_TitlesThatCannotBeSheetNames_AreMadeFit()
    {
        var table = SampleTables.Ranking(1);
        using var file = Open(new("样张", [table with { Title = "a/b:c[d]" }, table with { Title = new string('长', 40) }, table with { Title = new string('长', 41) }, table with { Title = " " }]));

        var names = file.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!).ToList();

        Assert.Equal(["a_b_c_d_", new string('长', 31), new string('长', 28) + "（2）", "表"], names);
    }

    private static PrintWorkbook Single(string typed) => new("样张", [new() { Title = "表", Columns = [new("列", 30)], Rows = [new([PrintCell.Of([typed])])] }]);

    private static (string Value, string? Format) Figure(SpreadsheetDocument file, string name)
    {
        var cell = Cell(file, name);
        var code = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == Format(file, cell).NumberFormatId!);
        Assert.Null(cell.DataType);
        return (cell.CellValue!.Text, code.FormatCode!.Value);
    }

    private static CellFormat Format(SpreadsheetDocument file, Cell cell) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static Cell Cell(SpreadsheetDocument file, string name) => Sheet(file, 0).Descendants<Cell>().Single(cell => cell.CellReference == name);

    private static IEnumerable<string> Merges(SpreadsheetDocument file, int sheet) => Sheet(file, sheet).Descendants<MergeCell>().Select(merge => merge.Reference!.Value!);

    private static Worksheet Sheet(SpreadsheetDocument file, int index)
    {
        var sheet = file.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(index);
        return ((WorksheetPart)file.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet;
    }

    private static SpreadsheetDocument Open(PrintWorkbook workbook) => SpreadsheetDocument.Open(new MemoryStream(ExcelWriter.Write(workbook)), isEditable: false);

    private sealed class CellOrder : IComparer<string>
    {
        public static readonly CellOrder Instance = new();

        public int Compare(string? x, string? y) => Key(x!).CompareTo(Key(y!));

        private static (int Row, string Column) Key(string range)
        {
            var first = range.Split(':')[0];
            return (int.Parse(first.TrimStart([.. Enumerable.Range('A', 26).Select(c => (char)c)]), System.Globalization.CultureInfo.InvariantCulture), first);
        }
    }
}

using Lanshao.Documents.Blocks;
using Lanshao.Documents.Filling;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Filling;

public sealed class FilledTableTests
{
    private static readonly PrintTable Sent = new()
    {
        Title = "样张任务单",
        Columns =
        [
            new("编号", 15) { IsKey = true }, new("工作\n措施", 60), new(["填报", "进展情况"], 40) { IsToFill = true }, new(["填报", "是否完成"], 12) { IsToFill = true, Choices = ["是", "否"] },
        ],
        Rows =
        [
            PrintRow.Section("一、样张"),
            new([PrintCell.Of("2-5-1"), PrintCell.Of("每月检查 3 次")]) { Key = "2-5-1" },
            new([PrintCell.Of("2-5-2"), PrintCell.Above]) { Key = "2-5-2" },
            new([PrintCell.Of("2-5-3"), PrintCell.Of("巡查二遍")]) { Key = "2-5-3" },
        ],
    };

    private static readonly string[] Head = ["编号", "工作措施", "填报·进展情况", "填报·是否完成"];

    [Fact]
    public void Read_FilledInAnyOrder_IsMatchedByNumber()
    {
        var filled = Read(Head, ["2-5-3", "巡查二遍", "丙", ""], ["2-5-1", "每月检查3次", "甲", "是"], ["2-5-2", "每月检查3次", "乙", "否"]);

        Assert.Equal([("2-5-3", "丙"), ("2-5-1", "甲"), ("2-5-2", "乙")], filled.Rows.Select(row => (row.Key, row.Cells["填报·进展情况"].Text)));
        Assert.Equal("是", filled.Rows[1].Cells["填报·是否完成"].Text);
        Assert.Empty(filled.Findings);
    }

    [Fact]
    public void Read_ColumnsMoved_AreMatchedByHeading()
    {
        var filled = Read(["填报·进展情况", "填报·是否完成", "工作措施", "编号"], ["甲", "是", "每月检查3次", "2-5-1"], ["乙", "", "每月检查3次", "2-5-2"], ["", "", "巡查二遍", "2-5-3"]);

        Assert.Equal(["甲", "乙", ""], filled.Rows.Select(row => row.Cells["填报·进展情况"].Text));
        Assert.Empty(filled.Findings);
        Assert.True(filled.Rows[2].IsBlank);
    }

    [Theory]
    [InlineData("２－５－１")]
    [InlineData("2—5—1")]
    [InlineData(" 2-5-1\u3000")]
    [InlineData("2−5–1")]
    public void Read_KeyTypedAnew_IsStillTheKey(string typed)
    {
        var filled = Read(Head, [typed, "每月检查3次", "甲", ""]);

        Assert.Equal("2-5-1", filled.Rows.Single().Key);
    }

    [Fact]
    public void Read_UnknownKey_IsFoundAndLeftAside()
    {
        var filled = Read(Head, ["2-9-9", "别的", "甲", ""]);

        Assert.Empty(filled.Rows);
        Assert.Equal(("RPT-004", "2-9-9"), (filled.Findings[0].Code, filled.Findings[0].Arguments["key"]));
    }

    [Fact]
    public void Read_SameKeyWithOtherWords_KeepsTheFirstAndAsks()
    {
        var filled = Read(Head, ["2-5-1", "每月检查3次", "甲", ""], ["2-5-1", "每月检查3次", "又甲", ""], ["2-5-1", "每月检查3次", " 甲 ", ""]);

        Assert.Equal("甲", filled.Rows.Single().Cells["填报·进展情况"].Text);
        Assert.Equal(("RPT-005", "2", 3), filled.Findings.Where(finding => finding.Code == "RPT-005").Select(finding => (finding.Code, finding.Arguments["row"], finding.Origin!.Row)).Single());
    }

    [Fact]
    public void Read_EditedFixedCell_IsFoundAtTheCell()
    {
        var filled = Read(Head, ["2-5-2", "每月检查2次", "乙", ""]);

        var finding = filled.Findings.Single(found => found.Code == "RPT-008");
        Assert.Equal(("2-5-2", "工作措施", "每月检查 3 次", "每月检查2次"), (finding.Arguments["key"], finding.Arguments["column"], finding.Arguments["expected"], finding.Arguments["found"]));
        Assert.Equal((2, 2), (finding.Origin!.Row, finding.Origin.Cell));
        Assert.Equal("乙", filled.Rows.Single().Cells["填报·进展情况"].Text);
    }

    [Fact]
    public void Read_MissingAndAddedColumn_AreBothFound()
    {
        var filled = Read(["编号", "工作措施", "填报·进展情况", "领导批示"], ["2-5-1", "每月检查3次", "甲", "好"]);

        Assert.Equal([("RPT-002", "填报·是否完成"), ("RPT-003", "领导批示")], filled.Findings.Where(finding => finding.Code is "RPT-002" or "RPT-003").Select(finding => (finding.Code, finding.Arguments["column"])));
        Assert.False(filled.Rows.Single().Cells.ContainsKey("填报·是否完成"));
    }

    [Fact]
    public void Read_RowsThatDidNotComeBack_AreNamed()
    {
        var filled = Read(Head, ["2-5-1", "每月检查3次", "甲", ""]);

        Assert.Equal(["2-5-2", "2-5-3"], filled.Findings.Where(finding => finding.Code == "RPT-007").Select(finding => finding.Arguments["key"]));
    }

    [Fact]
    public void Read_WordsWithoutKey_AreNotLost()
    {
        var filled = Read(Head, ["", "另外", "我们还做了这些", ""], ["", "", "", ""]);

        Assert.Equal("另外 我们还做了这些", filled.Findings.Single(finding => finding.Code == "RPT-006").Arguments["text"]);
    }

    [Fact]
    public void Read_AnswerThatWasNotOffered_IsFound()
    {
        var filled = Read(Head, ["2-5-1", "每月检查3次", "甲", "基本完成"]);

        Assert.Equal("基本完成", filled.Findings.Single(finding => finding.Code == "RPT-009").Arguments["found"]);
        Assert.Equal("基本完成", filled.Rows.Single().Cells["填报·是否完成"].Text);
    }

    [Fact]
    public void Read_RepeatedHead_IsNoRow()
    {
        var filled = Read(Head, ["2-5-1", "每月检查3次", "甲", ""], Head, ["2-5-2", "每月检查3次", "乙", ""]);

        Assert.Equal(["2-5-1", "2-5-2"], filled.Rows.Select(row => row.Key));
        Assert.DoesNotContain(filled.Findings, finding => finding.Code is "RPT-004" or "RPT-006");
    }

    [Fact]
    public void Read_FileWithoutTheTable_SaysSo()
    {
        var filled = Read(["别的表", "数值"], ["a", "b"]);

        Assert.Equal("RPT-001", Assert.Single(filled.Findings).Code);
    }

    [Fact]
    public void Read_TitleRowsAboveTheHead_AreSkipped()
    {
        var filled = Read(["样张任务单", "", "", ""], Head, ["2-5-1", "每月检查3次", "甲", "是"]);

        Assert.Equal("甲", filled.Rows.Single().Cells["填报·进展情况"].Text);
    }

    [Fact]
    public void Read_WithoutKeyColumn_IsAContractBroken() =>
        Assert.Throws<ArgumentException>(() => FilledTable.Read(Document([Head]), Sent with { Columns = [new("列", 10)], Rows = [] }));

    private static FilledTable Read(params string[][] rows) => FilledTable.Read(Document(rows), Sent);

    private static SourceDocument Document(string[][] rows)
    {
        var made = rows.Select((cells, row) => new TableRow(
            [.. cells.Select((text, column) => new TableCell(column, 1, [new ParagraphBlock(text, [text], ParagraphStyle.Plain, At(row, column))], At(row, column)))],
            IsHeading: false,
            new Origin { Table = 1, Row = row + 1 })).ToList();
        var table = new TableBlock(null, rows[0].Length, made, new Origin { Table = 1 });
        return new(new("sheet.docx", new string('0', 64), SourceFormat.Docx, 1), [table], [], []);
    }

    private static Origin At(int row, int column) => new() { Table = 1, Row = row + 1, Cell = column + 1 };
}

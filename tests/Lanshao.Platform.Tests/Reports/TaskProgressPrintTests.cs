using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

public sealed class TaskProgressPrintTests
{
    [Fact]
    public void Table_Quarter_NamesItInTheHeading()
    {
        var table = TaskProgressPrint.Table("样张进展表", Period.Quarter(2024, 2), []);

        Assert.Equal(["序号", "重点任务内容", "责任部门", "二季度进展", "是否符合预期"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Table_Sections_StandAboveTheirTasks()
    {
        var table = TaskProgressPrint.Table("样张进展表", Period.Quarter(2024, 2), [new(["一、甲"], "1", "任务", ["甲局", "乙委"], "已办", "是"), new([], "2", "任务", [], string.Empty, "建议协调")]);

        Assert.Equal(["一、甲", "1|任务|甲局\n乙委|已办|是", "2|任务|||建议协调"], table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
    }
}

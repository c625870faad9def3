using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public sealed class UnitTaskSheetTests
{
    [Fact]
    public void Table_Sheet_HasTheColumnsOfTheForm()
    {
        var table = UnitTaskSheet.Table("样张单位任务单", string.Empty, []);

        Assert.Equal(
            ["序号", "编号", "重点任务", "工作措施", "完成时限", "本单位职责", "共同牵头单位", "量化目标", "进展情况", "是否完成", "经办人", "联系电话"],
            table.Columns.Select(column => column.Name));
        Assert.Equal(["进展情况", "是否完成", "经办人", "联系电话"], table.Columns.Where(column => column.IsToFill).Select(column => column.Name));
    }

    [Fact]
    public void Table_Rows_CarryTheirNumberAsKey()
    {
        var table = UnitTaskSheet.Table("样张单位任务单", "请于3日前填报", [new("2-5-2", "任务", ["措施一", "措施二"], "年底前", "牵头", ["甲委"], ["不低于3次"]) { Progress = "已办" }]);

        var row = table.Rows.Single();
        Assert.Equal("2-5-2", row.Key);
        Assert.Equal(["1", "2-5-2", "任务", "措施一\n措施二", "年底前", "牵头", "甲委", "不低于3次", "已办"], row.Cells.Select(cell => cell.Text));
    }
}

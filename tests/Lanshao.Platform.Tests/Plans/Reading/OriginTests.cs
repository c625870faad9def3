using Lanshao.Documents.Blocks;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Every value knows the table, row and cell that it was read from.</summary>
public class OriginTests
{
    private static readonly PlanReading Plan = WordFile.Read("甲区2025年工作计划",
        ["序号", "重点任务", "工作措施", "完成时限", "牵头部门", "责任单位", "甲乙丙"],
        ["v|1", "v|扬尘治理", "治理工地。\n6月底前治理道路20条。", "v|年底前", "区住建委\n区财政局", "v|各街道", "丁"],
        ["v|", "v|", "开展抽查。", "v|", "区生态环境局", "v|", ""]);

    private static readonly MeasureReading First = Plan.Measures.First();

    [Fact]
    public void Read_CellsOfARow_KnowTheirPlaces() =>
        Assert.Equal(("t1r2", "t1r2c1", "t1r2c2", "t1r2c4"), (Place(First.Origin), Place(First.Cells.Number), Place(First.Cells.Title), Place(First.Cells.Deadline)));

    [Fact]
    public void Read_Paragraphs_KnowTheirPlacesInTheCell() => Assert.Equal(["t1r2c3p1", "t1r2c3p2"], First.Cells.Paragraphs.Select(Place));

    [Fact]
    public void Read_Units_KnowTheirCells() => Assert.Equal(["t1r2c5", "t1r2c5", "t1r2c6"], First.Units.Select(unit => Place(unit.Origin)));

    [Fact]
    public void Read_MilestonesAndTargets_KnowTheirParagraphs() =>
        Assert.Equal(("t1r2c3p2", "t1r2c3p2"), (Place(First.Milestones.Single().Origin), Place(Plan.Targets.Single().Origin)));

    [Fact]
    public void Read_ColumnsWithoutARole_KnowTheirCells() => Assert.Equal("t1r2c7", Place(First.Others.Single().Origin));

    // What a merged cell says stands where the cell begins.
    [Fact]
    public void Read_ValueOfAMergedCell_StandsInTheRowAbove()
    {
        var second = Plan.Measures.Last();

        Assert.Equal(("t1r2c4", "t1r2c6", "t1r3c5"), (Place(second.Cells.Deadline), Place(second.Assist.Single().Origin), Place(second.Lead.Single().Origin)));
        Assert.Equal((null, null), (second.Cells.Number, second.Cells.Title));
    }

    private static string? Place(Origin? origin) => SourcePlace.Of(origin);
}

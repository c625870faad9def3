using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class MeasureMatchTests
{
    private const string Patrol = "每周巡查辖区内工地扬尘措施落实情况并通报结果";
    private const string Boilers = "年底前完成三台燃气锅炉低氮改造并开展监测";
    private const string Trees = "新建口袋公园两处，增加绿化面积";

    [Fact]
    public void Of_SameList_ContinuesEveryMeasure() =>
        Assert.Equal([0, 1], MeasureMatch.Of([Item("5", 1, Patrol), Item("5", 2, Boilers)], [Item("5", 1, Patrol), Item("5", 2, Boilers)]));

    [Fact]
    public void Of_MeasureInsertedBefore_IdentityFollowsTheWords() =>
        Assert.Equal([0, null, 1], MeasureMatch.Of([Item("5", 1, Patrol), Item("5", 2, Boilers)], [Item("5", 1, Patrol), Item("5", 2, Trees), Item("5", 3, Boilers)]));

    [Fact]
    public void Of_InsertedBeforeAReworded_IdentityFollowsTheLikeness() =>
        Assert.Equal([0, null, 1], MeasureMatch.Of([Item("5", 1, Patrol), Item("5", 2, Boilers)], [Item("5", 1, Patrol), Item("5", 2, Trees), Item("5", 3, Boilers.Replace("三台", "五台", StringComparison.Ordinal))]));

    [Fact]
    public void Of_WholeNewWordsUnderTheSameNumber_IsTheSameMeasure() =>
        Assert.Equal([0], MeasureMatch.Of([Item("5", 1, Patrol)], [Item("5", 1, Trees)]));

    [Fact]
    public void Of_SameWordsInAnotherTask_IsTheSameMeasure() =>
        Assert.Equal([0], MeasureMatch.Of([Item("5", 1, Patrol)], [Item("6", 1, Patrol)]));

    [Fact]
    public void Of_SameWordsTwice_GoByNumber() =>
        Assert.Equal([1, 0], MeasureMatch.Of([Item("5", 1, Patrol), Item("6", 1, Patrol)], [Item("6", 1, Patrol), Item("5", 1, Patrol)]));

    [Fact]
    public void Of_WithdrawnMeasureComesBackWithItsWords_IsTheSame() =>
        Assert.Equal([0], MeasureMatch.Of([Item("5", 1, Patrol) with { IsVoid = true }], [Item("5", 1, Patrol)]));

    [Fact]
    public void Of_OtherWordsUnderTheNumberOfAWithdrawnOne_IsNew() =>
        Assert.Equal([null], MeasureMatch.Of([Item("5", 1, Patrol) with { IsVoid = true }], [Item("5", 1, Trees)]));

    private static MeasureMatch.Item Item(string task, int item, string text) => new(new(2, task, item), text);
}

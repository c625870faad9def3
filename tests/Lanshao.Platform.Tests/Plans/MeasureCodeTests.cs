using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class MeasureCodeTests
{
    [Fact]
    public void ToString_Code_IsPrintedWithDashes() => Assert.Equal("2-5-2", new MeasureCode(2, "5", 2).ToString());

    [Theory]
    [InlineData("5", "附件2第5项第2条")]
    [InlineData("3.5", "附件2第3部分第5项第2条")]
    public void Spoken_Code_IsWhatPeopleSay(string task, string spoken) => Assert.Equal(spoken, new MeasureCode(2, task, 2).Spoken);

    [Theory]
    [InlineData("附件2第5项第2条")]
    [InlineData("附件二第五项第二条")]
    [InlineData(" 附件 2 第 5 项 第 2 条 ")]
    [InlineData("附件２第５项第２条")]
    [InlineData("2-5-2")]
    [InlineData("2—5—2")]
    [InlineData("２－５－２")]
    [InlineData("2.5.2")]
    public void TryRead_WholeNumber_IsUnderstood(string typed) => Assert.Equal(new SpokenNumber(2, "5", 2), SpokenNumber.TryRead(typed));

    [Theory]
    [InlineData("附件2第5项", 2, "5", null)]
    [InlineData("2-5", 2, "5", null)]
    [InlineData("附件2", 2, null, null)]
    [InlineData("第5项第2条", null, "5", 2)]
    [InlineData("第十二项", null, "12", null)]
    [InlineData("附件2第3部分第5项第2条", 2, "3.5", 2)]
    [InlineData("2-3.5-2", 2, "3.5", 2)]
    public void TryRead_PartOfANumber_LeavesTheRestOpen(string typed, int? annex, string? task, int? item) =>
        Assert.Equal(new SpokenNumber(annex, task, item), SpokenNumber.TryRead(typed));

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2.5")]
    [InlineData("PM2.5")]
    [InlineData("2024-06-30")]
    [InlineData("2-5-2-1")]
    [InlineData("0-5-2")]
    [InlineData("第5项和第6项")]
    [InlineData("99999999999-1")]
    [InlineData("--")]
    public void TryRead_AnythingElse_IsNotANumber(string typed) => Assert.Null(SpokenNumber.TryRead(typed));

    [Fact]
    public void Covers_PartOfANumber_FitsEveryMeasureBelow()
    {
        var number = new SpokenNumber(2, "5", null);

        Assert.True(number.Covers(new(2, "5", 2)));
        Assert.False(number.Covers(new(2, "15", 2)));
    }
}

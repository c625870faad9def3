using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class NameListTests
{
    private static readonly NameLexicon Known = new(["区住建委", "区城管委", "区城管执法局", "各街道（地区）", "各街道", "甲分局", "市交通执法总队三支队", "区卫生健康委"]);

    [Fact]
    public void Read_OneALine_KeepsTheOrder() => AssertNames(["区住建委", "甲分局", "区财政局"], "区住建委", "甲分局", "区财政局");

    [Fact]
    public void Read_SeparatedOnOneLine_Splits() => AssertNames(["区住建委", "区财政局", "区教委"], "区住建委、区财政局，区教委");

    [Fact]
    public void Read_SeparatorInsideABracket_StaysWithItsUnit() => AssertNames(["区住建委（质量站、安监站）", "区教委"], "区住建委（质量站、安监站）、区教委");

    [Theory]
    [InlineData("区空气重污染\n应急指挥部\n成员单位", "区空气重污染应急指挥部成员单位")]
    [InlineData("区应急委\n各成员单位", "区应急委各成员单位")]
    [InlineData("市交通\n执法总队三支队", "市交通执法总队三支队")]
    [InlineData("区机关事务管理服务中\n心", "区机关事务管理服务中心")]
    [InlineData("区管委\n会", "区管委会")]
    [InlineData("各街道\n（地区）", "各街道（地区）")]
    [InlineData("区卫生健\n康委", "区卫生健康委")]
    [InlineData("各街道（地\n区）", "各街道（地区）")]
    public void Read_NameBrokenOverLines_IsJoined(string printed, string name)
    {
        var read = NameList.Read(printed.Split('\n'), Known);

        Assert.Equal(name, Assert.Single(read.Names).Text);
        Assert.Equal((NameNote.Joined, printed), (read.Names[0].Note, read.Names[0].Printed));
    }

    [Theory]
    [InlineData("各街道（地区）区城管执法局", "各街道（地区）", "区城管执法局")]
    [InlineData("区城管执法局区住建委", "区城管执法局", "区住建委")]
    [InlineData("区财政局区教委", "区财政局", "区教委")]
    [InlineData("区委宣传部区民政局", "区委宣传部", "区民政局")]
    public void Read_NamesRunTogether_ArePartedAndSaySo(string printed, params string[] names)
    {
        var read = NameList.Read([printed], Known);

        Assert.Equal(names, read.Names.Select(name => name.Text));
        Assert.All(read.Names, name => Assert.Equal((NameNote.Parted, printed), (name.Note, name.Printed)));
    }

    [Theory]
    [InlineData("区应急委各成员单位")]
    [InlineData("区委区直机关工委")]
    [InlineData("市交通委甲运输管理分局")]
    [InlineData("区政府各部门")]
    public void Read_OneLongName_IsNotParted(string printed) => AssertNames([printed], printed);

    [Theory]
    [InlineData("区科信局等\n相关部门")]
    [InlineData("区科信局等相关部门")]
    [InlineData("区科信局等")]
    [InlineData("区科信局\n等部门")]
    [InlineData("区科信局等5家有关单位")]
    public void Read_ListWithoutEnd_SaysThatThereAreMore(string printed)
    {
        var read = NameList.Read(printed.Split('\n'), Known);

        Assert.Equal(["区科信局"], read.Names.Select(name => name.Text));
        Assert.True(read.More);
    }

    [Fact]
    public void Read_RelevantUnitsWithoutOthers_AreANameOfTheirOwn()
    {
        var read = NameList.Read(["区相关部门"], Known);

        Assert.Equal(("区相关部门", false), (Assert.Single(read.Names).Text, read.More));
    }

    [Theory]
    [InlineData("——")]
    [InlineData("-")]
    [InlineData("无")]
    [InlineData("—\n—")]
    public void Read_Dashes_IsNobody(string printed)
    {
        var read = NameList.Read(printed.Split('\n'), Known);

        Assert.True(read.IsNobody);
        Assert.Empty(read.Names);
    }

    [Fact]
    public void Read_Nothing_IsNotNobody() => Assert.False(NameList.Read([], Known).IsNobody);

    [Fact]
    public void Read_LetterSpacedName_IsOneName() => AssertNames(["区财政局"], "区 财 政 局");

    [Fact]
    public void Read_BlanksBetweenWholeNames_Separate() => AssertNames(["区财政局", "区教育局"], "区财政局  区教育局");

    [Theory]
    [InlineData("区")]
    [InlineData("区城")]
    [InlineData("区住建委（质量")]
    public void Read_NameThatStopsShort_SaysSo(string printed) => Assert.Equal(NameNote.CutOff, NameList.Read([printed], Known).Names[^1].Note);

    [Theory]
    [InlineData("、")]
    [InlineData("（")]
    [InlineData("区")]
    [InlineData("区住建委")]
    [InlineData("等")]
    public void Read_AMegabyteOfOneWord_IsQuick(string word) => AssertQuick([string.Concat(Enumerable.Repeat(word, (1 << 20) / word.Length))]);

    [Theory]
    [InlineData("区")]
    [InlineData("甲（")]
    public void Read_AsManyLinesAsACellHolds_IsQuick(string line) => AssertQuick(Enumerable.Repeat(line, 50_000));

    private static void AssertQuick(IEnumerable<string> lines) => Speed.AssertFast(() => NameList.Read(lines, Known), TimeSpan.FromSeconds(5));

    private static void AssertNames(string[] names, params string[] lines) => Assert.Equal(names, NameList.Read(lines, Known).Names.Select(name => name.Text));
}

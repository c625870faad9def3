using Lanshao.Documents.Language;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Language;

public class NameLexiconTests
{
    private static readonly NameLexicon Names = new(["甲委", "甲委宣传处", "乙局"]);

    [Fact]
    public void LongestAt_OneNameBeginsAnother_TakesTheLonger() => Assert.Equal(5, Names.LongestAt("由甲委宣传处负责", 1));

    [Fact]
    public void FindAll_NamesRunTogether_FindsEach() => Assert.Equal([new(0, 2), new(2, 2), new(4, 5)], Names.FindAll("甲委乙局甲委宣传处"));

    [Fact]
    public void Contains_OnlyPartOfTheTextIsAName_IsFalse() => Assert.False(Names.Contains("甲委办"));

    [Fact]
    public void FindAll_AMegabyteOfBeginnings_IsQuick()
    {
        var text = new string('甲', 1 << 20);

        Speed.AssertFast(() => Assert.Empty(Names.FindAll(text)), TimeSpan.FromSeconds(5));
    }
}

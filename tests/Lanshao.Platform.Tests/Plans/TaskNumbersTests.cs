using Lanshao.Platform.Plans;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class TaskNumbersTests
{
    [Fact]
    public void Of_NumbersThatStandOnce_AreKept() => Assert.Equal(["1", "2", "10"], TaskNumbers.Of([("1", 1), ("2．", 1), ("１０", 2)]));

    [Fact]
    public void Of_ChineseNumerals_BecomeDigits() => Assert.Equal(["1", "12"], TaskNumbers.Of([("（一）", 1), ("（十二）", 1)]));

    [Fact]
    public void Of_NumbersBeginningAgainInEverySection_CarryTheSection() => Assert.Equal(["1.1", "1.2", "2.1"], TaskNumbers.Of([("1", 1), ("2", 1), ("1", 2)]));

    [Fact]
    public void Of_NumbersMissing_AreCounted() => Assert.Equal(["1", "2", "3"], TaskNumbers.Of([("1", 1), ("", 1), ("甲", 1)]));

    [Fact]
    public void Of_SameNumberTwiceInASection_AreCounted() => Assert.Equal(["1", "2"], TaskNumbers.Of([("3", 1), ("3", 1)]));
}

using Lanshao.Platform.Districts;
using Xunit;

namespace Lanshao.Platform.Tests.Districts;

public class NameBookTests
{
    private static readonly NameEntry Economy = new("A01", "区经济局", "某区经济和信息化局", NameKind.Agency, 1,
        [new("区科信局", To: new DateOnly(2023, 12, 31)), new("区科委", To: new DateOnly(2018, 12, 31))]);

    private static readonly NameEntry Science = new("A02", "区科委", "某区科学技术委员会", NameKind.Agency, 2, []);

    private static readonly NameEntry Gate = new("S01", "北门外街道", "北门外街道", NameKind.Subdistrict, 10, [new("北门外"), new("北外")]);

    private static readonly NameBook Book = new([Gate, Science, Economy]);

    [Fact]
    public void Resolve_SupersededName_GivesTheUnitOfToday() => Assert.Same(Economy, Book.Resolve("区科信局", new DateOnly(2022, 1, 1)));

    [Fact]
    public void Resolve_SupersededNameInALaterDocument_IsStillKnown() => Assert.Same(Economy, Book.Resolve("区科信局", new DateOnly(2026, 1, 1)));

    [Fact]
    public void Resolve_NameThatMovedToAnotherUnit_GoesByTheDay() => Assert.Same(Science, Book.Resolve("区科委", new DateOnly(2022, 1, 1)));

    [Fact]
    public void Resolve_NameOfTwoUnitsWithoutADay_IsNobody() => Assert.Null(Book.Resolve("区科委"));

    [Theory]
    [InlineData("北外街道")]
    [InlineData("北门外")]
    [InlineData("北 门　外街道")]
    public void Resolve_SubdistrictWithOrWithoutItsEnding_IsTheSame(string raw) => Assert.Same(Gate, Book.Resolve(raw));

    [Fact]
    public void Suggest_OneWrongCharacter_NamesTheNearestFirst() => Assert.Equal("区经济局", Book.Suggest("区经信局")[0].Name);

    [Fact]
    public void Suggest_NothingNear_IsEmpty() => Assert.Empty(Book.Suggest("完全不同的一家单位"));

    [Fact]
    public void Entries_GivenInAnyOrder_StandInTheOfficialOne() => Assert.Equal([Economy, Science, Gate], Book.Entries);
}

using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation;

public class PlaceTests
{
    [Theory]
    [InlineData("district", PlaceKind.District, "")]
    [InlineData("subdistrict:110101001000", PlaceKind.Subdistrict, "110101001000")]
    [InlineData("station:1001A", PlaceKind.Station, "1001A")]
    [InlineData("section:s-1_2.b", PlaceKind.Section, "s-1_2.b")]
    [InlineData("water-point:7", PlaceKind.WaterPoint, "7")]
    [InlineData("road:r1", PlaceKind.Road, "r1")]
    public void TryParse_Code_ReadsKindAndCodeAndPrintsItAgain(string code, PlaceKind kind, string local)
    {
        Assert.True(Place.TryParse(code, out var place));

        Assert.Equal((kind, local, code), (place.Kind, place.LocalCode, place.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("subdistrict:")]
    [InlineData("subdistrict")]
    [InlineData("District")]
    [InlineData("district:1")]
    [InlineData("river:1")]
    [InlineData("station:a b")]
    [InlineData("station:../x")]
    [InlineData("station:甲")]
    [InlineData("station:12345678901234567890123456789012345678901")]
    public void TryParse_BrokenText_AnswersFalse(string? text) => Assert.False(Place.TryParse(text, out _));

    [Fact]
    public void Default_IsTheDistrict() => Assert.Equal(Place.District, default);

    [Fact]
    public void Of_CodeWithForeignCharacters_Throws() => Assert.Throws<ArgumentException>(() => Place.Of(PlaceKind.Road, "a/b"));
}

using Lanshao.Shell;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Lanshao.Tests.Shell;

public sealed class PageAddressTests
{
    [Fact]
    public void To_AnotherPage_TakesPeriodPlaceAndLanguageAlong()
    {
        var here = At("/rankings", "?period=2024H1&place=subdistrict:a&lang=en&sort=-value&after=x");

        Assert.Equal("/tasks?period=2024H1&place=subdistrict%3Aa&lang=en&unit=%E7%94%B2%20%26%20%E4%B9%99", here.To("/tasks", ("unit", "甲 & 乙")));
        Assert.Equal("/tasks?place=subdistrict%3Aa&lang=en&period=2023", here.To("/tasks", ("period", "2023")));
    }

    [Fact]
    public void With_AChange_KeepsTheRestAndBeginsTheListAnew()
    {
        var here = At("/tasks", "?domain=air&domain=water&after=2-0018&sort=due");

        Assert.Equal("/tasks?domain=air&domain=water&sort=-due", here.With(("sort", "-due")));
        Assert.Equal("/tasks?sort=due", here.With(("domain", null)));
    }

    [Theory]
    [InlineData("?period=2024H1", "2024H1")]
    [InlineData("?period=2024-13", null)]
    [InlineData("?period=", null)]
    [InlineData("", null)]
    public void Period_OfTheAddress_IsReadOrNull(string query, string? expected) => Assert.Equal(expected, At("/", query).Period?.Code);

    [Fact]
    public void Broken_ParametersThatCouldNotBeRead_AreKeptOnce()
    {
        var here = At("/", "?period=abc&place=nowhere&size=1e400&day=2024-02-30");

        _ = (here.Period, here.Period, here.Place, here.Whole("size", 1, 200), here.Day("day"));

        Assert.Equal(["period=abc", "place=nowhere", "size=1e400", "day=2024-02-30"], here.Broken.Select(broken => $"{broken.Name}={broken.Text}"));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("200", 200)]
    [InlineData("201", null)]
    [InlineData("-1", null)]
    [InlineData("1.0", null)]
    [InlineData("١", null)]
    public void Whole_WithinItsBounds_IsReadElseNull(string text, int? expected) => Assert.Equal(expected, At("/", $"?size={Uri.EscapeDataString(text)}").Whole("size", 1, 200));

    [Fact]
    public void Text_WithControlsAndHalves_IsCleanedAndCutByWholeCharacters()
    {
        Assert.Equal("ab🙂%FF", At("/", "?q=a%00b%0A%F0%9F%99%82%FF").Text("q"));
        Assert.Equal(200, At("/", "?q=" + string.Concat(Enumerable.Repeat("%F0%9F%99%82", 300))).Text("q")!.EnumerateRunes().Count());
    }

    private static PageAddress At(string path, string query)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.QueryString = new(query);
        return new(new HttpContextAccessor { HttpContext = context });
    }
}

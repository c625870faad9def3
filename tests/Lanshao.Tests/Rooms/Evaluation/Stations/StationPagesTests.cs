using Lanshao.Tests.Pages;
using Xunit;

namespace Lanshao.Tests.Rooms.Evaluation.Stations;

/// <summary>The pages of stored hours with something in them: what they say, on a desk, on a phone, and as files.</summary>
public sealed class StationPagesTests(StationSite stations, Browser browser) : IClassFixture<StationSite>
{
    private const string Station = "station=%E6%BC%94%E7%A4%BA%E7%AB%99-%E7%94%B2-01";
    private static readonly HttpClient Http = new();

    public static TheoryData<string, string> Pages => new()
    {
        { "/air/stations", "2个站点有小时数据" },
        { "/air/calendar?period=2024Q2", "全区国控2站平均" },
        { "/air/calendar?period=2024-06&" + Station, "演示站-甲-01（国控）" },
        { "/air/statistics?period=2024", "样例总站〔2024〕1号 第1版" },
        { "/air/sand?period=2024", "2024年已认定沙尘影响1天；扣除后优良天数36天、未扣除37天" },
        { "/air/day?day=2024-05-02&" + Station, "不计入的小时0个，缺测1个" },
        { "/air/day?day=2024-05-02", "各站日值" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithHours_SaysSoAndBreaksNoRule(string path, string words)
    {
        foreach (var width in new[] { 1440, 390 })
        {
            var page = await browser.OpenAsync(stations.Site.Address, width, 844);
            await page.GotoAsync(path);

            Assert.Contains(words, await page.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Empty(await Axe.ViolationsAsync(page));
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("/air/calendar?period=2024-06&file=1.csv", "2024-06-30")]
    [InlineData("/air/statistics?period=2024&file=1.csv", "O₃-8h")]
    [InlineData("/air/statistics?period=2024&file=2.csv", "2024年二季度")]
    [InlineData("/air/day?day=2024-05-02&file=1.csv", "HJ633-2026")]
    public async Task Table_OfAPage_GoesOutAsAFile(string path, string words)
    {
        var text = await Http.GetStringAsync(new Uri(stations.Site.Address + path), TestContext.Current.CancellationToken);

        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_OfTheDistrict_CountsGoodDaysOfTheMeanOfStations()
    {
        var page = await browser.OpenAsync(stations.Site.Address, scripts: false);
        await page.GotoAsync("/air/calendar?period=2024-05");

        // Means of both stations 35, 55, 75, 95, 115 µg/m³ in turn: three of five days are good (AQI ≤ 100 up to 75 µg/m³), the sixth turn begins with 31 May.
        Assert.Contains("2024年5月优良19天，比率61.3%（19/31）；重污染0天", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal(31, await page.Locator("figure.table tbody tr").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Day_OfAStation_LeadsFromTheCalendarDownToItsHours()
    {
        var page = await browser.OpenAsync(stations.Site.Address, scripts: false);
        await page.GotoAsync("/air/calendar?period=2024-05&" + Station);

        await page.LeaveAsync("figure.table tbody a >> nth=0");

        Assert.Contains("2024年5月1日日评价（演示站-甲-01）", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(25, await page.Locator("figure.table >> nth=1").Locator("tbody tr").CountAsync());
        await page.Context.CloseAsync();
    }
}

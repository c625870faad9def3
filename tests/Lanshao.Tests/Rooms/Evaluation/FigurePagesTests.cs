using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Evaluation;

/// <summary>The figures' pages of the sample district in a real browser, against the published report.</summary>
public sealed class FigurePagesTests(Site site, Browser browser)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("/rankings", 1, 17, "districtBottomRank,cityBottomRank,street,value1,valueInt,yoyPct")]
    [InlineData("/rankings/tsp-ranking", 2, 17, "districtBottomRank,cityBottomRank,street,value1,valueInt,yoyPct")]
    [InlineData("/dust", 3, 18, "districtBottomRank,street,value,yoyPct")]
    [InlineData("/dust/dust-patrol", 4, 19, "street,道路遗撒,积尘未清扫,建筑垃圾未妥善处置,路面破损,裸露地面,苫盖不到位,未湿法降尘,现场使用袋装水泥,总计")]
    [InlineData("/water", 5, 9, "streets,waterBody,section,target,result,note")]
    [InlineData("/water/water-points", 6, 19, "no,streets,communities,point,target,june,average")]
    public async Task Page_PublishedHalfYear_ShowsEveryPrintedCell(string path, int annex, int rows, string columns)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync(path);

        var shown = await page.EvaluateAsync<string[][]>(
            """
            () => [...document.querySelectorAll('figure.table tbody tr')].map(row => [...row.children].filter(cell => !cell.classList.contains('screen-only')).map(cell => {
                const copy = cell.cloneNode(true);
                copy.querySelectorAll('.drawer').forEach(drawer => drawer.remove());
                return copy.textContent.trim().replace(/\s*\n\s*/g, '；');
            }))
            """);

        Assert.Equal(rows, shown.Length);
        Assert.Equal(Truth(annex, columns.Split(',')), shown.Select(row => row.ToList()).ToList());
    }

    [Fact]
    public async Task Page_EveryFigure_ExplainsItself()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/rankings");

        Assert.Equal(17 * 5, await page.Locator("figure.table tbody details.how").CountAsync());
        var change = page.Locator("figure.table tbody tr").Nth(1).Locator("td").Last.Locator("details.how");
        await change.Locator("summary").ClickAsync();
        await Expect(change.Locator(".drawer")).ToBeVisibleAsync();
        var drawer = await change.InnerTextAsync();
        Assert.Contains("-7.1", drawer, StringComparison.Ordinal);
        Assert.Contains("推算", drawer, StringComparison.Ordinal);
        Assert.Contains("GB/T 8170", drawer, StringComparison.Ordinal);
        Assert.Contains("北京市生态环境局", drawer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SortInTheAddress_OrdersRowsAndFiles()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/rankings?sort=-change&change=up");

        Assert.Equal(3, await page.Locator("figure.table tbody tr").CountAsync());
        Assert.StartsWith("朝阳门街道", (await page.Locator("figure.table tbody tr th").First.InnerTextAsync()).Trim(), StringComparison.Ordinal);
        var csv = await Http.GetStringAsync(new Uri(site.Address + "/tables/pm25-ranking.csv?sort=-change&change=up"), TestContext.Current.CancellationToken);
        Assert.StartsWith("14,83,朝阳门街道,38.0,38,2.7%", csv.Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_PeriodWithoutFigures_SaysHowTheyGetThere()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/rankings?period=2021");

        Assert.Equal(0, await page.Locator("figure.table").CountAsync());
        Assert.Contains("没有2021年的数据", await page.Locator(".empty").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".empty a").First.ClickAsync();
        await Expect(page.Locator("figure.table tbody tr")).ToHaveCountAsync(17);
    }

    [Fact]
    public async Task Page_OneArea_ShowsItsRowsAndNeighbours()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/rankings");
        await page.GetByRole(AriaRole.Link, new() { Name = "景山街道", Exact = true }).First.ClickAsync();

        await Expect(page.Locator(".answer")).ToContainTextAsync("PM2.5累计浓度38.7微克/立方米，区倒第4位（4个并列），市倒第10位，同比下降4.9%");
        await Expect(page.Locator("#pm25-ranking tbody tr")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Home_SampleDistrict_SaysTheLeadingFigureAndTheDueDay()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/");

        var answer = await page.Locator(".answer").InnerTextAsync();
        Assert.StartsWith("截至6月30日，PM2.5累计38.0微克/立方米，同比下降2.6%", answer, StringComparison.Ordinal);
        Assert.Contains("平均须控制在30.0以内。36项任务：已完成0项、需关注2项、已逾期0项。", answer, StringComparison.Ordinal);
        Assert.EndsWith("7月月报截止7月3日。", answer, StringComparison.Ordinal);
        Assert.Equal("2024年7月", (await page.Locator("#month-title").InnerTextAsync()).Trim());
        var domains = (await page.Locator("figure.table").Last.Locator("tbody tr > :first-child").AllInnerTextsAsync()).Take(5);
        Assert.Equal(["应对气候变化", "大气", "水", "土壤", "生态保护"], domains.Select(domain => domain.Trim()));
    }

    [Fact]
    public async Task Air_PublishedHalfYear_SaysGoodDaysAndListsTheFigures()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/air");

        Assert.StartsWith("上半年优良122天，比率67.0%（122/182），同比增加3天；重污染1天（扣除沙尘影响）", await page.Locator(".answer").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("38.0", await page.Locator("figure.table tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dust_Screen_AddsTheSandBasisAndSaysWhyNothingIsCompared()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/dust");

        var cells = page.Locator("figure.table tbody tr").First.Locator("td.screen-only");
        Assert.Equal("未扣除沙尘影响", (await cells.First.InnerTextAsync()).Trim());
        Assert.Contains("口径不同，未作比较", await cells.Last.InnerHTMLAsync(), StringComparison.Ordinal);
        Assert.Equal("目标5左右时的差", (await page.Locator("figure.table thead th").Last.InnerTextAsync()).Trim());
        Assert.StartsWith("区倒排名,街道（地区）,累计降尘量,同比变化,", await Http.GetStringAsync(new Uri(site.Address + "/tables/dustfall-ranking.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Month_OfTheDemonstration_StandsBesideTheYearAndSaysWhatItIs()
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/rankings/pm25-month");

        Assert.Equal("各街道PM2.5月度快报（2024年6月，初步数据）", (await page.Locator("h1").InnerTextAsync()).Trim());
        Assert.Equal(17, await page.Locator("figure.table").First.Locator("tbody tr").CountAsync());
        await Expect(page.Locator(".table-below").First).ToHaveTextAsync("数据来源：当月：演示 区局监测（自动计算，初步）；累计：北京市生态环境局");
    }

    [Theory]
    [InlineData("/rankings/nothing")]
    [InlineData("/places/nothing")]
    [InlineData("/tables/nothing.csv")]
    [InlineData("/api/v1/tables/nothing")]
    public async Task Address_OfNothing_IsNotFound(string path)
    {
        using var answer = await Http.GetAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Api_Table_TellsNumbersAndTheStoredValuesBehindThem()
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync(new Uri(site.Address + "/api/v1/tables/tsp-ranking?period=2024H1"), TestContext.Current.CancellationToken));

        var first = document.RootElement.GetProperty("rows")[0];
        var value = first.GetProperty("cells")[3];
        Assert.Equal("107.9", value.GetProperty("number").GetString());
        Assert.Equal("已通报", value.GetProperty("values")[0].GetProperty("status").GetString());
        Assert.Equal("cityRank", document.RootElement.GetProperty("columns")[1].GetProperty("shows").GetString());
        Assert.StartsWith("17个街道均同比下降", document.RootElement.GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    private static List<List<string>> Truth(int annex, string[] columns)
    {
        var lines = File.ReadAllLines(Reference.File("documents", "truth", $"report2024_annex{annex}.csv"));
        var head = lines[0].TrimStart('\uFEFF').Split(',').ToList();
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(fields => columns.Select(column => Printed(column, fields[head.IndexOf(column)])).ToList())];
    }

    private static string Printed(string column, string text) => column == "yoyPct" ? text + "%" : text;
}

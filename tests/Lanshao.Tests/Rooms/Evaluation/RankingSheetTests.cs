using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents;
using Lanshao.Tests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Evaluation;

/// <summary>排名核对单: from the table to the sheet of one area, which anyone can follow with a pencil.</summary>
public sealed partial class RankingSheetTests(Site site, Browser browser)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Sheet_FromTheTable_SaysHowTheAreaStandsAndWhatIsNotKnown()
    {
        var page = await browser.OpenAsync(site.Address);
        await page.GotoAsync("/rankings");
        await page.LeaveAsync(".page-actions a:has-text('排名核对单')");
        await page.LeaveAsync("figure.table a:has-text('龙潭街道')");

        await Expect(page.Locator(".answer")).ToHaveTextAsync("龙潭街道39.0，取整39，与8个街道并列；距上一取整档（38）还差0.5以上；数据状态：已通报。");
        var rows = await RowsAsync(page);
        Assert.Equal(["未入库", "无", "本系统只有公布的数值，没有对应的小时数据；站点、有效天数、无效小时和未修约平均值须向公布单位核对。"], rows["小时数据"]);
        Assert.Equal("39.3", rows["前一位次"][0]);
        Assert.Equal("北新桥街道，区倒第1位；相差0.3", rows["前一位次"][2]);
        Assert.Equal("取整为38须不高于38.5（五成双）；39.0-38.5=0.5，按一位小数算", rows["距上一取整档"][2]);
        Assert.Equal("（39-42）×100÷42=-7.142857142857，得-7.1%（去年为推算值）", rows["同比变化"][2]);
        Assert.Empty(await Axe.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("pm25-ranking", "2024H1")]
    [InlineData("tsp-ranking", "2024H1")]
    [InlineData("pm25-month", "2024-06")]
    public async Task Sheet_Printed_IsExactlyOnePageOfA4(string table, string period)
    {
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync($"/ranking-sheets?table={table}&period={period}");
        await page.LeaveAsync("figure.table a:has-text('龙潭街道')");

        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });

        Assert.Single(PageOfPdf().Matches(Encoding.Latin1.GetString(pdf)));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_OfASheet_SayWhatThePageSays()
    {
        var csv = await Http.GetStringAsync(new Uri(site.Address + "/ranking-sheets/110101014000.csv?table=pm25-ranking&period=2024H1"), TestContext.Current.CancellationToken);

        Assert.StartsWith("项目,数值,来源,说明", csv, StringComparison.Ordinal);
        Assert.Contains("市倒排名,10,北京市生态环境局,", csv, StringComparison.Ordinal);
        foreach (var ending in new[] { "docx", "xlsx" })
        {
            var file = await Http.GetByteArrayAsync(new Uri(site.Address + $"/ranking-sheets/110101014000.{ending}"), TestContext.Current.CancellationToken);
            Assert.Equal("PK"u8, file.AsSpan(0, 2));
            if (ending == "xlsx")
            {
                using var workbook = new System.IO.Compression.ZipArchive(new MemoryStream(file));
                using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
                Assert.Contains("fitToWidth=\"1\" fitToHeight=\"1\"", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task ExcelFile_OfASheet_IsValidAndSaysTheSameInEveryCell()
    {
        const string Address = "/ranking-sheets/110101014000.{0}?table=pm25-ranking&period=2024H1";
        var excel = await Http.GetByteArrayAsync(new Uri(site.Address + Address.Replace("{0}", "xlsx", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        var plain = await Http.GetByteArrayAsync(new Uri(site.Address + Address.Replace("{0}", "csv", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        using (var workbook = SpreadsheetDocument.Open(new MemoryStream(excel), false))
        {
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken));
        }

        // What the plain file says in its last line, the sheet says at the head of its page.
        var (cells, expected) = (RowsOf(excel, "sheet.xlsx"), RowsOf(plain, "sheet.csv").FindAll(row => row[0] != "演示数据"));
        var head = cells.FindIndex(row => row.SequenceEqual(expected[0]));
        Assert.True(head >= 0);
        Assert.Contains(expected, row => row[0] == "异议" && row[1] == "无");
        Assert.Equal(expected, cells.Skip(head).Take(expected.Count));
    }

    [Theory]
    [InlineData("/ranking-sheets/nothing")]
    [InlineData("/ranking-sheets/110101014000?table=nothing")]
    [InlineData("/ranking-sheets/110101014000.csv?period=2021")]
    public async Task Sheet_OfNothing_IsNotFound(string path)
    {
        using var answer = await Http.GetAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static List<string[]> RowsOf(byte[] file, string name) =>
        [.. DocumentReader.Read(file, name, null, TestContext.Current.CancellationToken).Tables.First().Rows.Select(row => CellsOf([.. row.Cells.Select(cell => Plain(cell.Text.Trim()))]))];

    // A section's words stand in its first cell, however many it covers.
    private static string[] CellsOf(string[] row) => row.Skip(1).All(text => text.Length == 0 || text == row[0]) ? [row[0], "", "", ""] : row;

    // A number is a number in Excel, and 39.0 by its format.
    private static string Plain(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.######", CultureInfo.InvariantCulture) : text;

    private static async Task<Dictionary<string, List<string>>> RowsAsync(IPage page)
    {
        var rows = await page.EvaluateAsync<string[][]>(
            """
            () => [...document.querySelectorAll('#sheet tbody tr:not(.section)')].map(row => [...row.children].map(cell => {
                const copy = cell.cloneNode(true);
                copy.querySelectorAll('.drawer').forEach(drawer => drawer.remove());
                return copy.textContent.trim();
            }))
            """);
        return rows.ToDictionary(row => row[0], row => row.Skip(1).ToList());
    }

    [GeneratedRegex("/Type */Page[^s]", RegexOptions.NonBacktracking)]
    private static partial Regex PageOfPdf();
}

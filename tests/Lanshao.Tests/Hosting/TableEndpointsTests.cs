using System.IO.Compression;
using System.Net;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>The files of a page's table.</summary>
public sealed class TableEndpointsTests(Site site)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("docx", "word/document.xml")]
    [InlineData("xlsx", "xl/workbook.xml")]
    public async Task File_OfATable_IsAnAttachmentNamedAfterItWithTheSampleMark(string ending, string part)
    {
        using var answer = await GetAsync($"/components/ranking.{ending}");
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"演示数据 各街道2024年1—6月PM2.5累计浓度情况.{ending}", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.NotNull(zip.GetEntry(part));
    }

    [Fact]
    public async Task Csv_OfASortedAddress_IsSortedTheSame()
    {
        using var answer = await GetAsync("/components/ranking.csv?sort=value");
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.StartsWith("4,—,丁街道,37.6,38,—,30.4", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("全区,38.0,38,-2.6%,30.0", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfAnotherEnding_IsNotThere()
    {
        using var answer = await GetAsync("/components/ranking.exe");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lanshao.Shell.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests.Shell.Tables;

/// <summary>A table that goes out page by page.</summary>
public sealed class LongTableTests
{
    private const int Rows = 25;
    private const int Size = 10;
    private readonly List<string?> _asked = [];

    [Fact]
    public async Task Csv_OfAllPages_HasEveryRowOnceUnderOneHead()
    {
        var lines = await CsvAsync(most: 1000);

        Assert.Equal(["编号,值", .. Enumerable.Range(1, Rows).Select(n => $"{n},值{n}"), ""], lines);
        Assert.Equal([null, "10", "20"], _asked);
    }

    [Theory]
    [InlineData(24, 24, true)]
    [InlineData(20, 20, true)]
    [InlineData(7, 7, true)]
    [InlineData(25, 25, false)]
    public async Task Csv_AtItsLimit_EndsThereAndSaysSo(int most, int rows, bool isNoted)
    {
        var lines = await CsvAsync(most);

        Assert.Equal(Enumerable.Range(1, rows).Select(n => $"{n},值{n}"), lines.Skip(1).Take(rows));
        Assert.Equal(isNoted ? [$"只有{most}行,", ""] : [""], lines.Skip(1 + rows));
    }

    [Fact]
    public async Task Excel_BeyondWhatIsHeld_EndsThereAndSaysSo()
    {
        using var zip = new ZipArchive(new MemoryStream(await BytesAsync(Table(1000, mostHeld: 12), "xlsx")));
        using var reader = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken));

        var sheet = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("值12", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("值13", sheet, StringComparison.Ordinal);
        Assert.Contains("只有12行", sheet, StringComparison.Ordinal);
        Assert.Equal([null, "10"], _asked);
    }

    private LongTable Table(int most, int mostHeld) => new(PageAsync, rows => $"只有{rows}行", most, mostHeld);

    private Task<TablePart> PageAsync(string? after)
    {
        _asked.Add(after);
        var from = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        var count = Math.Min(Size, Rows - from);
        var rows = Enumerable.Range(from + 1, count).Select(n => new TableRow([Cell.Of($"{n}"), Cell.Of($"值{n}")])).ToList();
        return Task.FromResult(new TablePart(new("表", [new("编号"), new("值")], rows), from + count < Rows ? $"{from + count}" : null));
    }

    private async Task<string[]> CsvAsync(int most)
    {
        var text = Encoding.UTF8.GetString(await BytesAsync(Table(most, most), "csv"));
        Assert.Equal('\uFEFF', text[0]);
        Assert.Equal(0, text.LastIndexOf('\uFEFF'));
        return text[1..].Split("\r\n");
    }

    private static async Task<byte[]> BytesAsync(LongTable table, string ending)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Response.Body = body;
        await (await table.AnswerAsync(ending, TestContext.Current.CancellationToken)).ExecuteAsync(context);
        Assert.StartsWith("attachment", context.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        return body.ToArray();
    }
}

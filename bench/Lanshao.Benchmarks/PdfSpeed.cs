using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Reports.Pdf;

namespace Lanshao.Benchmarks;

/// <summary><c>pdf [PARAGRAPHS] [ROWS] [PROGRAM]</c>: a made document through the same way as a report's PDF, once; <c>/usr/bin/time -v</c> before it tells the memory of LibreOffice. 700 paragraphs are about 250 pages.</summary>
internal static class PdfSpeed
{
    private const long MostMemoryKilobytes = 4L << 20;
    private static readonly CompositeFormat Sentence = CompositeFormat.Parse("本段为测量用的文字，数字和名称都是编造的，第{0}段，共检查点位{1}个，发现问题{2}件，已整改{3}件，其余按期办理。");

    public static async Task RunAsync(int paragraphs, int rows, string program)
    {
        var started = Stopwatch.GetTimestamp();
        using var word = new MemoryStream(WordWriter.Write(Document(paragraphs, rows)));
        using var paged = new MemoryStream();
        PagedTables.Write(word, paged, CancellationToken.None);
        paged.Position = 0;
        var wrote = Stopwatch.GetElapsedTime(started);
        var pdf = await new PdfProgram(program, TimeSpan.FromMinutes(5), MostMemoryKilobytes).ConvertAsync(paged, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        Console.WriteLine(pdf.IsRefused
            ? pdf.Refusal.Code
            : string.Create(CultureInfo.InvariantCulture, $"{paragraphs} paragraphs, {rows} rows: Word {wrote.TotalMilliseconds:0} ms, PDF {(took - wrote).TotalMilliseconds:0} ms, {Pages(pdf.Value)} pages, {pdf.Value.Length / 1024} kB; own memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most"));
    }

    private static OfficialDocument Document(int paragraphs, int rows) => new("测量用文件",
    [
        new OfficialSection([new TitleBlock("测量用文件"), .. Enumerable.Range(1, paragraphs).Select(Paragraph)]),
        .. rows == 0 ? Array.Empty<OfficialSection>() : [OfficialSection.Of(Table(rows), "附件")],
    ]);

    private static OfficialBlock Paragraph(int number) => number % 10 == 1
        ? new HeadingBlock(2, string.Create(CultureInfo.InvariantCulture, $"（{number}）一类工作"))
        : new BodyBlock(string.Concat(Enumerable.Range(0, 4).Select(i => string.Format(CultureInfo.InvariantCulture, Sentence, number, 20 + i, 10 + (number % 7), number % 7))));

    private static PrintTable Table(int rows) => new()
    {
        Title = "测量用清单",
        IsSmall = true,
        Columns = [new("序号", 12), new("街道", 26), new("单位名称", 50, CellAlign.Text), new("检查日期", 26), new("结果", 30)],
        Rows = [.. Enumerable.Range(1, rows).Select(row => new PrintRow([PrintCell.Of(row.ToString(CultureInfo.InvariantCulture)), PrintCell.Of("甲街道"), PrintCell.Of(string.Create(CultureInfo.InvariantCulture, $"编造的餐饮单位第{row}家")), PrintCell.Of("2024年6月30日"), PrintCell.Of("已整改")]))],
    };

    private static int Pages(byte[] pdf) => pdf.AsSpan().Count("/Type/Page/"u8);
}

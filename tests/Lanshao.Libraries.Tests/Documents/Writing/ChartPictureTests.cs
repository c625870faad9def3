using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Lanshao.Documents.Charts;
using Lanshao.Documents.Writing;
using Xunit;
using Inline = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed partial class ChartPictureTests
{
    private const int EndOfFile = 14;
    private const int Words = 84;

    [Fact]
    public void Write_AnyDrawing_IsAWellFormedMetafile()
    {
        foreach (var drawing in SampleDrawings.All())
        {
            var bytes = ChartPicture.Write(drawing);

            var records = Records(bytes);
            Assert.Equal(bytes.Length, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(48)));
            Assert.Equal(records.Count, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(52)));
            Assert.Equal(" EMF"u8, bytes.AsSpan(40, 4));
            Assert.Equal(EndOfFile, records[^1].Type);
            Assert.All(records, record => Assert.Equal(0, record.Length % 4));
        }
    }

    [Fact]
    public void Write_Labels_AreTextOfTheirOwn()
    {
        var drawing = SampleDrawings.Ranked();
        var bytes = ChartPicture.Write(drawing);

        var written = Records(bytes).Where(record => record.Type == Words).Select(record => Encoding.Unicode.GetString(bytes, record.At + 76, 2 * BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(record.At + 44))));

        Assert.Equal(string.Concat(drawing.Marks.OfType<TextMark>().Select(mark => mark.Text)), string.Concat(written));
    }

    [Fact]
    public void Write_Frame_IsTheDrawingAtItsSize()
    {
        var bytes = ChartPicture.Write(new("题", "述", 96, 48, []));

        Assert.Equal((2540, 1270), (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(32)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(36))));
    }

    [Fact]
    public void Write_HatchedBox_IsStrokedInsideItsEdges()
    {
        var plain = Records(ChartPicture.Write(new("题", "述", 40, 40, [new BoxMark(5, 5, 20, 10, "chart-bar")])));
        var hatched = ChartPicture.Write(new("题", "述", 40, 40, [new BoxMark(5, 5, 20, 10, "chart-bar", IsHatched: true)]));

        var strokes = Records(hatched).Where(record => record.Type == 4).SelectMany(record => Corners(hatched, record)).ToList();
        Assert.DoesNotContain(plain, record => record.Type == 4);
        Assert.Equal(10, strokes.Count);
        Assert.All(strokes, corner => Assert.True(corner is { X: >= 100 and <= 500, Y: >= 100 and <= 300 }));
    }

    [Fact]
    public void Write_UnknownClass_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChartPicture.Write(new("题", "述", 10, 10, [new BoxMark(0, 0, 1, 1, "chart-unheard")])));
    }

    [Theory]
    [InlineData("chart-bar", "--blue")]
    [InlineData("chart-line", "--blue")]
    [InlineData("chart-line last-year", "--rule-strong")]
    [InlineData("chart-target", "--ink")]
    [InlineData("chart-baseline", "--ink-2")]
    [InlineData("chart-grid", "--rule")]
    [InlineData("chart-tile", "--paper")]
    [InlineData("chart-tile high", "--late-soft")]
    [InlineData("chart-tile raised", "--risk-soft")]
    [InlineData("chart-tile fair", "--good-soft")]
    [InlineData("chart-day aqi-1", "--aqi-1")]
    [InlineData("chart-day aqi-6", "--aqi-6")]
    public void Ink_Classes_HaveTheColoursOfTheStylesheet(string classes, string token)
    {
        var sheet = File.ReadAllText(RepositoryFolder.At("src", "Lanshao", "wwwroot", "lanshao.css"));
        var expected = Token().Matches(sheet).First(match => match.Groups[1].Value == token).Groups[2].Value;

        var ink = ChartInk.Of(classes);

        Assert.Equal(expected, (ink.Fill ?? ink.Stroke!.Value).ToString("x6", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Word_Chart_IsAPictureWithWordsAndItsCaption()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(SampleTables.Everything())), isEditable: false);

        var main = file.MainDocumentPart!;
        var pictures = main.Document.Descendants<Inline.Inline>().ToList();
        Assert.Equal(["chart1", "chart2"], pictures.Select(picture => picture.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Single().Embed!.Value));
        Assert.All(pictures, picture => Assert.Equal("image/x-emf", main.GetPartById(picture.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Single().Embed!.Value!).ContentType));
        Assert.Equal("样张各街道浓度。甲最高。", pictures[0].DocProperties!.Description!.Value);
        Assert.All(pictures, picture => Assert.True(picture.Extent!.Cx! <= 8845 * 635));
        Assert.Contains("图1　样张各街道浓度", main.Document.InnerText, StringComparison.Ordinal);
    }

    private static List<(int Type, int At, int Length)> Records(byte[] bytes)
    {
        var records = new List<(int Type, int At, int Length)>();
        for (var at = 0; at < bytes.Length;)
        {
            var (type, length) = (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4)));
            records.Add((type, at, length));
            at += length;
        }

        return records;
    }

    private static IEnumerable<(int X, int Y)> Corners(byte[] bytes, (int Type, int At, int Length) record)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(record.At + 24));
        return Enumerable.Range(0, count).Select(i => (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(record.At + 28 + (8 * i))), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(record.At + 32 + (8 * i)))));
    }

    [GeneratedRegex("(--[a-z0-9-]+): #([0-9a-f]{6});", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}

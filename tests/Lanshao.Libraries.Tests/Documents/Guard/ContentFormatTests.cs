using System.IO.Compression;
using System.Text;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Guard;

/// <summary>Formats are told by content; the name never makes a file acceptable.</summary>
public class ContentFormatTests
{
    public static TheoryData<string, byte[], string> Foreign => new()
    {
        { "计划.doc", Compound("WordDocument"), DocumentCodes.FormatDoc },
        { "计划.docx", Compound("WordDocument"), DocumentCodes.FormatDoc },
        { "计划.wps", Compound("WordDocument"), DocumentCodes.FormatWps },
        { "计划", Compound("WordDocument", "WPS Office"), DocumentCodes.FormatWps },
        { "表.xls", Compound("Workbook"), DocumentCodes.FormatXls },
        { "表.xls", Compound("Book"), DocumentCodes.FormatXls },
        { "表.et", Compound("Workbook"), DocumentCodes.FormatEt },
        { "演示.dps", Compound("PowerPoint Document"), DocumentCodes.FormatSlides },
        { "加密.docx", Compound("EncryptedPackage"), DocumentCodes.Encrypted },
        { "不明.msg", Compound("Other"), DocumentCodes.Unrecognised },
        { "残缺.doc", Compound("Other"), DocumentCodes.FormatDoc },
        { "残缺.xls", Compound("Other"), DocumentCodes.FormatXls },
        { "残缺.et", Compound("Other"), DocumentCodes.FormatEt },
        { "版式.docx", Zipped(("OFD.xml", "<ofd/>"), ("Doc_0/Document.xml", "<x/>")), DocumentCodes.FormatOfd },
        { "文档.odt", Zipped(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), DocumentCodes.FormatOpenDocument },
        { "照片.zip", Zipped(("a.jpg", "x")), DocumentCodes.FormatArchive },
        { "空.zip", Zipped(), DocumentCodes.FormatArchive },
        { "演示.pptx", Package("ppt/presentation.xml", "<p:presentation xmlns:p=\"x\"/>"), DocumentCodes.FormatSlides },
        { "表.xlsb", Package("xl/workbook.bin", "x"), DocumentCodes.FormatBinaryWorkbook },
        { "无根.docx", Zipped(("[Content_Types].xml", "<Types/>")), DocumentCodes.Damaged },
        { "缺正文.docx", OfficeFiles.Zip([("_rels/.rels", OfficeFiles.Relations("", ("r", "officeDocument", "word/document.xml", false)).Content)]), DocumentCodes.Damaged },
        { "扫描.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n..."), DocumentCodes.FormatPdf },
        { "扫描.docx", Encoding.ASCII.GetBytes("\r\n%PDF-1.4"), DocumentCodes.FormatPdf },
        { "计划.doc", Encoding.ASCII.GetBytes("{\\rtf1\\ansi"), DocumentCodes.FormatRtf },
        { "计划.doc", Encoding.UTF8.GetBytes("\uFEFF  <HTML xmlns:o=\"x\"><body>计划"), DocumentCodes.FormatHtml },
        { "表.xls", Encoding.UTF8.GetBytes("<!DOCTYPE html><table>"), DocumentCodes.FormatHtml },
        { "页.xls", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"), DocumentCodes.FormatHtml },
        { "存.mht", Encoding.ASCII.GetBytes("MIME-Version: 1.0\nContent-Type: multipart"), DocumentCodes.FormatHtml },
        { "计划.xml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<?xml version=\"1.0\"?><w:wordDocument/>")).ToArray(), DocumentCodes.FormatXml },
        { "图.docx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], DocumentCodes.FormatImage },
        { "图.jpg", [0xFF, 0xD8, 0xFF, 0xE0], DocumentCodes.FormatImage },
        { "图.bmp", [(byte)'B', (byte)'M', 9, 9, 9, 9, 0, 0, 0, 0, 54, 0, 0, 0, 40], DocumentCodes.FormatImage },
        { "图.webp", Encoding.ASCII.GetBytes("RIFF1234WEBPVP8 "), DocumentCodes.FormatImage },
        { "包.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], DocumentCodes.FormatArchive },
        { "包.rar", Encoding.ASCII.GetBytes("Rar!\u001A\u0007"), DocumentCodes.FormatArchive },
        { "包.gz", [0x1F, 0x8B, 8, 0], DocumentCodes.FormatArchive },
        { "空.docx", [], DocumentCodes.Empty },
        { "程序.docx", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0, 0, 0, 0x90, 0xFF, 0x81, 0], DocumentCodes.TextEncoding },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Read_ForeignFormat_IsRefusedByItsContent(string name, byte[] bytes, string code) => Assert.Equal(code, Refused(bytes, name).Code);

    [Theory]
    [InlineData("计划.docx")]
    [InlineData("计划.txt")]
    [InlineData("计划")]
    [InlineData("../../etc/passwd")]
    [InlineData("计划.wps")]
    public void Read_WordFileOfAnyName_IsRead(string name)
    {
        var document = Read(OfficeFiles.Docx("<w:p/>"), name);

        Assert.Equal((SourceFormat.Docx, name), (document.Source.Format, document.Source.Name));
    }

    [Theory]
    [InlineData("BM不是图片", "a.txt", SourceFormat.Txt)]
    [InlineData("名称,数值", "a.csv", SourceFormat.Csv)]
    [InlineData("名称\t数值", "导出.xls", SourceFormat.Csv)]
    [InlineData("名称\t数值", "a.tsv", SourceFormat.Csv)]
    [InlineData("<说明>这是文字", "a.txt", SourceFormat.Txt)]
    public void Read_Text_IsTextWhateverItIsCalled(string text, string name, SourceFormat format) =>
        Assert.Equal(format, Read(Encoding.UTF8.GetBytes(text), name).Source.Format);

    [Fact]
    public void Read_Source_HasTheHashOfItsBytes()
    {
        var source = Read("一"u8.ToArray(), "一.txt").Source;

        Assert.Equal(3L, source.Length);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("一"u8)), source.Sha256);
    }

    [Fact]
    public void Open_DocumentInsteadOfTable_IsRefused()
    {
        using var stream = new MemoryStream(OfficeFiles.Docx("<w:p/>"));

        Assert.Equal(DocumentCodes.NoTable, Assert.Throws<DocumentRefusedException>(() => RowReader.Open(stream, "表.docx", ct: TestContext.Current.CancellationToken)).Code);
    }

    // A header of 512 bytes, then directory entries: name in UTF-16, its length in bytes at 64.
    private static byte[] Compound(string stream, string words = "")
    {
        var bytes = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        WriteEntry(bytes.AsSpan(1024), "Root Entry");
        WriteEntry(bytes.AsSpan(1152), stream);
        Encoding.ASCII.GetBytes(words).CopyTo(bytes, 1600);
        return bytes;
    }

    private static void WriteEntry(Span<byte> entry, string name)
    {
        var length = Encoding.Unicode.GetBytes(name + "\0", entry);
        BitConverter.TryWriteBytes(entry[64..], (ushort)length);
    }

    private static byte[] Zipped(params (string Name, string Content)[] parts) => OfficeFiles.Zip(parts, CompressionLevel.Fastest);

    private static byte[] Package(string main, string content) =>
        Zipped(OfficeFiles.Relations("", ("r", "officeDocument", main, false)), (main, content));
}

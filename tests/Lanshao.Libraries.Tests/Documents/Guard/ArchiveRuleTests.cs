using System.IO.Compression;
using System.Text;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Guard;

public class ArchiveRuleTests
{
    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("word/../../evil.xml")]
    [InlineData("word\\..\\evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share")]
    [InlineData("C:\\windows\\x")]
    [InlineData("c:evil")]
    [InlineData("word/a\0b")]
    public void Read_EntryThatLeadsOut_RefusesTheArchive(string entry) => AssertRefused(Archive(entry), DocumentCodes.EntryPath);

    [Theory]
    [InlineData("word/..a/ok.xml")]
    [InlineData("word/a..b.xml")]
    public void Read_DotsInsideAName_AreNoWayOut(string entry) => Assert.Single(Read(Archive(entry), "测试.docx").Blocks);

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("WORD/Document.xml")]
    [InlineData("word\\document.xml")]
    public void Read_RepeatedName_RefusesTheArchive(string entry) => AssertRefused(Archive(entry), DocumentCodes.EntryRepeated);

    [Fact]
    public void Read_Link_RefusesTheArchive()
    {
        var refusal = AssertRefused(Archive("word/link", attributes: unchecked((int)0xA1FF0000)), DocumentCodes.EntryLink);

        Assert.Equal("word/link", refusal.Arguments["entry"]);
    }

    [Fact]
    public void Read_EncryptedEntry_IsRefusedAsProtected()
    {
        var bytes = OfficeFiles.Docx("<w:p/>");
        // General purpose flag, bit 0, in the directory and the local headers.
        for (var at = 0; at + 46 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\x1\x2"u8))
            {
                bytes[at + 8] |= 1;
            }
            else if (bytes.AsSpan(at).StartsWith("PK\x3\x4"u8))
            {
                bytes[at + 6] |= 1;
            }
        }

        Assert.Equal(DocumentCodes.Encrypted, Refused(bytes).Code);
    }

    [Fact]
    public void Read_DocumentType_IsRefused()
    {
        var xml = "<!DOCTYPE w:document [<!ENTITY a \"aaaa\">]>" + OfficeFiles.WordPart("document", "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>");

        var refusal = Refused(OfficeFiles.Docx("", ("word/document.xml", xml)));

        Assert.Equal((DocumentCodes.XmlDeclaration, "word/document.xml"), (refusal.Code, refusal.Arguments["where"]));
    }

    [Fact]
    public void Read_WrongCheckSum_IsRefusedAsDamaged()
    {
        var bytes = OfficeFiles.Zip(
            [("_rels/.rels", Encoding.UTF8.GetBytes("<Relationships xmlns=\"x\"><Relationship Id=\"r\" Type=\"t/officeDocument\" Target=\"word/document.xml\"/></Relationships>")),
                ("word/document.xml", Encoding.UTF8.GetBytes(OfficeFiles.WordPart("document", "<w:body><w:p><w:r><w:t>目标34微克</w:t></w:r></w:p></w:body>")))],
            CompressionLevel.NoCompression);
        bytes[bytes.AsSpan().IndexOf("34"u8)] = (byte)'8';

        var refusal = Refused(bytes);

        Assert.Equal((DocumentCodes.Damaged, "word/document.xml"), (refusal.Code, refusal.Arguments["where"]));
    }

    private static DocumentRefusedException AssertRefused(byte[] bytes, string code)
    {
        var refusal = Refused(bytes);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private static byte[] Archive(string entry, int attributes = 0)
    {
        using var bytes = new MemoryStream();
        bytes.Write(OfficeFiles.Docx("<w:p/>"));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var added = zip.CreateEntry(entry);
            added.ExternalAttributes = attributes;
        }

        return bytes.ToArray();
    }
}

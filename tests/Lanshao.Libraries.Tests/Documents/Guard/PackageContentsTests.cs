using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Guard;

public class PackageContentsTests
{
    [Theory]
    [InlineData("word/_rels/settings.xml.rels", "attachedTemplate", "http://example.invalid/evil.dotm", true, DocumentCodes.RemoteTemplate)]
    [InlineData("word/_rels/document.xml.rels", "hyperlink", "http://example.invalid/", true, DocumentCodes.ExternalLink)]
    [InlineData("word/_rels/document.xml.rels", "image", "file:///c:/secret.png", true, DocumentCodes.ExternalLink)]
    [InlineData("word/_rels/header1.xml.rels", "oleObject", "file:///c:/x.bin", true, DocumentCodes.ExternalLink)]
    [InlineData("word/_rels/document.xml.rels", "oleObject", "embeddings/oleObject1.bin", false, DocumentCodes.EmbeddedObject)]
    [InlineData("word/_rels/document.xml.rels", "vbaProject", "vbaProject.bin", false, DocumentCodes.Macros)]
    [InlineData("word/_rels/document.xml.rels", "aFChunk", "chunk.html", false, DocumentCodes.ForeignPart)]
    public void Read_WhatIsNeverFollowed_IsNamed(string part, string kind, string target, bool isExternal, string code)
    {
        var source = part.Replace("_rels/", "", StringComparison.Ordinal).Replace(".rels", "", StringComparison.Ordinal);
        var document = Docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", OfficeFiles.Relations(source, ("x", kind, target, isExternal)));

        var finding = Assert.Single(document.Findings);
        Assert.Equal(code, finding.Code);
        Assert.EndsWith(target.Split('/')[^1], finding.Arguments["target"], StringComparison.Ordinal);
        Assert.Equal("正文", Assert.Single(document.Paragraphs).Text);
    }

    [Fact]
    public void Read_ForeignChunkInTheBody_IsNamed() =>
        Assert.Equal(DocumentCodes.ForeignPart, Assert.Single(Docx("<w:altChunk r:id=\"x\"/><w:p/>").Findings).Code);

    [Fact]
    public void Read_ManyOfOneKind_AreListedUpToAHundredAndCounted()
    {
        var links = Enumerable.Range(0, 130).Select(i => ($"r{i}", "hyperlink", $"http://example.invalid/{i}", true)).ToArray();
        var findings = Docx("<w:p/>", OfficeFiles.Relations("word/document.xml", links)).Findings;

        Assert.Equal(101, findings.Count);
        Assert.Equal((DocumentCodes.MoreOfThese, "30"), (findings[^1].Code, findings[^1].Arguments["count"]));
    }

    [Fact]
    public void Read_LongForeignText_IsCutInFindings() =>
        Assert.Equal(200, Assert.Single(Docx("<w:p/>", OfficeFiles.Relations("word/document.xml", ("r", "hyperlink", "http://" + new string('x', 5000), true))).Findings).Arguments["target"].Length);
}

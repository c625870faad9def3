using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lanshao.Documents;
using Lanshao.Documents.Guard;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Guard;

/// <summary>Damaged files are read or refused, and nothing else happens.</summary>
public class DamageTests
{
    private static readonly byte[] Word = OfficeFiles.Docx(
        "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>标题</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        + "<w:tbl><w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>头</w:t></w:r></w:p></w:tc></w:tr>"
        + "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:ins w:id=\"1\"><w:r><w:t>34</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>",
        ("word/styles.xml", OfficeFiles.WordPart("styles", "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>")),
        ("word/numbering.xml", OfficeFiles.WordPart("numbering", "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>")),
        ("word/footnotes.xml", OfficeFiles.WordPart("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>")),
        OfficeFiles.Relations("word/document.xml", ("s", "styles", "styles.xml", false), ("n", "numbering", "numbering.xml", false), ("f", "footnotes", "footnotes.xml", false)));

    private static readonly byte[] Sheet = OfficeFiles.Xlsx(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45000.5</v></c></row>",
        ("xl/sharedStrings.xml", "<sst xmlns=\"x\"><si><t>街道</t></si></sst>"),
        ("xl/styles.xml", "<styleSheet xmlns=\"x\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"));

    [Fact]
    public void Read_EveryPrefix_IsReadOrRefused()
    {
        for (var length = 0; length < Word.Length; length++)
        {
            AssertReadOrRefused(Word[..length], $"prefix of {length}");
        }
    }

    [Fact]
    public void Read_EverySheetPrefix_IsReadOrRefused()
    {
        for (var length = 0; length < Sheet.Length; length++)
        {
            AssertReadOrRefused(Sheet[..length], $"prefix of {length}", "表.xlsx");
        }
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void Read_EveryFlippedByte_IsReadOrRefused(byte mask)
    {
        for (var at = 0; at < Word.Length; at++)
        {
            var bytes = (byte[])Word.Clone();
            bytes[at] ^= mask;
            AssertReadOrRefused(bytes, $"byte {at} ^ {mask:X2}");
        }
    }

    [Fact]
    public void Read_EveryFlippedSheetByte_IsReadOrRefused()
    {
        for (var at = 0; at < Sheet.Length; at++)
        {
            var bytes = (byte[])Sheet.Clone();
            bytes[at] ^= 0x55;
            AssertReadOrRefused(bytes, $"byte {at}", "表.xlsx");
        }
    }

    [Fact]
    public void Read_FlippedByteInAnyStoredPart_NeverChangesTheTextUnnoticed()
    {
        var clean = OfficeFiles.Docx("<w:p><w:r><w:t>年均浓度目标为34微克/立方米</w:t></w:r></w:p>");

        for (var at = 0; at < clean.Length; at++)
        {
            var bytes = (byte[])clean.Clone();
            bytes[at] ^= 0x02;
            if (TryRead(bytes, "测试.docx") is { } document)
            {
                Assert.Equal(["年均浓度目标为34微克/立方米"], document.Paragraphs.Select(paragraph => paragraph.Text));
            }
        }
    }

    [Fact]
    public void Read_ReferencePlanCutOff_IsRefused()
    {
        var plan = File.ReadAllBytes(Reference.File("documents", "plan-2022.docx"));

        for (var length = 1; length < plan.Length; length += 997)
        {
            AssertReadOrRefused(plan[..length], $"prefix of {length}");
        }
    }

    // Broken XML inside a whole archive: cut anywhere, with a correct check sum.
    [Fact]
    public void Read_EveryPrefixOfTheBodyXml_IsReadOrRefused()
    {
        var xml = Encoding.UTF8.GetBytes(OfficeFiles.WordPart("document", "<w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body>"));

        for (var length = 0; length < xml.Length; length++)
        {
            AssertReadOrRefused(OfficeFiles.Zip([("_rels/.rels", Encoding.UTF8.GetBytes(OfficeFiles.Relations("", ("r", "officeDocument", "word/document.xml", false)).Content)), ("word/document.xml", xml[..length])], CompressionLevel.Fastest), $"xml prefix of {length}");
        }
    }

    [Fact]
    public void Read_AnyBytes_AreReadOrRefused() =>
        Prop.ForAll<byte[], bool>((bytes, asSheet) => TryRead(bytes, asSheet ? "a.csv" : "a.txt") is not null || true).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyTextInTheShapeOfTables_KeepsEveryCharacter()
    {
        var pieces = Gen.Elements("\t", "\n", "\n\n", "一、目标", "1", "区发改委", "[image: ]", "[1: 注]", "附件2", " ");
        Prop.ForAll(Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(), text =>
        {
            var document = TryRead(Encoding.UTF8.GetBytes(text), "a.txt");
            var read = document is null ? "" : string.Concat(document.Blocks.SelectMany(Texts));
            var expected = text.Replace("[image: ]", "", StringComparison.Ordinal);
            return Visible(read) == Visible(expected);
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Texts(Lanshao.Documents.Blocks.Block block) => block switch
    {
        Lanshao.Documents.Blocks.ParagraphBlock paragraph => [paragraph.Text],
        Lanshao.Documents.Blocks.TableBlock table => table.Rows.SelectMany(row => row.OwnCells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void AssertReadOrRefused(byte[] bytes, string what, string name = "测试.docx")
    {
        try
        {
            TryRead(bytes, name);
        }
        catch (Exception e) when (e is not DocumentRefusedException)
        {
            Assert.Fail($"{what}: {e}");
        }
    }

    private static Lanshao.Documents.Blocks.SourceDocument? TryRead(byte[] bytes, string name)
    {
        try
        {
            return DocumentReader.Read(bytes, name, ct: TestContext.Current.CancellationToken);
        }
        catch (DocumentRefusedException refusal)
        {
            Assert.StartsWith("DOC-1", refusal.Code, StringComparison.Ordinal);
            return null;
        }
    }
}

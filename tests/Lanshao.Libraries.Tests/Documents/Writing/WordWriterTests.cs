using System.IO.Compression;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed class WordWriterTests
{
    [Fact]
    public void Write_EveryBlock_IsValid()
    {
        using var file = Open(SampleTables.Everything());

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

        Assert.Empty(errors);
    }

    // GB/T 9704 7.3.5.2.
    [Theory]
    [InlineData("北京市样张区生态环境局", "2024年11月10日", 200, 400)]
    [InlineData("样张局", "2024年11月10日", 800, 200)]
    public void Write_Signature_DateBeginsTwoCharactersBehindTheIssuer(string issuer, string date, int ofIssuer, int ofDate)
    {
        using var file = Open(new OfficialDocument("样张", [new([new SignatureBlock(issuer, date)])]));

        var lines = Body(file).Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Signature");

        Assert.Equal([(issuer, ofIssuer), (date, ofDate)], lines.Select(line => (line.InnerText, line.ParagraphProperties!.Indentation!.RightChars!.Value)));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var first = WordWriter.Write(SampleTables.Everything());
        var second = WordWriter.Write(SampleTables.Everything());

        Assert.Equal(SHA256.HashData(first), SHA256.HashData(second));
    }

    [Fact]
    public void Write_AnyDocument_CarriesNoTimeOfWriting()
    {
        using var archive = new ZipArchive(new MemoryStream(WordWriter.Write(SampleTables.Everything())));

        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Write_PortraitPage_IsThePageOfTheStandard()
    {
        using var file = Open(SampleTables.Everything());

        var section = Body(file).Descendants<SectionProperties>().First();
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);

        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal(37, Mm(margin.Top!.Value), 0.1);
        Assert.Equal(28, Mm((int)margin.Left!.Value), 0.1);
        Assert.Equal(156, Mm((int)(size.Width.Value - margin.Left.Value - margin.Right!.Value)), 0.1);
        Assert.Equal(225, Mm((int)size.Height.Value - margin.Top.Value - margin.Bottom!.Value), 0.1);
        Assert.Equal(22, (int)(size.Height.Value - margin.Top.Value - margin.Bottom.Value) / section.GetFirstChild<DocGrid>()!.LinePitch!.Value);
    }

    [Fact]
    public void Write_LandscapePage_IsTheSamePageTurned()
    {
        using var file = Open(SampleTables.Everything());

        var section = Body(file).Elements<SectionProperties>().Last();
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);

        Assert.Equal(PageOrientationValues.Landscape, size.Orient!.Value);
        Assert.Equal(225, Mm((int)(size.Width!.Value - margin.Left!.Value - margin.Right!.Value)), 0.1);
        Assert.Equal(156, Mm((int)size.Height!.Value - margin.Top!.Value - margin.Bottom!.Value), 0.1);
    }

    [Theory]
    [InlineData("Title", 0, "方正小标宋简体", "44")]
    [InlineData("Heading1", 0, "黑体", null)]
    [InlineData("Heading2", 1, "楷体_GB2312", null)]
    [InlineData("Heading3", 2, "仿宋_GB2312", null)]
    [InlineData("Heading4", 3, "仿宋_GB2312", null)]
    public void Write_Headings_HaveTheirFontAndCanBeNavigated(string id, int level, string font, string? halfPoints)
    {
        using var file = Open(SampleTables.Everything());

        var style = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);

        Assert.Contains(Body(file).Elements<Paragraph>(), paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == id);
        Assert.Equal(level, style.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        Assert.Equal(font, style.StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.Equal("Times New Roman", style.StyleRunProperties.RunFonts.Ascii!.Value);
        Assert.Equal(halfPoints, style.StyleRunProperties.FontSize?.Val?.Value);
    }

    [Fact]
    public void Write_Table_RepeatsItsHeadAndKeepsRowsWhole()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Ranking()));

        var rows = Body(file).Descendants<TableRow>().ToList();

        Assert.Equal(2 + 17, rows.Count);
        Assert.Equal(2, rows.TakeWhile(row => row.Descendants<TableHeader>().Any()).Count());
        Assert.All(rows, row => Assert.Single(row.Descendants<CantSplit>()));
    }

    [Fact]
    public void Write_LastRows_StandTogether()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Ranking()));

        var kept = Body(file).Descendants<TableRow>().Skip(2).Select(row => row.Descendants<Paragraph>().All(paragraph => paragraph.ParagraphProperties!.KeepNext is not null));

        Assert.Equal(Enumerable.Repeat(false, 13).Concat([true, true, true, true]), kept);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(120)]
    public void Write_TextOfACell_IsNeverPulledApart(int widthMm)
    {
        var table = new PrintTable { Title = "样张表", Columns = [new("序号", 12), new("内容", widthMm, CellAlign.Text)], Rows = [new PrintRow([PrintCell.Of("1"), PrintCell.Of("样张内容")])] };
        using var file = Open(OfficialDocument.Of(table));

        Assert.Equal(JustificationValues.Left, Body(file).Descendants<TableCell>().Last().Descendants<Justification>().Single().Val!.Value);
    }

    [Fact]
    public void Write_RowHigherThanHalfAPage_MaySplit()
    {
        var table = SampleTables.Ranking(0) with { Rows = [new PrintRow([PrintCell.Of(new string('字', 2000))])] };
        using var file = Open(OfficialDocument.Of(table));

        Assert.Empty(Body(file).Descendants<TableRow>().Last().Descendants<CantSplit>());
    }

    [Fact]
    public void Write_GroupedHead_MergesBothWays()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Ranking()));

        var heads = Body(file).Descendants<TableRow>().Take(2).Select(row => row.Elements<TableCell>().ToList()).ToList();

        Assert.Equal(2, heads[0][3].TableCellProperties!.GridSpan!.Val!.Value);
        Assert.Equal(MergedCellValues.Restart, heads[0][0].TableCellProperties!.VerticalMerge!.Val!.Value);
        Assert.Equal(MergedCellValues.Continue, heads[1][0].TableCellProperties!.VerticalMerge!.Val!.Value);
        Assert.Equal(["", "", "", "一位小数", "取整", ""], heads[1].Select(cell => cell.InnerText));
    }

    [Fact]
    public void Write_MergedCells_CarryTheirOwnBorders()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Sheet()));

        var merged = Body(file).Descendants<TableCellProperties>().Where(cell => cell.VerticalMerge is not null).ToList();

        Assert.Equal(3, merged.Count);
        Assert.All(merged, cell => Assert.Equal(4, cell.TableCellBorders!.Elements<BorderType>().Count(border => border.Val! == BorderValues.Single)));
    }

    [Fact]
    public void Write_Columns_FillTheTypeArea()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Ranking()));

        var widths = Body(file).Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(6, widths.Count);
        Assert.Equal(156, Mm(widths.Sum()), 0.1);
        Assert.Equal(widths[0], widths[1], 1.0);
    }

    [Fact]
    public void Write_TypedText_StaysText()
    {
        const string Typed = "<w:fldSimple w:instr=\"DDE\"/> { INCLUDETEXT \"x\" } =1+1 &amp; ]]> \u0001\uD800|";
        using var file = Open(new("样张", [new([new BodyBlock(Typed)])]));

        Assert.Equal("<w:fldSimple w:instr=\"DDE\"/> { INCLUDETEXT \"x\" } =1+1 &amp; ]]> \uFFFD\uFFFD|", Body(file).InnerText);
        Assert.Empty(Body(file).Descendants<SimpleField>());
        Assert.Empty(Body(file).Descendants<FieldChar>());
    }

    [Theory]
    [InlineData("PM2.5与PM10", "2.5", "10")]
    [InlineData("SO2、NO2、NOx、O3、CO2、NH3", "2", "2", "x", "3", "2", "3")]
    [InlineData("COD2、PM2.51、SO23、A4纸、NO2024")]
    public void Write_ChemicalNames_SetTheirDigitsLow(string text, params string[] low)
    {
        using var file = Open(new("样张", [new([new BodyBlock(text)])]));

        var set = Body(file).Descendants<Run>().Where(run => run.RunProperties?.VerticalTextAlignment?.Val?.Value == VerticalPositionValues.Subscript).Select(run => run.InnerText);

        Assert.Equal(low, set);
        Assert.Equal(text, Body(file).InnerText);
    }

    [Fact]
    public void Write_SectionOfAnotherOrientation_TakesNoParagraphOfItsOwn()
    {
        using var file = Open(new("样张", [OfficialSection.Of(SampleTables.Ranking()), OfficialSection.Of(SampleTables.Sheet())]));

        var carrier = Body(file).Elements<Paragraph>().Single(paragraph => paragraph.ParagraphProperties?.SectionProperties is not null);

        Assert.Equal("数据来源：样张监测中心", carrier.InnerText);
    }

    [Fact]
    public void Write_Mark_StandsInTheHeadOfEveryPage()
    {
        using var file = Open(SampleTables.Everything());

        var sections = Body(file).Descendants<SectionProperties>().ToList();

        Assert.Equal(3, sections.Count);
        Assert.All(sections, section => Assert.Equal([HeaderFooterValues.Default, HeaderFooterValues.Even], section.Elements<HeaderReference>().Select(header => header.Type!.Value)));
        Assert.Equal("演示数据", file.MainDocumentPart!.HeaderParts.Single().Header!.InnerText);
    }

    [Fact]
    public void Write_WithoutMark_HasNoHeader()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Ranking()));

        Assert.Empty(file.MainDocumentPart!.HeaderParts);
        Assert.Equal(4, file.MainDocumentPart.FooterParts.Count());
    }

    [Fact]
    public void Write_RowKeys_StandInLockedContentControls()
    {
        using var file = Open(OfficialDocument.Of(SampleTables.Sheet()));

        var controls = Body(file).Descendants<SdtRun>().ToList();

        Assert.Equal(["2-5-1", "2-5-2", "2-5-3", "2-6-1"], controls.Select(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value));
        Assert.Equal(["2-5-1", "2-5-2", "2-5-3", "2-6-1"], controls.Select(control => control.InnerText));
        Assert.Distinct(controls.Select(control => control.SdtProperties!.GetFirstChild<SdtId>()!.Val!.Value));
        Assert.All(controls, control => Assert.Equal(LockingValues.SdtContentLocked, control.SdtProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Lock>()!.Val!.Value));
    }

    [Fact]
    public void Write_TableOfTwoHundredPages_HoldsNoRows()
    {
        var written = new List<WeakReference>();
        var alive = int.MaxValue;
        IEnumerable<PrintRow> Rows()
        {
            foreach (var row in SampleTables.Ranking(6000).Rows)
            {
                yield return Copied(row, written);
            }

            GC.Collect();
            alive = written.Take(5000).Count(row => row.IsAlive);
        }

        WordWriter.Write(OfficialDocument.Of(SampleTables.Ranking() with { Rows = Rows() }), Stream.Null);

        Assert.True(alive < 100, $"{alive} of the first 5000 rows are still held after all were written");
    }

    // A row of its own, made out of the loop's sight, so that only the writer can hold it.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static PrintRow Copied(PrintRow row, List<WeakReference> written)
    {
        var copy = row with { };
        written.Add(new(copy));
        return copy;
    }

    private static double Mm(int twips) => twips / 1440d * 25.4;

    private static Body Body(WordprocessingDocument file) => file.MainDocumentPart!.Document.Body!;

    private static WordprocessingDocument Open(OfficialDocument document) => WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(document)), isEditable: false);
}

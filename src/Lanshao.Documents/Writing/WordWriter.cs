using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents.Charts;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Sets an official document as a Word file by GB/T 9704. The same document gives the same bytes; big tables pass through without being held.</summary>
public static class WordWriter
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Main = "word/document.xml";
    private const int TitleSize = 440;   // 2号, in twentieths of a point
    private static readonly WordPage Portrait = new(IsLandscape: false);
    private static readonly WordPage Landscape = new(IsLandscape: true);
    /// <summary>Writes the file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Receives the file; left open.</param>
    public static void Write(OfficialDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var package = new PackageWriter(output, PartsOf(document), openOwner: Main);
        IReadOnlyList<ChartDrawing> charts;
        using (var part = package.Open(Main))
        using (var writer = OpenXmlWriter.Create(part, Encoding.UTF8))
        {
            charts = WriteMain(document, writer);
        }

        package.Complete(WriteCharts(package, charts));
        WriteFixedParts(package);
        package.WriteText("docProps/core.xml", CoreProperties.Xml(document.Title, document.Creator, document.CreatedUtc));
        if (document.Mark is { } mark)
        {
            package.WriteText("word/header.xml", Header(mark));
        }
    }

    /// <summary>Writes the file into memory.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The file's bytes.</returns>
    public static byte[] Write(OfficialDocument document)
    {
        using var output = new MemoryStream();
        Write(document, output);
        return output.ToArray();
    }

    /// <summary>Sets the blocks of a section without its page, for documents that others laid out.</summary>
    /// <param name="section">The blocks.</param>
    /// <param name="charts">The charts of the document so far; those of the section are added.</param>
    internal static IReadOnlyList<XElement> Elements(OfficialSection section, List<ChartDrawing>? charts = null)
    {
        using var bytes = new MemoryStream();
        using (var writer = OpenXmlWriter.Create(bytes, Encoding.UTF8))
        {
            writer.WriteStartDocument(standalone: true);
            writer.WriteStartElement(new Body());
            var flow = new WordFlow(writer, charts);
            WriteBlocks(section, section.IsLandscape ? Landscape : Portrait, flow);
            flow.Writer.WriteEndElement();
        }

        bytes.Position = 0;
        return [.. GuardedXml.Tree(bytes).Root!.Elements()];
    }

    private static List<PackagePart> PartsOf(OfficialDocument document)
    {
        List<PackagePart> parts =
        [
            new(Main, Types + "document.main+xml", "document", Relations + "officeDocument"),
            new("docProps/core.xml", CoreProperties.ContentType, "core", CoreProperties.Relation),
            new("word/styles.xml", Types + "styles+xml", "styles", Relations + "styles", Main),
            new("word/settings.xml", Types + "settings+xml", "settings", Relations + "settings", Main),
            new("word/fontTable.xml", Types + "fontTable+xml", "fonts", Relations + "fontTable", Main),
        ];
        foreach (var (page, isEven) in Footers())
        {
            parts.Add(new(page.FooterPart(isEven), Types + "footer+xml", page.FooterId(isEven), Relations + "footer", Main));
        }

        if (document.Mark is not null)
        {
            parts.Add(new("word/header.xml", Types + "header+xml", "header", Relations + "header", Main));
        }

        return parts;
    }

    private static IEnumerable<(WordPage Page, bool IsEven)> Footers() => [(Portrait, false), (Portrait, true), (Landscape, false), (Landscape, true)];

    private static void WriteFixedParts(PackageWriter package)
    {
        foreach (var name in new[] { "styles.xml", "settings.xml", "fontTable.xml" })
        {
            package.WriteText("word/" + name, Parts.Read(name));
        }

        foreach (var (page, isEven) in Footers())
        {
            package.WriteText(page.FooterPart(isEven), Parts.Read(page.FooterResource(isEven)));
        }
    }

    private static string Header(string mark)
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return new XElement(w + "hdr", new XAttribute(XNamespace.Xmlns + "w", w),
            new XElement(w + "p",
                new XElement(w + "pPr", new XElement(w + "pStyle", new XAttribute(w + "val", "Header"))),
                new XElement(w + "r", new XElement(w + "t", SafeText.Xml(mark))))).ToString(SaveOptions.DisableFormatting);
    }

    private static List<PackagePart> WriteCharts(PackageWriter package, IReadOnlyList<ChartDrawing> charts)
    {
        var parts = new List<PackagePart>();
        foreach (var (index, chart) in charts.Index())
        {
            var part = new PackagePart(string.Create(CultureInfo.InvariantCulture, $"word/media/chart{index + 1}.emf"), "image/x-emf", ChartId(index + 1), Relations + "image", Main);
            using var content = package.Open(part.Name);
            content.Write(ChartPicture.Write(chart));
            parts.Add(part);
        }

        return parts;
    }

    internal static string ChartId(int number) => string.Create(CultureInfo.InvariantCulture, $"chart{number}");

    private static IReadOnlyList<ChartDrawing> WriteMain(OfficialDocument document, OpenXmlWriter writer)
    {
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        var flow = new WordFlow(writer);
        WordPage? last = null;
        foreach (var section in document.Sections)
        {
            if (last is not null)
            {
                flow.EndSection(last.Section(document.Mark is not null));
            }

            last = section.IsLandscape ? Landscape : Portrait;
            WriteBlocks(section, last, flow);
        }

        flow.Writer.WriteElement((last ?? Portrait).Section(document.Mark is not null));
        writer.WriteEndElement();
        writer.WriteEndElement();
        return flow.Charts;
    }

    private static void WriteBlocks(OfficialSection section, WordPage page, WordFlow flow)
    {
        foreach (var block in section.Blocks)
        {
            if (block is TableOnPageBlock table)
            {
                WordTable.Write(table.Table, page, flow);
                continue;
            }

            foreach (var paragraph in block is ChartBlock chart ? Chart(chart, page, flow) : Paragraphs(block, page))
            {
                flow.Add(paragraph);
            }
        }
    }

    private static IEnumerable<Paragraph> Paragraphs(OfficialBlock block, WordPage page) => block switch
    {
        TitleBlock title => [Title(title.Text, page)],
        RedHeadBlock head => [WordText.Paragraph("RedHead", head.Mark), WordText.Paragraph("RedHeadNumber", head.Number)],
        HeadingBlock heading => [WordText.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}"), heading.Text)],
        BodyBlock body => SafeText.Lines(body.Text).Select(text => body.KeepsWithNext ? WordText.Paragraph("BodyText", text, new KeepNext()) : WordText.Paragraph("BodyText", text)),
        AddresseeBlock to => [WordText.Paragraph("Addressee", to.Text + "：", new KeepNext())],
        AnnexLabelBlock label => AnnexLabel(label.Text, page),
        AnnexListBlock list => AnnexList(list),
        SignatureBlock signature => SignatureLines.Of(signature),
        PageBreakBlock => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block that the writer does not know."),
    };

    private static IEnumerable<Paragraph> Chart(ChartBlock chart, WordPage page, WordFlow flow)
    {
        var number = flow.NextChart(chart.Drawing);
        yield return WordPicture.Paragraph(chart.Drawing, ChartId(number), number, page);
        yield return WordText.Paragraph("FigureCaption", chart.Caption, chart.Source.Length > 0 ? [new KeepNext()] : []);
        if (chart.Source.Length > 0)
        {
            yield return WordText.Paragraph("FigureSource", chart.Source);
        }
    }

    private static Paragraph Title(string text, WordPage page)
    {
        var (lines, tightenEms) = TitleSetting.Set(text, (double)page.TextWidth / TitleSize);
        return WordText.BrokenParagraph("Title", lines, (int)Math.Ceiling(tightenEms * TitleSize));
    }

    // The title stands on the third line; on a page on its side the line between is given to the table.
    private static IEnumerable<Paragraph> AnnexLabel(string text, WordPage page) => page.IsLandscape
        ? [WordText.Paragraph("AnnexLabel", text)]
        : [WordText.Paragraph("AnnexLabel", text), WordText.Paragraph("AnnexLabel", string.Empty)];

    // The list stands on one page as a whole.
    private static OpenXmlElement[] Together(bool withNext) => withNext ? [new KeepNext(), new KeepLines()] : [new KeepLines()];

    private static IEnumerable<Paragraph> AnnexList(AnnexListBlock list)
    {
        if (list.Names.Count == 1)
        {
            return [WordText.Paragraph("AnnexListFirst", "附件：" + list.Names[0], Together(list.KeepsWithNext))];
        }

        return list.Names.Select((name, index) => WordText.Paragraph(
            index == 0 ? "AnnexListFirst" : "AnnexList",
            string.Create(CultureInfo.InvariantCulture, $"{(index == 0 ? "附件：" : string.Empty)}{index + 1}.{name}"),
            Together(index < list.Names.Count - 1 || list.KeepsWithNext)));
    }
}

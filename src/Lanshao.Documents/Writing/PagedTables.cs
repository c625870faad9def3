using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Writes a Word file of ours for the office program that makes a PDF of it: a table of very many rows becomes a table a page, with the heads on each, since that program's time grows with the square of the rows of one table. Everything else stays as it is; the Word file that people get keeps its one table.</summary>
public static class PagedTables
{
    /// <summary>Tables of more rows than these are parted.</summary>
    public const int MostRows = 200;

    private const string Main = "word/document.xml";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Writes the file.</summary>
    /// <param name="word">The Word file as <see cref="WordWriter"/> wrote it; can be sought.</param>
    /// <param name="output">Receives the file for the office program; left open.</param>
    /// <param name="ct">Stops the work.</param>
    public static void Write(Stream word, Stream output, CancellationToken ct = default)
    {
        using var from = GuardedArchive.Open(word, "word", DocumentLimits.Default, ct);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in from.Names)
        {
            using var source = from.Open(name)!;
            using var target = to.CreateEntry(name, CompressionLevel.Fastest).Open();
            if (name == Main)
            {
                Part(source, target);
            }
            else
            {
                source.CopyTo(target);
            }
        }
    }

    private static void Part(Stream source, Stream target)
    {
        using var reader = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        writer.WriteStartDocument(standalone: true);
        reader.MoveToContent();
        Inside(reader, writer, () =>
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "body" })
            {
                Inside(reader, writer, () => WriteBlock(reader, writer));
                return;
            }

            writer.WriteNode(reader, defattr: true);
        });
    }

    // Copies an element and hands its children over one by one; each call moves past its child.
    private static void Inside(XmlReader reader, XmlWriter writer, Action child)
    {
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: true);
        if (!reader.IsEmptyElement)
        {
            reader.Read();
            while (reader.NodeType != XmlNodeType.EndElement)
            {
                child();
            }
        }

        writer.WriteEndElement();
        reader.Read();
    }

    private static void WriteBlock(XmlReader reader, XmlWriter writer)
    {
        if (reader is not { NodeType: XmlNodeType.Element, LocalName: "tbl", IsEmptyElement: false })
        {
            writer.WriteNode(reader, defattr: true);
            return;
        }

        reader.Read();
        var (table, parts, held) = (default(PagedTable), new List<XElement>(), new List<XElement>());
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (XNode.ReadFrom(reader) is not XElement part)
            {
                continue;
            }

            (part.Name == W + "tr" ? held : parts).Add(part);
            if (table is not null || held.Count > MostRows)
            {
                table ??= new PagedTable(writer, parts);
                held.ForEach(table.Add);
                held.Clear();
            }
        }

        reader.Read();
        if (table is null)
        {
            new XElement(W + "tbl", parts, held).WriteTo(writer);
        }

        table?.End();
    }
}

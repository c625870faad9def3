using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents.Charts;

namespace Lanshao.Documents.Writing;

/// <summary>The body of a Word file as it is written. The last paragraph waits, so that the end of a section can stand in it and takes no line of its own.</summary>
internal sealed class WordFlow(OpenXmlWriter writer, List<ChartDrawing>? charts = null)
{
    private Paragraph? _waiting;
    private readonly List<ChartDrawing> _charts = charts ?? [];
    private int _lastId;

    /// <summary>The writer, for what stands between paragraphs; everything before has been written.</summary>
    public OpenXmlWriter Writer
    {
        get
        {
            Flush();
            return writer;
        }
    }

    /// <summary>An id that no other content control of the file has.</summary>
    public int NextId() => ++_lastId;

    /// <summary>The charts so far, in the order of the text; each becomes a part of the package.</summary>
    public IReadOnlyList<ChartDrawing> Charts => _charts;

    /// <summary>Takes a chart in and answers its number, from 1.</summary>
    public int NextChart(ChartDrawing drawing)
    {
        _charts.Add(drawing);
        return _charts.Count;
    }

    public void Add(Paragraph paragraph)
    {
        Flush();
        _waiting = paragraph;
    }

    public void EndSection(SectionProperties section)
    {
        _waiting ??= new Paragraph();
        _waiting.ParagraphProperties ??= new ParagraphProperties();
        _waiting.ParagraphProperties.Append(section);
        Flush();
    }

    private void Flush()
    {
        if (_waiting is not null)
        {
            writer.WriteElement(_waiting);
            _waiting = null;
        }
    }
}

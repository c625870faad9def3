using System.Xml.Linq;
using Lanshao.Documents.Charts;

namespace Lanshao.Documents.Writing;

/// <summary>Puts values into the content controls of an opened template.</summary>
internal sealed class ControlFilling
{
    private static readonly string[] Prompting = ["showingPlcHdr", "placeholder", "dataBinding", "temporary"];
    private readonly XElement _body;
    private readonly ControlLook _look;
    private readonly List<ChartDrawing> _charts;

    public ControlFilling(ForeignWord.Parts parts)
    {
        Word = parts.Main.Root!.Name.Namespace;
        _body = parts.Main.Root.Element(Word + "body") ?? parts.Main.Root;
        _look = new ControlLook(parts.Styles, Word);
        _charts = parts.Charts;
    }

    /// <summary>Gets the namespace of the document's words.</summary>
    public XNamespace Word { get; }

    public IEnumerable<XElement> Controls => _body.Descendants(Word + "sdt");

    public void Fill(XElement control, ControlValue value)
    {
        var content = control.Element(Word + "sdtContent");
        if (content is null)
        {
            return;
        }

        control.Element(Word + "sdtPr")?.Elements().Where(element => Array.IndexOf(Prompting, element.Name.LocalName) >= 0).Remove();
        switch (value)
        {
            case ControlValue.Text text:
                PutText(content, text.Value);
                break;
            case ControlValue.Blocks blocks:
                PutBlocks(control, content, blocks.Value);
                break;
            case ControlValue.Rows rows:
                PutRows(content, rows.Value);
                break;
            case ControlValue.Annexes annexes:
                PutAnnexes(control, annexes.Value);
                break;
        }
    }

    /// <summary>Puts a mark above the text.</summary>
    public void PutAbove(string mark) => _body.AddFirst(_look.Dress(WordWriter.Elements(new OfficialSection([new BodyBlock(mark)]))[0], null));

    // A control stands in a line, around paragraphs, or around a cell.
    private void PutText(XElement content, string text)
    {
        var paragraph = content.Descendants(Word + "p").FirstOrDefault();
        if (paragraph is null)
        {
            content.ReplaceNodes(_look.Runs(text, content));
            return;
        }

        PutRuns(paragraph, text);
        content.Elements(Word + "p").Skip(1).Remove();
    }

    private void PutRuns(XElement paragraph, string text)
    {
        var runs = _look.Runs(text, paragraph);
        paragraph.Elements().Where(element => element.Name != Word + "pPr").ToList().ForEach(element => element.Remove());
        paragraph.Add(runs);
    }

    private void PutBlocks(XElement control, XElement content, IReadOnlyList<OfficialBlock> blocks)
    {
        var patterns = content.Descendants(Word + "p").ToList();
        var generated = WordWriter.Elements(new OfficialSection(blocks), _charts);
        if (patterns.Count == 0)
        {
            content.ReplaceNodes(_look.Runs(string.Concat(generated.Select(element => element.Value)), content));
            return;
        }

        if (generated.Count == 0)
        {
            Remove(control);
            return;
        }

        content.ReplaceNodes(generated.Select(element => _look.Dress(element, _look.PatternFor(element, patterns))).ToList());
    }

    // A cell must keep a paragraph.
    private void Remove(XElement control)
    {
        if (control.Parent!.Name == Word + "tc" && control.Parent.Elements().All(element => element == control || element.Name == Word + "tcPr"))
        {
            control.ReplaceWith(new XElement(Word + "p"));
            return;
        }

        control.Remove();
    }

    private void PutRows(XElement content, PrintTable table)
    {
        var rows = content.Descendants(Word + "tbl").FirstOrDefault()?.Elements(Word + "tr").ToList() ?? [];
        var head = rows.TakeWhile((row, at) => at == 0 || row.Element(Word + "trPr")?.Element(Word + "tblHeader") is not null).Count();
        if (rows.Count <= head)
        {
            return;
        }

        var pattern = new XElement(rows[head]);
        rows[^1].AddAfterSelf(table.Rows.Select(row => Row(pattern, row.Across(table.Columns.Count))).ToList());
        rows.Skip(head).ToList().ForEach(row => row.Remove());
    }

    private XElement Row(XElement pattern, PrintCell[] cells)
    {
        var row = new XElement(pattern);
        foreach (var (cell, text) in row.Elements(Word + "tc").Zip(cells.Select(cell => cell.Text)))
        {
            var paragraph = cell.Elements(Word + "p").FirstOrDefault() ?? new XElement(Word + "p");
            PutRuns(paragraph, text);
            cell.Elements().Where(element => element.Name != Word + "tcPr").ToList().ForEach(element => element.Remove());
            cell.Add(paragraph);
        }

        return row;
    }

    private void PutAnnexes(XElement control, IReadOnlyList<OfficialSection> annexes)
    {
        var patterns = control.Descendants(Word + "p").ToList();
        var put = new List<XElement>();
        var (page, isLandscape) = (_body.Elements(Word + "sectPr").LastOrDefault(), false);
        foreach (var annex in annexes)
        {
            var elements = WordWriter.Elements(annex, _charts).Select(element => _look.Dress(element, element.Name == Word + "p" ? _look.PatternFor(element, patterns) : null)).ToList();
            if (annex.IsLandscape != isLandscape && page is not null)
            {
                put.Add(SectionEnd(ControlLook.Page(page, isLandscape)));
                isLandscape = annex.IsLandscape;
            }
            else
            {
                _look.BeginPage(elements[0]);
            }

            put.AddRange(elements);
        }

        if (isLandscape)
        {
            page!.ReplaceWith(ControlLook.Page(page, isLandscape));
        }

        control.ReplaceWith(put);
    }

    private XElement SectionEnd(XElement section) => new(
        Word + "p",
        new XElement(Word + "pPr", new XElement(Word + "snapToGrid", new XAttribute(Word + "val", "0")), new XElement(Word + "spacing", new XAttribute(Word + "line", "20"), new XAttribute(Word + "lineRule", "exact")), section));
}

using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Reads the blocks of one story: the body, a cell, a text box, a note.</summary>
internal sealed class StoryReader
{
    private readonly WordContext _context;
    private readonly RunReader _runs;
    private readonly WordTableReader _tables;

    public StoryReader(WordContext context)
    {
        _context = context;
        _runs = new RunReader(context);
        _tables = new WordTableReader(context, this);
    }

    /// <summary>Reads the children of the current element.</summary>
    /// <param name="xml">Stands on the element.</param>
    /// <param name="place">Where its blocks stand.</param>
    /// <param name="readCellProperties">Reads the properties that stand before the content of a cell.</param>
    public List<Block> Read(GuardedXml xml, StoryPlace place, Action<GuardedXml>? readCellProperties = null)
    {
        var story = new Story(place, readCellProperties);
        ReadInto(xml, story);
        FlushCarried(story);
        return story.Blocks;
    }

    private void ReadInto(GuardedXml xml, Story story)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            ReadBlock(xml, story);
        }
    }

    private void ReadBlock(GuardedXml xml, Story story)
    {
        switch (xml.Name)
        {
            case "p" when WordContext.IsWord(xml):
                ReadParagraph(xml, story);
                break;
            case "tbl":
                ReadTable(xml, story);
                break;
            case "sdt":
                ContentControl.Read(xml, _context, () => ReadInto(xml, story));
                break;
            case "customXml" or "smartTag" or "ins" or "moveTo":
                ReadInto(xml, story);
                break;
            case "AlternateContent":
                AlternateContent.Read(xml, () => ReadInto(xml, story), () => story.Blocks.Count);
                break;
            case "tcPr":
                story.ReadCellProperties?.Invoke(xml);
                break;
            case "altChunk" or "subDoc":
                _context.Findings.Add(DocumentCodes.ForeignPart, story.Place.Paragraph(), ("part", xml.Name));
                break;
            default:
                break;
        }
    }

    private void ReadParagraph(GuardedXml xml, Story story)
    {
        var origin = story.Place.Paragraph();
        var draft = story.Carried ?? new ParagraphDraft();
        story.Carried = null;
        _runs.ReadParagraph(xml, draft, origin);
        if (draft.Properties.IsMarkGone)
        {
            story.Carried = draft;
            return;
        }

        Finish(draft, story, origin);
    }

    private void ReadTable(GuardedXml xml, Story story)
    {
        FlushCarried(story);
        if (_tables.Read(xml, story.Place.Table()) is { } table)
        {
            story.Add(table);
        }
    }

    // A paragraph whose mark is gone has nothing behind it to run into: what it holds stays, an empty one goes.
    private void FlushCarried(Story story)
    {
        if (story.Carried is { } draft)
        {
            story.Carried = null;
            if (draft.ContentCount > 0)
            {
                Finish(draft, story, story.Place.Paragraph());
            }
        }
    }

    private void Finish(ParagraphDraft draft, Story story, Origin origin)
    {
        Report(DocumentCodes.HiddenText, draft.Hidden, origin);
        Report(DocumentCodes.Placeholder, draft.Prompts, origin);
        var lines = draft.Text.Close();
        var style = StyleOf(draft.Properties);
        if (style.Number is { } number)
        {
            lines[0] = LineJoin.Join([number, lines[0]]);
        }

        _context.Budget.Keep(2L * draft.Text.Length);
        story.Add(new ParagraphBlock(LineJoin.Join(lines), lines, style, origin) { Tag = draft.Tag });
        story.Blocks.AddRange(draft.Boxes);
    }

    private void Report(string code, System.Text.StringBuilder text, Origin origin)
    {
        if (text.Length > 0)
        {
            _context.Findings.Add(code, origin, ("text", text.ToString()));
        }
    }

    private ParagraphStyle StyleOf(ParagraphProperties own)
    {
        if (own is { StyleId: null, NumberId: null, OutlineLevel: null, Alignment: ParagraphAlignment.Unstated })
        {
            return ParagraphStyle.Plain;
        }

        var style = own.StyleId is null ? WordStyle.None : _context.Styles.Of(own.StyleId);
        var numberId = own.NumberId ?? style.NumberId;
        var number = numberId is null or 0 ? null
            : _context.Numbering.Next(numberId.Value, own.NumberLevel ?? (own.NumberId is null ? style.NumberLevel : null), own.NumberId is null ? own.StyleId : null);
        var alignment = own.Alignment == ParagraphAlignment.Unstated ? style.Alignment : own.Alignment;
        return new ParagraphStyle(style.Name, own.OutlineLevel ?? style.OutlineLevel, alignment, number);
    }

    private sealed class Story(StoryPlace place, Action<GuardedXml>? readCellProperties)
    {
        public Action<GuardedXml>? ReadCellProperties { get; } = readCellProperties;

        public StoryPlace Place { get; } = place;

        public List<Block> Blocks { get; } = [];

        public ParagraphDraft? Carried { get; set; }

        public void Add(Block block)
        {
            Blocks.Add(block);
            Place.Count(block);
        }
    }
}

using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Reads one cell of a Word table: how it is merged and what it holds.</summary>
internal sealed class CellReader(WordContext context, StoryReader stories)
{
    public int Span { get; private set; } = 1;

    public VerticalMerge Merge { get; private set; }

    public bool ContinuesLeft { get; private set; }

    public bool IsDeleted { get; private set; }

    public IReadOnlyList<Block> Content { get; private set; } = [];

    /// <summary>Reads the current cell.</summary>
    public CellReader Read(GuardedXml xml, Origin origin)
    {
        Content = stories.Read(xml, StoryPlace.OfCell(origin), ReadProperties);
        var characters = Content.OfType<ParagraphBlock>().Sum(paragraph => (long)paragraph.Text.Length);
        if (characters > context.Budget.Limits.CellCharacters)
        {
            throw Refuse.Limit(DocumentCodes.LimitCellCharacters, context.Budget.Limits.CellCharacters, characters);
        }

        return this;
    }

    public static int Columns(GuardedXml xml, int least, DocumentLimits limits)
    {
        var columns = Math.Max(xml.IntegerAttribute("val") ?? least, least);
        return columns <= limits.TableColumns ? columns : throw Refuse.Limit(DocumentCodes.LimitTableColumns, limits.TableColumns, columns);
    }

    private void ReadProperties(GuardedXml xml)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "gridSpan":
                    Span = Columns(xml, least: 1, context.Budget.Limits);
                    break;
                case "vMerge":
                    Merge = MergeOf(xml);
                    break;
                case "hMerge":
                    ContinuesLeft = MergeOf(xml) == VerticalMerge.Continues;
                    break;
                case "cellDel":
                    IsDeleted = true;
                    break;
                case "cellMerge" when xml.Attribute("vMerge") is { } tracked:
                    Merge = tracked == "rest" ? VerticalMerge.Begins : VerticalMerge.Continues;
                    break;
                default:
                    break;
            }
        }
    }

    private static VerticalMerge MergeOf(GuardedXml xml) => xml.Attribute("val") == "restart" ? VerticalMerge.Begins : VerticalMerge.Continues;
}

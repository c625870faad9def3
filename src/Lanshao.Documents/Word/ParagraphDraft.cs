using System.Text;
using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Word;

/// <summary>A paragraph while it is read; a deleted paragraph mark lets it run on into the next one.</summary>
internal sealed class ParagraphDraft
{
    public ParagraphText Text { get; } = new();

    /// <summary>Text that is not printed, for the finding.</summary>
    public StringBuilder Hidden { get; } = new();

    /// <summary>Prompts of unfilled content controls, for the finding.</summary>
    public StringBuilder Prompts { get; } = new();

    /// <summary>What text boxes that hang on the paragraph hold.</summary>
    public List<Block> Boxes { get; } = [];

    public ParagraphProperties Properties { get; set; }

    /// <summary>Tag of a content control in the paragraph.</summary>
    public string? Tag { get; set; }

    /// <summary>Pictures and other things met without text; so that an alternative content is not read twice.</summary>
    public int OtherContent { get; set; }

    public int ContentCount => Text.Length + Hidden.Length + Prompts.Length + Boxes.Count + OtherContent;
}

using Lanshao.Documents.Charts;

namespace Lanshao.Documents.Writing;

/// <summary>One piece of an official document in reading order.</summary>
public abstract record OfficialBlock
{
    private protected OfficialBlock()
    {
    }
}

/// <summary>The title: 2号小标宋, centred; lines are broken where the text has line feeds.</summary>
/// <param name="Text">The title.</param>
public sealed record TitleBlock(string Text) : OfficialBlock;

/// <summary>The red head of an issued document: 发文机关标志, below it 发文字号 or the number, and the red rule.</summary>
/// <param name="Mark">发文机关标志.</param>
/// <param name="Number">发文字号; empty for none.</param>
public sealed record RedHeadBlock(string Mark, string Number) : OfficialBlock;

/// <summary>A heading: 一、 (level 1, 黑体), （一） (2, 楷体), 1. (3) and （1） (4, 仿宋); the number is part of the text.</summary>
/// <param name="Level">1–4.</param>
/// <param name="Text">The heading with its number.</param>
public sealed record HeadingBlock(int Level, string Text) : OfficialBlock;

/// <summary>A paragraph of body text: 3号仿宋, two characters indented.</summary>
/// <param name="Text">The text; line feeds part paragraphs.</param>
public sealed record BodyBlock(string Text) : OfficialBlock
{
    /// <summary>Whether its end stands on one page with what follows, so that a list of annexes or a signature is never alone on a page.</summary>
    public bool KeepsWithNext { get; init; }
}

/// <summary>主送机关: to whom a letter goes, from the left edge, with a colon.</summary>
/// <param name="Text">The recipients without the colon.</param>
public sealed record AddresseeBlock(string Text) : OfficialBlock;

/// <summary>The label 附件N at the head of an annex.</summary>
/// <param name="Text">The label.</param>
public sealed record AnnexLabelBlock(string Text) : OfficialBlock;

/// <summary>The list of annexes below the body text; long names hang under their first character.</summary>
/// <param name="Names">The annexes' titles in order, without numbers.</param>
public sealed record AnnexListBlock(IReadOnlyList<string> Names) : OfficialBlock
{
    /// <summary>Whether its end stands on one page with what follows, so that a signature is never alone on a page.</summary>
    public bool KeepsWithNext { get; init; }
}

/// <summary>The signature: who issues the document and its date, four characters from the right edge.</summary>
/// <param name="Issuer">Who issues the document.</param>
/// <param name="Date">The date as printed.</param>
public sealed record SignatureBlock(string Issuer, string Date) : OfficialBlock;

/// <summary>A table with the notes above and below it; its title is a block of its own.</summary>
/// <param name="Table">The table.</param>
public sealed record TableOnPageBlock(PrintTable Table) : OfficialBlock;

/// <summary>A chart as a vector picture, with its caption and its source below.</summary>
/// <param name="Drawing">The chart.</param>
/// <param name="Caption">The caption with its number, e.g. 图1　…; the number is part of the text.</param>
/// <param name="Source">The note of the source; empty for none.</param>
public sealed record ChartBlock(ChartDrawing Drawing, string Caption, string Source) : OfficialBlock;

/// <summary>The rest stands on a new page.</summary>
public sealed record PageBreakBlock : OfficialBlock;

using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Word;

/// <summary>Counts the blocks of one story (the body, a cell, a text box, a note) and says where each stands.</summary>
internal sealed class StoryPlace
{
    private readonly Origin _around;
    private readonly bool _isBody;
    private int _blocks;
    private int _tables;

    private StoryPlace(Origin around, bool isBody)
    {
        _around = around;
        _isBody = isBody;
    }

    public static StoryPlace OfBody(string? part) => new(new Origin { Part = part }, isBody: true);

    public static StoryPlace OfCell(Origin cell) => new(cell, isBody: false);

    public static StoryPlace OfTextBox(Origin paragraph) => new(paragraph with { Part = "textbox" }, isBody: false);

    /// <summary>Where the next block stands if it is a paragraph.</summary>
    public Origin Paragraph() => _isBody ? _around with { Block = _blocks + 1 } : _around with { Paragraph = _blocks + 1 };

    /// <summary>Where the next block stands if it is a table.</summary>
    public Origin Table() => _isBody
        ? _around with { Block = _blocks + 1, Table = _tables + 1 }
        : new Origin { Part = _around.Part, Block = _around.Block, Table = _tables + 1, Within = _around };

    /// <summary>Counts a block that was taken over.</summary>
    public void Count(Block block)
    {
        _blocks++;
        _tables += block is TableBlock ? 1 : 0;
    }
}

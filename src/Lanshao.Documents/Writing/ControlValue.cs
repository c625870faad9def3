namespace Lanshao.Documents.Writing;

/// <summary>What a content control of a template is filled with.</summary>
public abstract record ControlValue
{
    private ControlValue()
    {
    }

    /// <summary>A text in the control's own look.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : ControlValue;

    /// <summary>Headings and paragraphs, each in the look of the paragraph of its style that stands in the control; none takes the control away.</summary>
    /// <param name="Value">The blocks.</param>
    public sealed record Blocks(IReadOnlyList<OfficialBlock> Value) : ControlValue;

    /// <summary>Rows of a table: the control's table keeps its head, its first row below is repeated.</summary>
    /// <param name="Value">The table; its head is not used.</param>
    public sealed record Rows(PrintTable Value) : ControlValue;

    /// <summary>Annexes, each on pages of its own; they stand instead of the control.</summary>
    /// <param name="Value">The annexes in order.</param>
    public sealed record Annexes(IReadOnlyList<OfficialSection> Value) : ControlValue;
}

/// <summary>A content control as it stands in a template.</summary>
/// <param name="Tag">What it is to be filled with.</param>
/// <param name="Name">What Word calls it.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Columns">How many columns the last row of its table has; 0 without a table.</param>
public sealed record WordControl(string Tag, string Name, string Text, int Columns);

/// <summary>A part of a new template.</summary>
/// <param name="Tag">The tag of the control around it; empty for none.</param>
/// <param name="Name">What Word calls the control.</param>
/// <param name="Blocks">What stands in it as a pattern.</param>
public sealed record ControlledPart(string Tag, string Name, IReadOnlyList<OfficialBlock> Blocks);

using Lanshao.Documents.Writing;

namespace Lanshao.Shell.Tables;

/// <summary>How the cells of a column stand.</summary>
public enum ColumnKind
{
    /// <summary>Names and lists of names.</summary>
    Text,

    /// <summary>Text that stays on its line: deadlines, dates, states.</summary>
    OneLine,

    /// <summary>Right-aligned on the screen, in tabular figures.</summary>
    Figure,

    /// <summary>Centred: ranks, numbers of tasks, classes, short marks.</summary>
    Mark,

    /// <summary>Long prose: wraps, takes the room that is left.</summary>
    Prose,

    /// <summary>Left blank on purpose: boxed on paper, wide enough to be written in by hand.</summary>
    Hand,
}

/// <summary>A column of an official table.</summary>
/// <param name="Heading">The words of the head, exactly as printed.</param>
/// <param name="Kind">How its cells stand.</param>
public sealed record Column(string Heading, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>Gets the unit, printed in the head below the words; null where a line above the table says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the word of the address that sorts by this column; null where sorting says nothing.</summary>
    public string? SortKey { get; init; }

    /// <summary>Gets whether print and Word leave the column out: the printed annexes keep exactly their own columns.</summary>
    public bool ScreenOnly { get; init; }

    /// <summary>Gets the head above this and its neighbours of the same group; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Gets the width on paper in millimetres; null for what suits the kind.</summary>
    public double? WidthMm { get; init; }

    internal PrintColumn ToPrint()
    {
        var words = Unit is null ? Heading : $"{Heading}\n（{Unit}）";
        var (width, align) = Kind switch
        {
            ColumnKind.Prose => (70, CellAlign.Text),
            ColumnKind.Text => (28, CellAlign.Center),
            ColumnKind.Mark => (17, CellAlign.Center),
            ColumnKind.OneLine => (26, CellAlign.Center),
            ColumnKind.Hand => (22, CellAlign.Center),
            _ => (22, CellAlign.Center),
        };
        return new(Group is null ? [words] : [Group, words], WidthMm ?? width, align);
    }
}

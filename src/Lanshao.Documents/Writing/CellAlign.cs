namespace Lanshao.Documents.Writing;

/// <summary>How the content of a table's column stands.</summary>
public enum CellAlign
{
    /// <summary>Centred: names, ranks, classes and short figures, as the printed annexes have them.</summary>
    Center,

    /// <summary>Left, lines justified: running text.</summary>
    Text,

    /// <summary>Right: figures that are to be compared digit by digit.</summary>
    Right,
}

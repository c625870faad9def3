namespace Lanshao.Documents.Blocks;

/// <summary>How the lines of a paragraph stand.</summary>
public enum ParagraphAlignment
{
    /// <summary>The file does not say.</summary>
    Unstated,

    /// <summary>Left.</summary>
    Left,

    /// <summary>Centred, as titles are.</summary>
    Center,

    /// <summary>Right, as signatures are.</summary>
    Right,

    /// <summary>Justified or distributed.</summary>
    Justified,
}

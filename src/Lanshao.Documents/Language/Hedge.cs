namespace Lanshao.Documents.Language;

/// <summary>How firmly a figure is meant.</summary>
public enum Hedge
{
    /// <summary>As printed.</summary>
    None,

    /// <summary>余, 多: above the figure, below the next one in its last written digit.</summary>
    Over,

    /// <summary>近: just below the figure.</summary>
    Nearly,

    /// <summary>约, 大约.</summary>
    About,
}

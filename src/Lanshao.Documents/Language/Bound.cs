namespace Lanshao.Documents.Language;

/// <summary>On which side of a figure what is measured may lie.</summary>
public enum Bound
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>不低于, 至少, 以上.</summary>
    AtLeast,

    /// <summary>不超过, 控制在, 以内.</summary>
    AtMost,

    /// <summary>左右, 约.</summary>
    About,

    /// <summary>控制在…左右.</summary>
    AboutAtMost,

    /// <summary>为, 达到, 保持在: the side follows from what is measured.</summary>
    ByNature,
}

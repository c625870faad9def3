namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>What happened to a piece of last period's document, or what its author must look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="Before">As it was printed.</param>
/// <param name="Now">As it reads now; empty where it was left.</param>
/// <param name="About">The fact that it was bound to, or why it was not; empty for nothing.</param>
/// <param name="Sentence">The words around it, as they were.</param>
public sealed record CarriedItem(CarriedKind Kind, string Where, string Before, string Now, CarriedReason About, string Sentence)
{
    /// <summary>Gets the label of the fact; empty for none.</summary>
    public string Label { get; init; } = string.Empty;
}

/// <summary>Kinds of what an author gets back.</summary>
public enum CarriedKind
{
    /// <summary>A figure or name that was bound and now has the new period's value.</summary>
    Replaced,

    /// <summary>A figure that could not be bound: yellow.</summary>
    Unbound,

    /// <summary>A word of the period that was changed.</summary>
    PeriodChanged,

    /// <summary>A date or period that was left as it is.</summary>
    PeriodLeft,

    /// <summary>A word such as 全市最优 or 均 that only a person can confirm.</summary>
    Superlative,

    /// <summary>A picture or chart: it still shows the old period.</summary>
    Picture,
}

/// <summary>Why a figure was bound or not.</summary>
public enum CarriedReason
{
    /// <summary>Nothing to say.</summary>
    None,

    /// <summary>It is the value of a fact of the old period.</summary>
    Bound,

    /// <summary>No fact of the old period is printed so.</summary>
    NoFact,

    /// <summary>Several facts are printed so, and the words around do not tell them apart.</summary>
    Ambiguous,

    /// <summary>The fact has no value in the new period.</summary>
    NoValueNow,

    /// <summary>The table's rows cannot be laid beside those of the new period.</summary>
    OtherRows,

    /// <summary>The names are a part only of a longer list.</summary>
    PartOfList,
}

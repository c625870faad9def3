namespace Lanshao.Standards;

/// <summary>Says which of the two values of a figure a ranking compares.</summary>
public enum RankBy
{
    /// <summary>The shown value: figures that print alike share a place.</summary>
    Shown,

    /// <summary>The exact value: figures that print alike may still have different places.</summary>
    Exact,
}

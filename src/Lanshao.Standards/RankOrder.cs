namespace Lanshao.Standards;

/// <summary>Says which value takes the first place.</summary>
public enum RankOrder
{
    /// <summary>The smallest value is first, such as a ranking of concentrations from the best (正排).</summary>
    SmallestFirst,

    /// <summary>The largest value is first, such as a ranking of concentrations from the worst (倒排).</summary>
    LargestFirst,
}

namespace Lanshao.Platform.Plans;

/// <summary>The field of work that an annex is about (领域).</summary>
public enum PlanDomain
{
    /// <summary>应对气候变化.</summary>
    Climate,

    /// <summary>大气.</summary>
    Air,

    /// <summary>水.</summary>
    Water,

    /// <summary>土壤.</summary>
    Soil,

    /// <summary>生态.</summary>
    Ecology,

    /// <summary>其他.</summary>
    Other,
}

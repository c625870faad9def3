namespace Lanshao.Platform.Indicators;

/// <summary>How a value came about. Values on different bases stand side by side; none overwrites, ranks with or is subtracted from another.</summary>
public enum FigureBasis
{
    /// <summary>计算: by this program, from readings or entries.</summary>
    Computed,

    /// <summary>公布: as an authority published it.</summary>
    Published,

    /// <summary>填报: as a unit reported it.</summary>
    Reported,

    /// <summary>更正: what the district holds to be right beside a published value that it disputes. A value that its publisher corrects keeps its basis and has the status 已更正.</summary>
    Corrected,

    /// <summary>推算: worked back from other published values, for looking only.</summary>
    Inferred,
}

/// <summary>How firm a value is, in rising order.</summary>
public enum FigureStatus
{
    /// <summary>实时.</summary>
    Live,

    /// <summary>初步.</summary>
    Preliminary,

    /// <summary>已复核.</summary>
    Reviewed,

    /// <summary>已通报.</summary>
    Announced,

    /// <summary>已更正.</summary>
    Corrected,
}

/// <summary>Why there is no value, which is never a number.</summary>
public enum MissingReason
{
    /// <summary>There is a value.</summary>
    None,

    /// <summary>缺测.</summary>
    NoData,

    /// <summary>未测.</summary>
    NotMeasured,

    /// <summary>未报.</summary>
    NotReported,

    /// <summary>无效.</summary>
    Invalid,

    /// <summary>有效性不足.</summary>
    BelowCoverage,
}

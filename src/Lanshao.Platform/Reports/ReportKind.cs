namespace Lanshao.Platform.Reports;

/// <summary>What kind of report it is; each has its own span.</summary>
public enum ReportKind
{
    /// <summary>半年报告.</summary>
    HalfYear,

    /// <summary>季报.</summary>
    Quarter,

    /// <summary>月报.</summary>
    Month,

    /// <summary>周通报.</summary>
    Week,
}

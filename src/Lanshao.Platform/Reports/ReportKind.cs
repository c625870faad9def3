namespace Lanshao.Platform.Reports;

/// <summary>What kind of report it is; each has its own span.</summary>
public enum ReportKind
{
    /// <summary>半年报告.</summary>
    HalfYear,

    /// <summary>季报.</summary>
    Quarter,

    /// <summary>月度点评.</summary>
    Month,

    /// <summary>周通报.</summary>
    Week,

    /// <summary>年度报告.</summary>
    Year,
}

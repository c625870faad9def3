namespace Lanshao.Platform.Reports;

/// <summary>What kind of report it is; each has its own spans (<see cref="ReportKinds"/>).</summary>
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

    /// <summary>街道档案: one 街道（地区） over a span.</summary>
    Subdistrict,

    /// <summary>高值提醒: the alerts of a night, or one of them.</summary>
    HighValue,

    /// <summary>达标跟踪: the year's targets up to a day.</summary>
    Attainment,

    /// <summary>汛期简报.</summary>
    FloodSeason,

    /// <summary>约谈记录: one 街道（地区） and its figures.</summary>
    Talk,

    /// <summary>整改方案公示稿: one measure of a task list.</summary>
    Rectification,
}

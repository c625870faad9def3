using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports;

/// <summary>Which report is meant: its kind, its span, and what it is about.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Period">The span.</param>
/// <param name="Subject">Code of a 街道（地区）, number of an alert, key of a measure; empty for the district as a whole.</param>
public readonly record struct ReportScope(ReportKind Kind, Period Period, string Subject = "")
{
    /// <summary>Returns the regular report of a period.</summary>
    public static ReportScope Of(Period period) => new(ReportKinds.Of(period), period);
}

using Lanshao.Platform.Reports;

namespace Lanshao.Rooms.Reports;

/// <summary>What pages call the kinds of documents.</summary>
internal static class KindWords
{
    public static string Of(ReportKind kind) => kind switch
    {
        ReportKind.Quarter => "季度进展",
        ReportKind.Month => "月度点评",
        ReportKind.Week => "周通报",
        ReportKind.Year => "年度报告",
        _ => "半年报告",
    };
}

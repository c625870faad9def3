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
        ReportKind.Subdistrict => "街道档案",
        ReportKind.HighValue => "高值提醒",
        ReportKind.Attainment => "达标跟踪",
        ReportKind.FloodSeason => "汛期简报",
        ReportKind.Talk => "约谈记录",
        ReportKind.Rectification => "整改方案公示稿",
        _ => "半年报告",
    };
}

using Lanshao.Platform.Reports;

namespace Lanshao.Rooms.Reports;

/// <summary>What pages call the steps of a document.</summary>
internal static class StepWords
{
    /// <summary>Says on every page of a document what registering is not.</summary>
    public const string OnlyRegistered = "仅登记，不具有签批效力";

    public static string Of(DocumentStep step) => step switch
    {
        DocumentStep.Drafting => "拟稿",
        DocumentStep.SectionReview => "科室核稿",
        DocumentStep.CoSigning => "会签",
        DocumentStep.OfficeReview => "综合科核稿",
        DocumentStep.Submitted => "送审",
        DocumentStep.SignedOff => "签发",
        DocumentStep.Issued => "已印发",
        _ => "归档",
    };
}

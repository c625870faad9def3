namespace Lanshao.Platform.Reports;

/// <summary>How far a document has come; each step follows the one before.</summary>
public enum DocumentStep
{
    /// <summary>拟稿.</summary>
    Drafting,

    /// <summary>科室核稿.</summary>
    SectionReview,

    /// <summary>会签.</summary>
    CoSigning,

    /// <summary>综合科核稿.</summary>
    OfficeReview,

    /// <summary>送审.</summary>
    Submitted,

    /// <summary>签发.</summary>
    SignedOff,

    /// <summary>已印发.</summary>
    Issued,

    /// <summary>归档.</summary>
    Archived,
}

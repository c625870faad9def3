namespace Lanshao.Platform.Progress;

/// <summary>How far a unit's return has come. What pages print is <see cref="ReportState"/>.</summary>
public enum ReportStep
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待审核.</summary>
    Submitted,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>审核通过.</summary>
    Accepted,
}

/// <summary>The state of a unit's return for one list and period, as pages print it.</summary>
public enum ReportState
{
    /// <summary>未报.</summary>
    NotReported,

    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待审核.</summary>
    Submitted,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已报送.</summary>
    Reported,

    /// <summary>逾期报送.</summary>
    ReportedLate,

    /// <summary>无进展（零报告）.</summary>
    Nothing,
}

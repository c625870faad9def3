namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>What a first post says of some hours.</summary>
public enum ReviewConclusion
{
    /// <summary>无效.</summary>
    Invalid,

    /// <summary>有效: the mark says nothing against the value.</summary>
    Valid,
}

/// <summary>Where a review stands.</summary>
public enum ReviewState
{
    /// <summary>已反映: a doubt about a national or municipal station, told to who runs it; it changes no figure.</summary>
    Doubted,

    /// <summary>待复核: a second post must confirm it.</summary>
    Proposed,

    /// <summary>无效, confirmed by two posts.</summary>
    Invalid,

    /// <summary>保留有效: looked at, and nothing changes.</summary>
    Kept,

    /// <summary>恢复有效, confirmed by two posts, of hours that were invalid.</summary>
    Reinstated,

    /// <summary>已退回 by the second post.</summary>
    Returned,

    /// <summary>已撤销: taken back before it changed a figure.</summary>
    Withdrawn,
}

/// <summary>The words of reviews.</summary>
public static class ReviewWords
{
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Doubted => "已反映",
        ReviewState.Proposed => "待复核",
        ReviewState.Invalid => "无效",
        ReviewState.Kept => "保留有效",
        ReviewState.Reinstated => "恢复有效",
        ReviewState.Withdrawn => "已撤销",
        _ => "复核退回",
    };

    public static string Of(ReviewConclusion conclusion) => conclusion == ReviewConclusion.Invalid ? "无效" : "有效";
}

namespace Lanshao.Platform.Progress;

/// <summary>是否符合预期: yes, no, or words of advice instead of either.</summary>
public enum OnTrackVerdict
{
    /// <summary>是.</summary>
    Yes,

    /// <summary>否.</summary>
    No,

    /// <summary>Free text, kept as written.</summary>
    Advice,
}

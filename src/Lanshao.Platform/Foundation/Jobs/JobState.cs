namespace Lanshao.Platform.Foundation.Jobs;

public enum JobState
{
    /// <summary>Waits for its time and for a free runner.</summary>
    Waiting,
    Running,
    Done,

    /// <summary>Given up, with the reason.</summary>
    Failed,
    Cancelled,
}

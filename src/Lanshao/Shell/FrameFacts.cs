using Lanshao.Platform.Foundation;

namespace Lanshao.Shell;

/// <summary>What the frame says about the district: its name, its areas in the official order, whether the data is a sample.</summary>
public sealed record FrameFacts(string Name, IReadOnlyList<FrameFacts.Area> Areas, bool IsSample, Period? Latest)
{
    public static FrameFacts None { get; } = new(string.Empty, [], false, null);

    /// <summary>Gets how far the change feed had moved on when this was read: what is kept for it need not be read again.</summary>
    public long Sequence { get; init; } = -1;

    public sealed record Area(Place Place, string Name);
}

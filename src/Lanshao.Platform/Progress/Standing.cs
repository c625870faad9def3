namespace Lanshao.Platform.Progress;

/// <summary>What a state is computed from.</summary>
/// <param name="DueOn">The last day; null where there is none or it is not known.</param>
/// <param name="IsOngoing">长期实施.</param>
/// <param name="IsCompleted">Whether it is done, by ruling or because every leading unit said so.</param>
/// <param name="HasBegun">Whether progress was ever accepted, or some of an amount has been counted.</param>
/// <param name="Verdict">The latest answer to 是否符合预期; where never asked, no for an amount that is behind, else null.</param>
public sealed record Standing(DateOnly? DueOn, bool IsOngoing, bool IsCompleted, bool HasBegun, OnTrackVerdict? Verdict = null)
{
    /// <summary>Days before the last day from which an unfinished one needs attention.</summary>
    public const int AttentionDays = 30;

    /// <summary>Returns whether it ends within the next <see cref="AttentionDays"/> days and is not done.</summary>
    public bool EndsSoon(DateOnly asOf) => !IsCompleted && DueOn >= asOf && DueOn <= asOf.AddDays(AttentionDays);

    /// <summary>Returns the state of a milestone, or of a measure that has none.</summary>
    public MeasureState On(DateOnly asOf)
    {
        if (IsCompleted)
        {
            return MeasureState.Completed;
        }

        if (DueOn < asOf)
        {
            return MeasureState.Overdue;
        }

        if (EndsSoon(asOf) || Verdict is OnTrackVerdict.No or OnTrackVerdict.Advice)
        {
            return MeasureState.NeedsAttention;
        }

        return IsOngoing ? MeasureState.Ongoing : HasBegun ? MeasureState.OnTrack : MeasureState.NotStarted;
    }

    /// <summary>Returns the state of a measure with milestones: a milestone that is late or ends soon asks for attention before the measure itself does.</summary>
    public MeasureState On(DateOnly asOf, IEnumerable<Standing> milestones)
    {
        var own = On(asOf);
        return own is MeasureState.NotStarted or MeasureState.OnTrack or MeasureState.Ongoing && milestones.Any(m => m.On(asOf) is MeasureState.Overdue or MeasureState.NeedsAttention)
            ? MeasureState.NeedsAttention
            : own;
    }

    /// <summary>Returns the state of a task from its measures: the most pressing one that is not done.</summary>
    public static MeasureState OfTask(IReadOnlyCollection<MeasureState> measures)
    {
        ReadOnlySpan<MeasureState> pressing = [MeasureState.Overdue, MeasureState.NeedsAttention, MeasureState.OnTrack, MeasureState.NotStarted, MeasureState.Ongoing];
        foreach (var state in pressing)
        {
            if (measures.Contains(state))
            {
                return state == MeasureState.NotStarted && measures.Contains(MeasureState.Completed) ? MeasureState.OnTrack : state;
            }
        }

        return measures.Count == 0 ? MeasureState.NotStarted : MeasureState.Completed;
    }
}

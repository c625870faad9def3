using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>Where a verdict stands.</summary>
public enum VerdictState
{
    /// <summary>待复核.</summary>
    Proposed,

    /// <summary>维持暂存: the frame stays aside; no figure changes, so that one post decides.</summary>
    Kept,

    /// <summary>放行: two posts let it hold.</summary>
    Released,

    /// <summary>已退回 by the second post; the frame waits as before.</summary>
    Returned,

    /// <summary>撤销裁定: takes another verdict back; its frames wait again, and what stood before them stands again.</summary>
    Revokes,

    /// <summary>已撤销: was taken back.</summary>
    Revoked,
}

/// <summary>A value or sum as it was before a frame was let hold.</summary>
/// <param name="Factor">The code of the factor.</param>
/// <param name="Span">Realtime, Minute, Hour, Day as devices say them, or the sum of an hour, day or month.</param>
/// <param name="IsSum">Whether it is a sum of ours.</param>
/// <param name="StartUtc">Its beginning.</param>
/// <param name="Text">The value in words; null where there was none that counts.</param>
public sealed record FigureBefore(string Factor, string Span, bool IsSum, DateTime StartUtc, string? Text);

/// <summary>报文裁定: what two posts decided about a frame that is kept aside, and why. Nothing is deleted by it.</summary>
public sealed class FrameVerdict : IVersioned, ISpanned
{
    internal const int LongestText = 500;

    private FrameVerdict(Guid id, string mn, long firstSeq, long lastSeq)
    {
        (Id, Mn, FirstSeq, LastSeq) = (id, mn, firstSeq, lastSeq);
        (DeviceName, Evidence, FirstPost, FirstBy) = (string.Empty, string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    public string Mn { get; private set; }

    /// <summary>Gets the name that the device had.</summary>
    public string DeviceName { get; private set; }

    public HeldReason Reason { get; private set; }

    /// <summary>Gets the number of the first frame in the journal; all that were held for the same reason up to the last are meant.</summary>
    public long FirstSeq { get; private set; }

    public long LastSeq { get; private set; }

    public int Frames { get; private set; }

    /// <summary>Gets the first day of the data.</summary>
    public DateOnly DataFromOn { get; private set; }

    public DateOnly DataToOn { get; private set; }

    public VerdictState State { get; private set; }

    /// <summary>Gets the verdict that this one takes back; null of a decision about frames that wait.</summary>
    public Guid? Undoes { get; private set; }

    /// <summary>Gets why, in words.</summary>
    public string Evidence { get; private set; }

    public string FirstPost { get; private set; }

    public string FirstBy { get; private set; }

    public DateTime FirstUtc { get; private set; }

    public string? SecondPost { get; private set; }

    public string? SecondBy { get; private set; }

    public DateTime? SecondUtc { get; private set; }

    public string? SecondNote { get; private set; }

    /// <summary>Gets what stood where the frame's values go, before it was let hold; null while it was not.</summary>
    public IReadOnlyList<FigureBefore>? Before { get; private set; }

    public int Version { get; private set; }

    /// <summary>Gets whether it can be taken back.</summary>
    public bool CanBeRevoked => Undoes is null && State is VerdictState.Proposed or VerdictState.Kept or VerdictState.Released;

    DateOnly? ISpanned.AffectedFromOn => DataFromOn;

    DateOnly? ISpanned.AffectedToOn => DataToOn;

    /// <summary>初核: what one post says. Letting a frame hold changes figures and waits for a second post.</summary>
    internal static FrameVerdict Propose(IReadOnlyList<HeldFrame> frames, string deviceName, bool holds, string evidence, string post, Actor actor, DateTime atUtc) => new(Guid.CreateVersion7(), frames[0].Mn, frames[0].Seq, frames[^1].Seq)
    {
        DeviceName = deviceName,
        Reason = frames[0].Reason,
        Frames = frames.Count,
        DataFromOn = ChinaTime.DayOf(frames.Min(frame => frame.DataUtc)),
        DataToOn = ChinaTime.DayOf(frames.Max(frame => frame.DataUtc)),
        State = holds ? VerdictState.Proposed : VerdictState.Kept,
        Evidence = evidence,
        FirstPost = post,
        FirstBy = actor.Id,
        FirstUtc = atUtc,
    };

    /// <summary>撤销: what one post says against a verdict. One that changed figures is taken back by two posts, any other at once.</summary>
    internal static FrameVerdict TakeBack(FrameVerdict verdict, string reason, string post, Actor actor, DateTime atUtc) => new(Guid.CreateVersion7(), verdict.Mn, verdict.FirstSeq, verdict.LastSeq)
    {
        Undoes = verdict.Id,
        DeviceName = verdict.DeviceName,
        Reason = verdict.Reason,
        Frames = verdict.Frames,
        DataFromOn = verdict.DataFromOn,
        DataToOn = verdict.DataToOn,
        State = verdict.State == VerdictState.Released ? VerdictState.Proposed : VerdictState.Revokes,
        Evidence = reason,
        FirstPost = post,
        FirstBy = actor.Id,
        FirstUtc = atUtc,
    };

    /// <summary>Ends it, because another takes it back.</summary>
    internal void Revoke() => State = VerdictState.Revoked;

    /// <summary>复核. MON-057 for a stale form or in another state, MON-054 without a post, MON-055 by the first one.</summary>
    internal Outcome<FrameVerdict> Settle(bool agrees, string post, string note, int version, Actor actor, DateTime atUtc)
    {
        if (version != Version || State != VerdictState.Proposed)
        {
            return Refusal.Conflict("MON-057", ("state", VerdictWords.Of(State)));
        }

        if (post.Length is 0 or > HourReview.LongestPost || note.Length > LongestText || (!agrees && note.Length == 0))
        {
            return Refusal.Invalid("MON-054", ("most", $"{HourReview.LongestPost}"));
        }

        // As with reviews: before there are accounts the posts tell two people apart.
        if (post == FirstPost || (actor.Id == FirstBy && actor.Id != Actor.Local.Id))
        {
            return Refusal.Conflict("MON-055", ("post", FirstPost));
        }

        State = !agrees ? VerdictState.Returned : Undoes is null ? VerdictState.Released : VerdictState.Revokes;
        (SecondPost, SecondBy, SecondUtc, SecondNote) = (post, actor.Id, atUtc, note);
        return this;
    }

    /// <summary>Keeps what stands before the frame's values go in.</summary>
    internal void Keep(IReadOnlyList<FigureBefore> before) => Before ??= before;

    internal sealed class Mapping : IEntityTypeConfiguration<FrameVerdict>
    {
        public void Configure(EntityTypeBuilder<FrameVerdict> builder)
        {
            builder.HasKey(verdict => verdict.Id);
            builder.Property(verdict => verdict.Id).ValueGeneratedNever();
            builder.HasIndex(verdict => new { verdict.Mn, verdict.FirstSeq });
            builder.HasIndex(verdict => verdict.State);
            builder.Ignore(verdict => verdict.CanBeRevoked);
            builder.Property(verdict => verdict.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(verdict => verdict.DeviceName).HasMaxLength(Device.LongestName);
            builder.Property(verdict => verdict.Evidence).HasMaxLength(LongestText);
            builder.Property(verdict => verdict.FirstPost).HasMaxLength(HourReview.LongestPost);
            builder.Property(verdict => verdict.SecondPost).HasMaxLength(HourReview.LongestPost);
            builder.Property(verdict => verdict.SecondNote).HasMaxLength(LongestText);
            builder.Property(verdict => verdict.Before).HasConversion<Figures, Figures.Comparer>();
        }
    }

    /// <summary>A list in one text column.</summary>
    private sealed class Figures() : ValueConverter<IReadOnlyList<FigureBefore>, string>(list => StagedJson.Write(list), text => StagedJson.Read<FigureBefore[]>(text) ?? Array.Empty<FigureBefore>())
    {
        internal sealed class Comparer() : ValueComparer<IReadOnlyList<FigureBefore>>(
            (left, right) => StagedJson.Write(left) == StagedJson.Write(right),
            list => StagedJson.Write(list).GetHashCode(StringComparison.Ordinal),
            list => list);
    }
}

/// <summary>The words of verdicts.</summary>
public static class VerdictWords
{
    public static string Of(VerdictState state) => state switch
    {
        VerdictState.Proposed => "待复核",
        VerdictState.Kept => "维持暂存",
        VerdictState.Released => "放行",
        VerdictState.Revokes => "撤销裁定",
        VerdictState.Revoked => "已撤销",
        _ => "已退回",
    };

    public static string Of(HeldReason reason) => reason == HeldReason.OtherContent ? "同一报文内容不同" : "超出补传期限";
}

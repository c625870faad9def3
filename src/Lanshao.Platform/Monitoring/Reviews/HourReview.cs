using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>One line of 数据审核记录: some hours of one factor of one device, what a post says of them and why, and whether a second post agrees. The raw values never change.</summary>
public sealed class HourReview : IVersioned, ISpanned
{
    internal const int MostHours = 24;
    internal const int LongestPost = 60;
    internal const int LongestText = 500;

    private HourReview(Guid id, string mn, int deviceNumber, string factor, DateTime fromUtc, int hours)
    {
        (Id, Mn, DeviceNumber, Factor, FromUtc, Hours) = (id, mn, deviceNumber, factor, fromUtc, hours);
        (DeviceName, Values, ReasonCode, Reason, Evidence, FirstPost, FirstBy, Channel) = (string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    public string Mn { get; private set; }

    public int DeviceNumber { get; private set; }

    /// <summary>Gets the name that the device had.</summary>
    public string DeviceName { get; private set; }

    /// <summary>Gets the class that the device had.</summary>
    public StationTier Tier { get; private set; }

    public string Factor { get; private set; }

    /// <summary>Gets the start of the first hour.</summary>
    public DateTime FromUtc { get; private set; }

    public int Hours { get; private set; }

    /// <summary>Gets the raw hour values as they were then, parted by commas; an empty place had none.</summary>
    public string Values { get; private set; }

    /// <summary>Gets what the automatic checks had to say of the hours; none where a person noticed them.</summary>
    public IReadOnlyList<Finding> Marks { get; private set; } = [];

    public ReviewConclusion Conclusion { get; private set; }

    public ReviewState State { get; private set; }

    /// <summary>Gets the code of the reason in the pack; empty for a doubt and for values that stay valid.</summary>
    public string ReasonCode { get; private set; }

    /// <summary>Gets the words that the reason had.</summary>
    public string Reason { get; private set; }

    /// <summary>Gets 依据: what a person says about it.</summary>
    public string Evidence { get; private set; }

    /// <summary>Gets the hash of the attached file; null without one.</summary>
    public string? EvidenceSha256 { get; private set; }

    /// <summary>Gets the name that the attached file came with.</summary>
    public string? EvidenceName { get; private set; }

    /// <summary>Gets how a doubt was told: by letter, platform or telephone.</summary>
    public string Channel { get; private set; }

    /// <summary>Gets on which day a doubt was told.</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>Gets 初核岗位.</summary>
    public string FirstPost { get; private set; }

    public string FirstBy { get; private set; }

    public DateTime FirstUtc { get; private set; }

    /// <summary>Gets 复核岗位, or the post that took it back; null until there is one.</summary>
    public string? SecondPost { get; private set; }

    public string? SecondBy { get; private set; }

    public DateTime? SecondUtc { get; private set; }

    /// <summary>Gets what the second post says, or why it was taken back.</summary>
    public string? SecondNote { get; private set; }

    public int Version { get; private set; }

    public DateTime EndUtc => FromUtc.AddHours(Hours);

    /// <summary>Gets whether two posts decided, so that the hours count or do not count by it.</summary>
    public bool IsDecided => State is ReviewState.Invalid or ReviewState.Reinstated;

    /// <summary>Gets whether both posts were written down under one account: registered, not proven (仅登记).</summary>
    public bool IsRegisteredOnly => SecondBy is not null && SecondBy == FirstBy;

    DateOnly? ISpanned.AffectedFromOn => ChinaTime.DayOf(FromUtc);

    DateOnly? ISpanned.AffectedToOn => ChinaTime.DayOf(EndUtc.AddHours(-1));

    internal static HourReview Open(Device device, string factor, DateTime fromUtc, int hours, string values, IReadOnlyList<Finding> marks) =>
        new(Guid.CreateVersion7(), device.Mn, device.Number, factor, fromUtc, hours) { DeviceName = device.Name, Tier = device.Tier, Values = values, Marks = marks };

    /// <summary>存疑: tells who runs the station. Changes no figure.</summary>
    internal void Doubt(string text, string channel, DateOnly toldOn, string post, Actor actor, DateTime atUtc)
    {
        (State, Evidence, Channel, ToldOn) = (ReviewState.Doubted, text, channel, toldOn);
        (FirstPost, FirstBy, FirstUtc) = (post, actor.Id, atUtc);
    }

    /// <summary>初核. Values that are valid and stay so need no second post.</summary>
    internal void Propose(ReviewConclusion conclusion, string reasonCode, string reason, string evidence, (string Sha256, string Name)? file, bool changesFigures, string post, Actor actor, DateTime atUtc)
    {
        (Conclusion, ReasonCode, Reason, Evidence) = (conclusion, reasonCode, reason, evidence);
        (EvidenceSha256, EvidenceName) = (file?.Sha256, file?.Name);
        State = changesFigures ? ReviewState.Proposed : ReviewState.Kept;
        (FirstPost, FirstBy, FirstUtc) = (post, actor.Id, atUtc);
    }

    /// <summary>复核. MON-057 for a stale form or in another state, MON-054 without a post, MON-055 by the first one.</summary>
    internal Outcome<HourReview> Settle(bool agrees, string post, string note, int version, Actor actor, DateTime atUtc)
    {
        if (version != Version || State != ReviewState.Proposed)
        {
            return Refusal.Conflict("MON-057", ("state", ReviewWords.Of(State)));
        }

        if (post.Length is 0 or > LongestPost || note.Length > LongestText || (!agrees && note.Length == 0))
        {
            return Refusal.Invalid("MON-054", ("most", $"{LongestPost}"));
        }

        // Before there are accounts everybody is the same actor: then the posts tell two people apart, and the record says so.
        if (post == FirstPost || (actor.Id == FirstBy && actor.Id != Actor.Local.Id))
        {
            return Refusal.Conflict("MON-055", ("post", FirstPost));
        }

        State = !agrees ? ReviewState.Returned : Conclusion == ReviewConclusion.Invalid ? ReviewState.Invalid : ReviewState.Reinstated;
        (SecondPost, SecondBy, SecondUtc, SecondNote) = (post, actor.Id, atUtc, note);
        return this;
    }

    /// <summary>撤销 of what changed no figure.</summary>
    internal void Withdraw(string post, string reason, Actor actor, DateTime atUtc) =>
        (State, SecondPost, SecondBy, SecondUtc, SecondNote) = (ReviewState.Withdrawn, post, actor.Id, atUtc, reason);

    internal sealed class Mapping : IEntityTypeConfiguration<HourReview>
    {
        public void Configure(EntityTypeBuilder<HourReview> builder)
        {
            builder.HasKey(review => review.Id);
            builder.Property(review => review.Id).ValueGeneratedNever();
            builder.HasIndex(review => new { review.Mn, review.FromUtc });
            builder.HasIndex(review => review.FromUtc);
            builder.HasIndex(review => review.State);
            builder.Property(review => review.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(review => review.DeviceName).HasMaxLength(Device.LongestName);
            builder.Property(review => review.Marks).HasConversion<StagedFindings, StagedFindings.Comparer>();
            builder.Property(review => review.FirstPost).HasMaxLength(LongestPost);
            builder.Property(review => review.SecondPost).HasMaxLength(LongestPost);
            builder.Property(review => review.Evidence).HasMaxLength(LongestText);
            builder.Property(review => review.SecondNote).HasMaxLength(LongestText);
            builder.Ignore(review => review.EndUtc);
            builder.Ignore(review => review.IsDecided);
            builder.Ignore(review => review.IsRegisteredOnly);
        }
    }
}

using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Progress;

/// <summary>A ruling that a measure, or one of its milestones, is done; taken back it stays, with who and why.</summary>
public sealed class Completion
{
    private Completion(Guid id, Guid measureId, Guid? milestoneId, DateOnly completedOn, string? note, string ruledBy, DateTime ruledAtUtc)
    {
        Id = id;
        MeasureId = measureId;
        MilestoneId = milestoneId;
        CompletedOn = completedOn;
        Note = note;
        RuledBy = ruledBy;
        RuledAtUtc = ruledAtUtc;
    }

    public Guid Id { get; private set; }

    public Guid MeasureId { get; private set; }

    /// <summary>Gets the milestone that is done; null for the measure itself.</summary>
    public Guid? MilestoneId { get; private set; }

    public DateOnly CompletedOn { get; private set; }

    public string? Note { get; private set; }

    public string RuledBy { get; private set; }

    public DateTime RuledAtUtc { get; private set; }

    public string? RevokedBy { get; private set; }

    public DateTime? RevokedAtUtc { get; private set; }

    public string? RevokeReason { get; private set; }

    /// <summary>Rules that something is done. PRG-010 for a day to come.</summary>
    public static Outcome<Completion> Rule(Guid measureId, Guid? milestoneId, DateOnly completedOn, string? note, Actor actor, TimeProvider clock) =>
        TypedText.TooLong(TypedText.MostWords, note) is { } tooLong ? tooLong
        : completedOn > ChinaTime.Today(clock)
            ? Refusal.Invalid("PRG-010")
            : new Completion(Guid.CreateVersion7(), measureId, milestoneId, completedOn, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), actor.Id, ChinaTime.NowUtc(clock));

    /// <summary>Takes the ruling back. PRG-011 when it is taken back already, PRG-008 without a reason.</summary>
    public Outcome<Completion> Revoke(string reason, Actor actor, DateTime nowUtc)
    {
        if (RevokedAtUtc is not null)
        {
            return Refusal.Conflict("PRG-011");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("PRG-008");
        }

        if (TypedText.TooLong(TypedText.MostWords, reason) is { } tooLong)
        {
            return tooLong;
        }

        (RevokedBy, RevokedAtUtc, RevokeReason) = (actor.Id, nowUtc, reason.Trim());
        return this;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Completion>
    {
        public void Configure(EntityTypeBuilder<Completion> builder)
        {
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.MeasureId);
            builder.Property(c => c.Note).HasMaxLength(500);
            builder.Property(c => c.RevokeReason).HasMaxLength(500);
        }
    }
}

using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Evaluation.Rounds;

/// <summary>A round of review (点评周期): from when to when the subdistricts are compared by an indicator. It may cross months; a correction is a new version with its reason, and the one before stays.</summary>
public sealed class ReviewPeriod : ISpanned
{
    internal const int LongestText = 200;
    internal const int MostDays = 100;

    private ReviewPeriod(Guid id, int year, int number, string indicator, DateOnly fromOn, DateOnly toOn, int revision)
    {
        (Id, Year, Number, Indicator, FromOn, ToOn, Revision) = (id, year, number, indicator, fromOn, toOn, revision);
        (Source, Reason, StoredBy) = (string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the year that the rounds are counted in: that of the last day.</summary>
    public int Year { get; private set; }

    /// <summary>Gets 轮次 in the year, from 1.</summary>
    public int Number { get; private set; }

    public string Indicator { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly ToOn { get; private set; }

    /// <summary>Gets 数据来源: who set the round, and where it is written.</summary>
    public string Source { get; private set; }

    /// <summary>Gets the version, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>Gets why it was corrected; empty for the first version.</summary>
    public string Reason { get; private set; }

    public DateTime StoredUtc { get; private set; }

    public string StoredBy { get; private set; }

    /// <summary>Gets when another version took its place; null while it stands.</summary>
    public DateTime? EndedUtc { get; private set; }

    public Period Period => Period.Spanning(FromOn, ToOn);

    DateOnly? ISpanned.AffectedFromOn => FromOn;

    DateOnly? ISpanned.AffectedToOn => ToOn;

    internal static ReviewPeriod Of(SaveReviewPeriod.Request request, ReviewPeriod? before, Actor actor, DateTime atUtc)
    {
        before?.EndedUtc = atUtc;
        return new(Guid.CreateVersion7(), request.To.Year, request.Number, request.Indicator, request.From, request.To, (before?.Revision ?? 0) + 1)
        {
            Source = request.Source,
            Reason = request.Reason,
            StoredUtc = atUtc,
            StoredBy = actor.Id,
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ReviewPeriod>
    {
        public void Configure(EntityTypeBuilder<ReviewPeriod> builder)
        {
            builder.HasKey(round => round.Id);
            builder.Property(round => round.Id).ValueGeneratedNever();
            builder.HasIndex(round => new { round.Year, round.Number, round.Indicator, round.Revision }).IsUnique();
            builder.Property(round => round.Indicator).HasMaxLength(60);
            builder.Property(round => round.Source).HasMaxLength(LongestText);
            builder.Property(round => round.Reason).HasMaxLength(LongestText);
            builder.Ignore(round => round.Period);
        }
    }
}

using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Evaluation.Disputes;

/// <summary>核对结果 of a dispute.</summary>
public enum DisputeOutcome
{
    /// <summary>数据无误.</summary>
    Right,

    /// <summary>口径不同.</summary>
    OtherScope,

    /// <summary>需要更正: by the ways in which figures are corrected, never by the dispute itself.</summary>
    ToCorrect,
}

/// <summary>异议: what somebody holds against a figure, and what came of looking. It changes no figure.</summary>
public sealed class Dispute : IVersioned, ISpanned
{
    internal const int LongestText = 500;
    internal const int LongestWord = 100;

    private Dispute(Guid id, Place place, string indicator, Period period)
    {
        (Id, Place, Indicator, Period) = (id, place, indicator, period);
        (Text, Figure, FiledBy) = (string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    public Place Place { get; private set; }

    public string Indicator { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets 涉及数据: the figure as it was disputed.</summary>
    public string Figure { get; private set; }

    /// <summary>Gets 反映内容.</summary>
    public string Text { get; private set; }

    public DateOnly ReceivedOn { get; private set; }

    public DateTime FiledUtc { get; private set; }

    public string FiledBy { get; private set; }

    /// <summary>Gets 核对结果; null until somebody has looked.</summary>
    public DisputeOutcome? Outcome { get; private set; }

    /// <summary>Gets the answer in words.</summary>
    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public string? AnsweredPost { get; private set; }

    public int Version { get; private set; }

    DateOnly? ISpanned.AffectedFromOn => Period.From;

    DateOnly? ISpanned.AffectedToOn => Period.To;

    /// <summary>登记. EVA-060 for an unknown place, indicator or period, or without words.</summary>
    internal static Outcome<Dispute> File(FileDispute.Request request, Actor actor, DateTime atUtc) =>
        request.Text.Length is 0 or > LongestText || request.Figure.Length is 0 or > LongestWord
            ? Refusal.Invalid("EVA-060", ("most", $"{LongestText}"))
            : new Dispute(Guid.CreateVersion7(), request.Place, request.Indicator, request.Period) { Figure = request.Figure, Text = request.Text, ReceivedOn = request.ReceivedOn, FiledUtc = atUtc, FiledBy = actor.Id };

    /// <summary>答复. EVA-061 for a stale form or twice, EVA-062 without words or post.</summary>
    internal Outcome<Dispute> Settle(DisputeOutcome outcome, string answer, string post, int version, DateOnly answeredOn)
    {
        if (version != Version || this.Outcome is not null)
        {
            return Refusal.Conflict("EVA-061");
        }

        if (answer.Length is 0 or > LongestText || post.Length is 0 or > LongestWord)
        {
            return Refusal.Invalid("EVA-062", ("most", $"{LongestText}"));
        }

        (this.Outcome, Answer, AnsweredPost, AnsweredOn) = (outcome, answer, post, answeredOn);
        return this;
    }

    /// <summary>Returns the word of an outcome.</summary>
    public static string WordOf(DisputeOutcome outcome) => outcome switch
    {
        DisputeOutcome.Right => "数据无误",
        DisputeOutcome.OtherScope => "口径不同",
        _ => "需要更正",
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Dispute>
    {
        public void Configure(EntityTypeBuilder<Dispute> builder)
        {
            builder.HasKey(dispute => dispute.Id);
            builder.Property(dispute => dispute.Id).ValueGeneratedNever();
            builder.HasIndex(dispute => new { dispute.Indicator, dispute.Period });
            builder.HasIndex(dispute => dispute.ReceivedOn);
            builder.Property(dispute => dispute.Indicator).HasMaxLength(60);
            builder.Property(dispute => dispute.Figure).HasMaxLength(LongestWord);
            builder.Property(dispute => dispute.Text).HasMaxLength(LongestText);
            builder.Property(dispute => dispute.Answer).HasMaxLength(LongestText);
            builder.Property(dispute => dispute.AnsweredPost).HasMaxLength(LongestWord);
        }
    }
}

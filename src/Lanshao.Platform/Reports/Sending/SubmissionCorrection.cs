using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>更正函: the letter that tells the recipients what reads differently, kept with what the document would say then.</summary>
public sealed class SubmissionCorrection
{
    private SubmissionCorrection(Guid submissionId, int seq, string fileSha256, string contentSha256, string note, string madeBy, DateTime madeAtUtc)
    {
        SubmissionId = submissionId;
        Seq = seq;
        FileSha256 = fileSha256;
        ContentSha256 = contentSha256;
        Note = note;
        MadeBy = madeBy;
        MadeAtUtc = madeAtUtc;
    }

    public Guid SubmissionId { get; private set; }

    /// <summary>Gets the number among the corrections of the sending, from 1.</summary>
    public int Seq { get; private set; }

    public string FileSha256 { get; private set; }

    /// <summary>Gets what the document says with the correction: the next one begins there.</summary>
    public string ContentSha256 { get; private set; }

    /// <summary>Gets what was added by hand; empty for nothing.</summary>
    public string Note { get; private set; }

    public string MadeBy { get; private set; }

    public DateTime MadeAtUtc { get; private set; }

    internal static SubmissionCorrection Of(Submission submission, string fileSha256, string contentSha256, string note, string madeBy, DateTime madeAtUtc) =>
        new(submission.Id, submission.Corrections.Count + 1, fileSha256, contentSha256, note, madeBy, madeAtUtc);

    internal sealed class Mapping : IEntityTypeConfiguration<SubmissionCorrection>
    {
        public void Configure(EntityTypeBuilder<SubmissionCorrection> builder)
        {
            builder.HasKey(correction => new { correction.SubmissionId, correction.Seq });
            builder.Property(correction => correction.FileSha256).HasMaxLength(64);
            builder.Property(correction => correction.ContentSha256).HasMaxLength(64);
            builder.Property(correction => correction.Note).HasMaxLength(Submission.LongestNote);
        }
    }
}

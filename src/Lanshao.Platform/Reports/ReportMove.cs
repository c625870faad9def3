using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports;

/// <summary>One step that a document took, forward or back, as it was registered.</summary>
public sealed class ReportMove
{
    internal const int LongestNote = 500;

    private ReportMove(Guid reportId, int seq, DocumentStep fromStep, DocumentStep toStep, string note, string by, DateTime atUtc)
    {
        ReportId = reportId;
        Seq = seq;
        FromStep = fromStep;
        ToStep = toStep;
        Note = note;
        By = by;
        AtUtc = atUtc;
    }

    public Guid ReportId { get; private set; }

    /// <summary>Gets the place among the steps of the document, from 1.</summary>
    public int Seq { get; private set; }

    public DocumentStep FromStep { get; private set; }

    public DocumentStep ToStep { get; private set; }

    /// <summary>Gets why it was returned, or what was said; empty for nothing.</summary>
    public string Note { get; private set; }

    public string By { get; private set; }

    public DateTime AtUtc { get; private set; }

    /// <summary>Gets whether the document went back.</summary>
    public bool IsReturn => ToStep < FromStep;

    internal static ReportMove Of(Report report, DocumentStep to, string note, string by, DateTime atUtc) => new(report.Id, report.Moves.Count + 1, report.Step, to, note, by, atUtc);

    internal sealed class Mapping : IEntityTypeConfiguration<ReportMove>
    {
        public void Configure(EntityTypeBuilder<ReportMove> builder)
        {
            builder.HasKey(move => new { move.ReportId, move.Seq });
            builder.Property(move => move.Note).HasMaxLength(LongestNote);
            builder.Property(move => move.By).HasMaxLength(100);
            builder.Ignore(move => move.IsReturn);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Progress;

/// <summary>What was said about one measure: in a form, or in a cell of a returned sheet.</summary>
/// <param name="Text">进展情况, as written.</param>
/// <param name="IsDone">是否完成; null where nothing was said.</param>
/// <param name="Verdict">是否符合预期; null where nothing was said.</param>
/// <param name="Advice">The words that stand where yes or no was asked.</param>
/// <param name="Clerk">经办人.</param>
/// <param name="Phone">联系电话.</param>
/// <param name="SourceSha256">The file that it was read from; null when typed into a page.</param>
/// <param name="Origin">Where in the file, as people look for it.</param>
public sealed record ProgressText(
    string? Text,
    bool? IsDone = null,
    OnTrackVerdict? Verdict = null,
    string? Advice = null,
    string? Clerk = null,
    string? Phone = null,
    string? SourceSha256 = null,
    string? Origin = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && IsDone is null && Verdict is null;
}

/// <summary>The progress of one measure in one unit's return.</summary>
public sealed class ProgressEntry
{
    private ProgressEntry(Guid id, Guid reportId, Guid measureId)
    {
        Id = id;
        ReportId = reportId;
        MeasureId = measureId;
    }

    public Guid Id { get; private set; }

    public Guid ReportId { get; private set; }

    public Guid MeasureId { get; private set; }

    public string? Text { get; private set; }

    public bool? IsDone { get; private set; }

    public OnTrackVerdict? Verdict { get; private set; }

    public string? Advice { get; private set; }

    public string? Clerk { get; private set; }

    public string? Phone { get; private set; }

    public string? SourceSha256 { get; private set; }

    public string? Origin { get; private set; }

    public ProgressText AsText => new(Text, IsDone, Verdict, Advice, Clerk, Phone, SourceSha256, Origin);

    internal static ProgressEntry Begin(Guid reportId, Guid measureId, ProgressText text)
    {
        var entry = new ProgressEntry(Guid.CreateVersion7(), reportId, measureId);
        entry.Become(text);
        return entry;
    }

    internal void Become(ProgressText text)
    {
        (Text, IsDone, Verdict, Advice) = (text.Text, text.IsDone, text.Verdict, text.Advice);
        (Clerk, Phone, SourceSha256, Origin) = (text.Clerk, text.Phone, text.SourceSha256, text.Origin);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ProgressEntry>
    {
        public void Configure(EntityTypeBuilder<ProgressEntry> builder)
        {
            builder.HasKey(e => e.Id);
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasIndex(e => new { e.ReportId, e.MeasureId }).IsUnique();
            builder.HasIndex(e => e.MeasureId);
            builder.Property(e => e.SourceSha256).HasMaxLength(64);
            builder.Property(e => e.Origin).HasMaxLength(100);
            builder.Ignore(e => e.AsText);
        }
    }
}

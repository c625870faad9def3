using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>What a line of a correction is about.</summary>
public enum CorrectionLevel
{
    /// <summary>小时值.</summary>
    Hour,

    /// <summary>日值.</summary>
    Day,

    /// <summary>日AQI、级别、首要污染物.</summary>
    Index,

    /// <summary>月均值、累计均值.</summary>
    Period,

    /// <summary>A cell of a table of subdistricts: value, change.</summary>
    Table,

    /// <summary>位次.</summary>
    Rank,

    /// <summary>A value as a device said it.</summary>
    Reading,
}

/// <summary>One figure that a correction changed.</summary>
/// <param name="Level">What it is.</param>
/// <param name="When">Its hour, day or period, as people write it.</param>
/// <param name="What">Its name: an item, AQI, a place and its rank …</param>
/// <param name="Before">What it was; null where there was too little to judge by.</param>
/// <param name="After">What it is; null where there is too little to judge by.</param>
public sealed record CorrectionLine(CorrectionLevel Level, string When, string What, string? Before, string? After);

/// <summary>Why figures were corrected.</summary>
public enum CorrectionOrigin
{
    /// <summary>审核: two posts decided about hours.</summary>
    Review,

    /// <summary>裁定: two posts decided about frames.</summary>
    Verdict,

    /// <summary>迟到数据: a device brought what was missing after the figures had been summed.</summary>
    Late,

    /// <summary>导入: a table or typed rows, or their undoing, changed what had been summed.</summary>
    Import,
}

/// <summary>数据更正单: what the decision of two posts about some hours or frames, or data that came late or were imported, changed, and why. Made once, never changed.</summary>
public sealed class DataCorrection : ISpanned
{
    internal DataCorrection(Guid reviewId, CorrectionOrigin origin, string mn, string factors, string subject, string reason, DateOnly fromOn, DateOnly toOn, DateTime issuedUtc, string issuedBy)
    {
        (ReviewId, Origin, Mn, Factors, Subject, Reason, FromOn, ToOn, IssuedUtc, IssuedBy) = (reviewId, origin, mn, factors, subject, reason, fromOn, toOn, issuedUtc, issuedBy);
    }

    /// <summary>Gets the review of hours or the verdict on frames that decided it; of late or imported data an id of its own.</summary>
    public Guid ReviewId { get; private set; }

    public CorrectionOrigin Origin { get; private set; }

    /// <summary>Gets the device whose figures changed.</summary>
    public string Mn { get; private set; }

    /// <summary>Gets the codes of the factors, with spaces between them.</summary>
    public string Factors { get; private set; }

    /// <summary>Gets what was corrected, in words.</summary>
    public string Subject { get; private set; }

    public string Reason { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly ToOn { get; private set; }

    public DateTime IssuedUtc { get; private set; }

    public string IssuedBy { get; private set; }

    public IReadOnlyList<CorrectionLine> Lines { get; private set; } = [];

    /// <summary>Gets the stored figures that no longer stand, by which reports that carried them are found.</summary>
    public IReadOnlyList<Guid> Ended { get; private set; } = [];

    DateOnly? ISpanned.AffectedFromOn => FromOn;

    DateOnly? ISpanned.AffectedToOn => ToOn;

    internal DataCorrection Saying(IReadOnlyList<CorrectionLine> lines, IReadOnlyList<Guid> ended)
    {
        (Lines, Ended) = (lines, ended);
        return this;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DataCorrection>
    {
        public void Configure(EntityTypeBuilder<DataCorrection> builder)
        {
            builder.HasKey(correction => correction.ReviewId);
            builder.Property(correction => correction.ReviewId).ValueGeneratedNever();
            builder.HasIndex(correction => new { correction.Origin, correction.IssuedUtc });
            builder.Property(correction => correction.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(correction => correction.Lines).HasConversion<StagedList<CorrectionLine>, StagedList<CorrectionLine>.Comparer>();
            builder.Property(correction => correction.Ended).HasConversion<StagedList<Guid>, StagedList<Guid>.Comparer>();
        }
    }

    /// <summary>A list in one text column.</summary>
    private sealed class StagedList<T>() : ValueConverter<IReadOnlyList<T>, string>(list => StagedJson.Write(list), text => StagedJson.Read<T[]>(text) ?? Array.Empty<T>())
    {
        internal sealed class Comparer() : ValueComparer<IReadOnlyList<T>>(
            (left, right) => StagedJson.Write(left) == StagedJson.Write(right),
            list => StagedJson.Write(list).GetHashCode(StringComparison.Ordinal),
            list => list);
    }
}

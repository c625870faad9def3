using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Indicators;

/// <summary>One value of an indicator by place, period, basis and scope, with its provenance. A value that is replaced or voided stays and says when, by whom and why.</summary>
public sealed class IndicatorValue : ISpanned
{
    internal const int LongestCode = 40;
    internal const int LongestWord = 40;
    internal const int LongestText = 200;

    // The store's own words for why a value ended.
    internal const string Replaced = "replaced";
    internal const string Withdrawn = "withdrawn";

    private IndicatorValue(Guid id, string indicator, Place place, Period period, FigureBasis basis, string stationScope, string sandBasis, string periodBasis, int revision)
    {
        Id = id;
        Indicator = indicator;
        Place = place;
        Period = period;
        FromOn = period.From;
        ToOn = period.To;
        Basis = basis;
        StationScope = stationScope;
        SandBasis = sandBasis;
        PeriodBasis = periodBasis;
        Revision = revision;
        Source = string.Empty;
        SourceTable = string.Empty;
        StoredBy = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the code of the indicator.</summary>
    public string Indicator { get; private set; }

    public Place Place { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets the first day of the period, for asking by time.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Gets the last day of the period.</summary>
    public DateOnly ToOn { get; private set; }

    public FigureBasis Basis { get; private set; }

    public FigureStatus Status { get; private set; }

    /// <summary>Gets 站点口径, a word of <see cref="FigureWords.StationScopes"/>.</summary>
    public string StationScope { get; private set; }

    /// <summary>Gets 沙尘口径, a word of <see cref="FigureWords.SandBases"/>.</summary>
    public string SandBasis { get; private set; }

    /// <summary>Gets 时段口径, a word of <see cref="FigureWords.PeriodBases"/>.</summary>
    public string PeriodBasis { get; private set; }

    /// <summary>Gets the number in the indicator's unit; null for classes and where there is no value.</summary>
    public decimal? Number { get; private set; }

    /// <summary>Gets the water class (Ⅲ, 劣Ⅴ1) or 无水; null for numbers.</summary>
    public string? Text { get; private set; }

    /// <summary>Gets why there is no value.</summary>
    public MissingReason Missing { get; private set; }

    /// <summary>Gets the value as it was written in its source: 6, 39.0, Ⅲ类.</summary>
    public string Written { get; private set; } = string.Empty;

    /// <summary>Gets 来源: who gave it.</summary>
    public string Source { get; private set; }

    /// <summary>Gets the name of the table or paper that it was taken from.</summary>
    public string SourceTable { get; private set; }

    /// <summary>Gets the day on which the source was issued; null where it does not say.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Gets the row inside the source table; null where there is none.</summary>
    public int? SourceRow { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Gets the pack revision whose definition was in force.</summary>
    public int PackRevision { get; private set; }

    public DateTime StoredUtc { get; private set; }

    public string StoredBy { get; private set; }

    /// <summary>Gets the number of this value among those of the same place, period, basis and scope, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>Gets the import that brought it; null for values that came otherwise.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets the staged row of that import.</summary>
    public int? BatchSeq { get; private set; }

    /// <summary>Gets the file that it was read from.</summary>
    public string? FileSha256 { get; private set; }

    /// <summary>Gets when it ceased to stand; null while it stands.</summary>
    public DateTime? EndedUtc { get; private set; }

    public string? EndedBy { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>Gets why it ended in somebody's words; null where the store itself says only that another took its place or that it was taken back.</summary>
    public string? EndWords => EndReason is Replaced or Withdrawn ? null : EndReason;

    DateOnly? ISpanned.AffectedFromOn => FromOn;

    DateOnly? ISpanned.AffectedToOn => ToOn;

    internal static IndicatorValue Of(FigureRow row, Place place, Period period, int revision, Provenance provenance)
    {
        return new(Guid.CreateVersion7(), row.Indicator, place, period, row.Basis, row.StationScope, row.SandBasis, row.PeriodBasis, revision)
        {
            Status = row.Status,
            Number = row.Number,
            Text = row.Text,
            Missing = row.Missing,
            Written = row.Written,
            Source = row.Source,
            SourceTable = row.SourceTable,
            IssuedOn = row.IssuedOn,
            SourceRow = row.SourceRow,
            Remark = row.Remark,
            PackRevision = provenance.PackRevision,
            StoredUtc = provenance.AtUtc,
            StoredBy = provenance.By,
            BatchId = provenance.Batch,
            BatchSeq = provenance.Seq,
            FileSha256 = provenance.FileSha256,
        };
    }

    /// <summary>Lets the value stand no longer: a newer one takes its place, or it is voided.</summary>
    internal Outcome<IndicatorValue> End(string reason, string by, DateTime atUtc)
    {
        if (EndedUtc is not null)
        {
            return Refusal.Conflict("IND-015", ("indicator", Indicator), ("place", Place.Code), ("period", Period.ChineseText));
        }

        (EndedUtc, EndedBy, EndReason) = (atUtc, by, reason);
        return this;
    }

    /// <summary>Where a value comes from and who stored it.</summary>
    internal readonly record struct Provenance(string By, DateTime AtUtc, int PackRevision, Guid? Batch = null, int? Seq = null, string? FileSha256 = null);

    internal sealed class Mapping : IEntityTypeConfiguration<IndicatorValue>
    {
        public void Configure(EntityTypeBuilder<IndicatorValue> builder)
        {
            builder.HasKey(value => value.Id);
            builder.Property(value => value.Id).ValueGeneratedNever();
            builder.HasIndex(value => new { value.Indicator, value.Period, value.Place, value.Basis, value.StationScope, value.SandBasis, value.PeriodBasis, value.Revision }).IsUnique();
            builder.HasIndex(value => new { value.Indicator, value.Place, value.FromOn });
            builder.HasIndex(value => value.BatchId);
            builder.Property(value => value.Indicator).HasMaxLength(LongestCode);
            builder.Property(value => value.StationScope).HasMaxLength(LongestWord);
            builder.Property(value => value.SandBasis).HasMaxLength(LongestWord);
            builder.Property(value => value.PeriodBasis).HasMaxLength(LongestWord);
            builder.Property(value => value.Written).HasMaxLength(LongestWord);
            builder.Property(value => value.Text).HasMaxLength(LongestWord);
            builder.Property(value => value.Source).HasMaxLength(LongestText);
            builder.Property(value => value.SourceTable).HasMaxLength(LongestText);
            builder.Property(value => value.Remark).HasMaxLength(LongestText);
            builder.Property(value => value.EndReason).HasMaxLength(LongestText);
            builder.Property(value => value.FileSha256).HasMaxLength(64);
        }
    }
}

using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Roads;

/// <summary>道路尘负荷 of one stretch of road in one period, as it was measured and handed in, with the city's place where it was told.</summary>
public sealed class RoadDustLoad : ISpanned
{
    internal const int LongestName = 100;
    internal const int LongestWord = 40;

    private RoadDustLoad(Guid id, Period period, string road, string stretch)
    {
        (Id, Period, FromOn, ToOn, Road, Stretch) = (id, period, period.From, period.To, road, stretch);
        Grade = Owner = Source = string.Empty;
    }

    public Guid Id { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets the first day of the period, for asking by time.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Gets the last day.</summary>
    public DateOnly ToOn { get; private set; }

    /// <summary>Gets 道路.</summary>
    public string Road { get; private set; }

    /// <summary>Gets 路段; empty for the whole road.</summary>
    public string Stretch { get; private set; }

    /// <summary>Gets the code of the 街道; null where it lies in several.</summary>
    public string? Subdistrict { get; private set; }

    /// <summary>Gets 作业等级 of the cleaning.</summary>
    public string Grade { get; private set; }

    /// <summary>Gets 养护单位.</summary>
    public string Owner { get; private set; }

    public decimal LoadGPerM2 { get; private set; }

    /// <summary>Gets 市倒排名 as it was told, 1 the worst; null where it was not.</summary>
    public int? CityRank { get; private set; }

    /// <summary>Gets 来源.</summary>
    public string Source { get; private set; }

    /// <summary>Gets the import that brought it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    DateOnly? ISpanned.AffectedFromOn => FromOn;

    DateOnly? ISpanned.AffectedToOn => ToOn;

    internal static RoadDustLoad Of(RoadDustRow row, Guid? batch)
    {
        var load = new RoadDustLoad(Guid.CreateVersion7(), row.Period, row.Road, row.Stretch);
        load.Set(row, batch);
        return load;
    }

    internal void Set(RoadDustRow row, Guid? batch) =>
        (Subdistrict, Grade, Owner, LoadGPerM2, CityRank, Source, BatchId, VoidedUtc) = (row.Subdistrict, row.Grade, row.Owner, row.LoadGPerM2, row.CityRank, row.Source, batch, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<RoadDustLoad>
    {
        public void Configure(EntityTypeBuilder<RoadDustLoad> builder)
        {
            builder.HasKey(load => load.Id);
            builder.Property(load => load.Id).ValueGeneratedNever();
            builder.HasIndex(load => new { load.Period, load.Road, load.Stretch }).IsUnique();
            builder.HasIndex(load => load.ToOn);
            builder.Property(load => load.Road).HasMaxLength(LongestName);
            builder.Property(load => load.Stretch).HasMaxLength(LongestName);
            builder.Property(load => load.Subdistrict).HasMaxLength(LongestWord);
            builder.Property(load => load.Grade).HasMaxLength(LongestWord);
            builder.Property(load => load.Owner).HasMaxLength(LongestName);
            builder.Property(load => load.Source).HasMaxLength(LongestName);
        }
    }
}

/// <summary>One row of a table of roads as files say it.</summary>
public sealed record RoadDustRow(string PeriodCode, string Road, string Stretch, string? Subdistrict, string Grade, string Owner, decimal LoadGPerM2, int? CityRank, string Source)
{
    internal string Key => $"{PeriodCode}/{Road}/{Stretch}";

    internal Period Period => Period.TryParse(PeriodCode, out var period) ? period : throw new InvalidOperationException($"'{PeriodCode}' is no period.");

    internal static RoadDustRow Of(RoadDustLoad load) => new(load.Period.Code, load.Road, load.Stretch, load.Subdistrict, load.Grade, load.Owner, load.LoadGPerM2, load.CityRank, load.Source);
}

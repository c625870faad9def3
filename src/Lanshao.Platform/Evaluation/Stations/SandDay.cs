using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>A day of an official list of sand influence (沙尘影响日). A district never decides this itself; the list says for which area, who said so, and in which version.</summary>
public sealed class SandDay : IVersioned
{
    internal const int LongestText = 100;
    internal const int LongestVersion = 40;
    private const int LongestPlace = 60;

    private SandDay(DateOnly day, string place)
    {
        (Day, Place) = (day, place);
        Hours = Source = ListVersion = string.Empty;
    }

    public DateOnly Day { get; private set; }

    /// <summary>Gets where it holds: the code of the district or of one 街道.</summary>
    public string Place { get; private set; }

    /// <summary>Gets 时段, as the list words it; empty for the whole day.</summary>
    public string Hours { get; private set; }

    /// <summary>Gets 来源与文号.</summary>
    public string Source { get; private set; }

    /// <summary>Gets the version of the list.</summary>
    public string ListVersion { get; private set; }

    /// <summary>Gets whether a later version of the list took the day off again.</summary>
    public bool IsLifted { get; private set; }

    /// <summary>Gets the batch that brought it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    public int Version { get; private set; }

    internal static SandDay Listed(SandRow row, Guid? batch)
    {
        var day = new SandDay(row.Day, row.Place);
        day.Set(row, batch);
        return day;
    }

    internal void Set(SandRow row, Guid? batch) => (Hours, Source, ListVersion, IsLifted, BatchId, VoidedUtc) = (row.Hours, row.Source, row.ListVersion, row.IsLifted, batch, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<SandDay>
    {
        public void Configure(EntityTypeBuilder<SandDay> builder)
        {
            builder.HasKey(day => new { day.Day, day.Place });
            builder.Property(day => day.Place).HasMaxLength(LongestPlace);
            builder.Property(day => day.Hours).HasMaxLength(LongestVersion);
            builder.Property(day => day.Source).HasMaxLength(LongestText);
            builder.Property(day => day.ListVersion).HasMaxLength(LongestVersion);
        }
    }
}

/// <summary>One row of a list as files say it.</summary>
public sealed record SandRow(DateOnly Day, string Place, string Hours, string Source, string ListVersion, bool IsLifted)
{
    internal string Key => $"{Day:yyyy-MM-dd}/{Place}";

    internal static SandRow Of(SandDay day) => new(day.Day, day.Place, day.Hours, day.Source, day.ListVersion, day.IsLifted);
}

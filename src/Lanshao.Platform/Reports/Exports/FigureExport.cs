using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports.Exports;

/// <summary>Whose figures a file carries.</summary>
public enum ExportReach
{
    /// <summary>One device's.</summary>
    Device,

    /// <summary>Those of all devices, or of those of a subdistrict.</summary>
    Devices,

    /// <summary>Means, ranks and sums of official stations.</summary>
    Official,
}

/// <summary>What figures a table carries, as narrow as it can be said in one line.</summary>
/// <param name="Reach">Whose figures.</param>
/// <param name="From">The first day that they rest on.</param>
/// <param name="To">The last day.</param>
public sealed record CarriedFigures(ExportReach Reach, DateOnly From, DateOnly To)
{
    /// <summary>Gets the device; null for many.</summary>
    public string? Mn { get; init; }

    /// <summary>Gets the code of the one subdistrict; null for all.</summary>
    public string? Area { get; init; }

    /// <summary>Gets the codes of factors and indicators; none for all.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Returns what a table of a period carries that also shows the year so far.</summary>
    public static CarriedFigures YearTo(ExportReach reach, Period period) => new(reach, new(period.From.Year, 1, 1), period.To);

    public static CarriedFigures Of(ExportReach reach, Period period) => new(reach, period.From, period.To);

    /// <summary>Returns what a printed table carries: its indicators, and the factors whose hours they are means of.</summary>
    public static CarriedFigures Of(FigureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string?[] codes = [table.Definition.Indicator, .. table.Columns.Select(column => column.Indicator), SheetStation.ItemOf(table.Indicator) is { } item ? AirStation.FactorOf(item) : null];
        return YearTo(ExportReach.Official, table.Period) with { Items = [.. codes.OfType<string>().Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Returns what a document of a period carries: means, ranks and sums of the year so far.</summary>
    public static CarriedFigures Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return YearTo(ExportReach.Official, report.Period);
    }

    /// <summary>Returns what a ranking of a round carries.</summary>
    public static CarriedFigures Of(ReviewRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        string?[] codes = [ranking.Indicator.Code, SheetStation.ItemOf(ranking.Indicator) is { } item ? AirStation.FactorOf(item) : null];
        return new(ExportReach.Official, ranking.Round.FromOn, ranking.Round.ToOn) { Items = [.. codes.OfType<string>()] };
    }
}

/// <summary>导出记录: a file with figures that somebody took, one line for each file, person and day, so that a correction can name it. Kept for some years, then forgotten.</summary>
public sealed class FigureExport : IUnrecorded
{
    internal const int LongestTitle = 200;
    internal const int LongestHref = 500;
    internal const int LongestItems = 500;

    internal FigureExport(Guid id, string title, string href, string format, DateTime firstUtc, string takenBy, string name)
    {
        (Id, Title, Href, Format, FirstUtc, LastUtc, TakenBy, Name, Times, Items) = (id, title, href, format, firstUtc, firstUtc, takenBy, name, 1, string.Empty);
    }

    /// <summary>Gets the id: what, who and on which day, so that the same again is the same line.</summary>
    public Guid Id { get; private set; }

    public string Title { get; private set; }

    /// <summary>Gets the address of the file.</summary>
    public string Href { get; private set; }

    public string Format { get; private set; }

    public DateTime FirstUtc { get; private set; }

    public DateTime LastUtc { get; private set; }

    public int Times { get; private set; }

    public string TakenBy { get; private set; }

    /// <summary>Gets the name that the person had.</summary>
    public string Name { get; private set; }

    public ExportReach Reach { get; private set; }

    public DateOnly FromOn { get; private set; }

    public DateOnly ToOn { get; private set; }

    public string? Mn { get; private set; }

    public string? Area { get; private set; }

    /// <summary>Gets the codes with spaces around them; empty for all.</summary>
    public string Items { get; private set; }

    internal FigureExport Carrying(CarriedFigures figures)
    {
        // More codes than there is room for are all of them: a line too many is named, never one too few.
        var items = figures.Items.Count == 0 ? string.Empty : $" {string.Join(' ', figures.Items)} ";
        (Reach, FromOn, ToOn, Mn, Area, Items) = (figures.Reach, figures.From, figures.To, figures.Mn, figures.Area, items.Length > LongestItems ? string.Empty : items);
        return this;
    }

    internal void Again(DateTime atUtc) => (LastUtc, Times) = (atUtc, Times + 1);

    internal sealed class Mapping : IEntityTypeConfiguration<FigureExport>
    {
        public void Configure(EntityTypeBuilder<FigureExport> builder)
        {
            builder.HasKey(export => export.Id);
            builder.Property(export => export.Id).ValueGeneratedNever();
            builder.HasIndex(export => export.FirstUtc);
            builder.HasIndex(export => new { export.ToOn, export.FromOn });
            builder.Property(export => export.Title).HasMaxLength(LongestTitle);
            builder.Property(export => export.Href).HasMaxLength(LongestHref);
            builder.Property(export => export.Format).HasMaxLength(8);
            builder.Property(export => export.TakenBy).HasMaxLength(100);
            builder.Property(export => export.Name).HasMaxLength(100);
            builder.Property(export => export.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(export => export.Area).HasMaxLength(40);
            builder.Property(export => export.Items).HasMaxLength(LongestItems);
        }
    }
}

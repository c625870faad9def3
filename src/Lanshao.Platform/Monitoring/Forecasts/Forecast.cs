using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring.Forecasts;

/// <summary>空气质量预报: what a source said at a time about an item at a place on a day. What was said later stands beside it and replaces nothing: the series keeps who said what when.</summary>
public sealed class Forecast : ISpanned
{
    internal const int LongestSource = 60;
    internal const int LongestWord = 40;

    private Forecast(Guid id, string source, DateTime issuedUtc, DateOnly dueOn, Place place, string item)
    {
        (Id, Source, IssuedUtc, DueOn, Place, Item) = (id, source, issuedUtc, dueOn, place, item);
        Primary = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets 来源: who forecasts.</summary>
    public string Source { get; private set; }

    public DateTime IssuedUtc { get; private set; }

    /// <summary>Gets the day that is forecast.</summary>
    public DateOnly DueOn { get; private set; }

    public Place Place { get; private set; }

    /// <summary>Gets the item, a code of <see cref="ForecastItems"/>.</summary>
    public string Item { get; private set; }

    /// <summary>Gets the lower end, in the unit of the item.</summary>
    public decimal Low { get; private set; }

    /// <summary>Gets the upper end: what rules look at.</summary>
    public decimal High { get; private set; }

    /// <summary>Gets 首要污染物 as the source words it; empty for none.</summary>
    public string Primary { get; private set; }

    /// <summary>Gets when it came in here.</summary>
    public DateTime StoredUtc { get; private set; }

    /// <summary>Gets the import that brought it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    DateOnly? ISpanned.AffectedFromOn => DueOn;

    DateOnly? ISpanned.AffectedToOn => DueOn;

    internal static Forecast Of(ForecastRow row, Guid? batch, DateTime atUtc)
    {
        var forecast = new Forecast(Guid.CreateVersion7(), row.Source, row.IssuedUtc, row.DueOn, row.Place, row.Item);
        forecast.Set(row, batch, atUtc);
        return forecast;
    }

    internal void Set(ForecastRow row, Guid? batch, DateTime atUtc) => (Low, High, Primary, BatchId, StoredUtc, VoidedUtc) = (row.Low, row.High, row.Primary, batch, atUtc, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<Forecast>
    {
        public void Configure(EntityTypeBuilder<Forecast> builder)
        {
            builder.HasKey(forecast => forecast.Id);
            builder.Property(forecast => forecast.Id).ValueGeneratedNever();
            builder.HasIndex(forecast => new { forecast.DueOn, forecast.Source, forecast.IssuedUtc, forecast.Place, forecast.Item }).IsUnique();
            builder.Property(forecast => forecast.Source).HasMaxLength(LongestSource);
            builder.Property(forecast => forecast.Item).HasMaxLength(LongestWord);
            builder.Property(forecast => forecast.Primary).HasMaxLength(LongestWord);
        }
    }
}

/// <summary>One row of a forecast as files say it.</summary>
public sealed record ForecastRow(string Source, DateTime IssuedUtc, DateOnly DueOn, string PlaceCode, string Item, decimal Low, decimal High, string Primary)
{
    internal string Key => $"{DueOn:yyyy-MM-dd}/{Source}/{IssuedUtc:yyyyMMddHHmm}/{PlaceCode}/{Item}";

    internal Place Place => Foundation.Place.TryParse(PlaceCode, out var place) ? place : throw new InvalidOperationException($"'{PlaceCode}' is no place.");

    internal static ForecastRow Of(Forecast forecast) => new(forecast.Source, forecast.IssuedUtc, forecast.DueOn, forecast.Place.Code, forecast.Item, forecast.Low, forecast.High, forecast.Primary);
}

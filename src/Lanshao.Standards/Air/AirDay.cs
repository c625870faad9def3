namespace Lanshao.Standards.Air;

/// <summary>The evaluation of one natural day (日评价).</summary>
/// <param name="Date">The civil day.</param>
/// <param name="Edition">Id of the edition of HJ 633; <see langword="null"/> where none was in force.</param>
/// <param name="Aqi">The index, 0 to 500; <see langword="null"/> with a <paramref name="Reason"/>.</param>
/// <param name="Category">The category of the index.</param>
/// <param name="Primary">The primary pollutants, empty up to 50.</param>
/// <param name="Reason">Why there is no index.</param>
/// <param name="Missing">The items of the index without a valid value.</param>
/// <param name="Items">The six items.</param>
/// <param name="MaxOzoneHour">The largest hour of ozone with its sub-index, an item of the day in HJ 633-2012; <see langword="null"/> elsewhere.</param>
public sealed record AirDay(
    DateOnly Date, string? Edition, int? Aqi, AirCategory? Category, IReadOnlyList<AirItem> Primary, AirDayReason Reason, IReadOnlyList<AirItem> Missing, IReadOnlyList<AirDayItem> Items, AirDayItem? MaxOzoneHour);

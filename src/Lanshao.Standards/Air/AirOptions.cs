namespace Lanshao.Standards.Air;

/// <summary>What an evaluation is told beside the hours.</summary>
public sealed record AirOptions
{
    /// <summary>Returns the defaults: editions by the day of observation, no pilot start, one station is enough for a mean of stations.</summary>
    public static AirOptions Default { get; } = new();

    /// <summary>Gets the day from which a pilot city used the editions of 2012 ahead of the country; <see langword="null"/> where it was none.</summary>
    public DateOnly? PilotFrom { get; init; }

    /// <summary>Gets an edition of HJ 633 taken by hand for all days; <see langword="null"/>: the day of observation chooses.</summary>
    public AirIndexEdition? Forced { get; init; }

    /// <summary>Gets the share of stations, 0 to 1, that must have a valid value for a mean of stations; 0: one is enough.</summary>
    /// <remarks>HJ 663-2013 is recalled to ask for 0.75; not verified, so it is asked only where set.</remarks>
    public decimal CityShareOfStations { get; init; }

    /// <summary>Gets the items that are not monitored by plan and do not hold up the publication of an index.</summary>
    /// <remarks>HJ 633-2026, 5.3.2.</remarks>
    public IReadOnlySet<AirItem> NotMonitored { get; init; } = new HashSet<AirItem>();
}

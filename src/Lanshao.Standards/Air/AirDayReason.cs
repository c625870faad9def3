namespace Lanshao.Standards.Air;

/// <summary>Why a day has no index.</summary>
public enum AirDayReason
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>No item has a valid daily value (GB 3095, table 4).</summary>
    NoValidItem,

    /// <summary>An item is missing and the index of the others is not above 100 (HJ 633-2026, 5.3.1).</summary>
    ItemMissing,

    /// <summary>No edition of HJ 633 was in force, and no pilot start is known.</summary>
    NoEdition,

    /// <summary>The edition defines no sub-index for the values of the day (far above its tables).</summary>
    NoSubIndex,
}

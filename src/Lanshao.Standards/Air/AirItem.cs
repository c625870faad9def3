namespace Lanshao.Standards.Air;

/// <summary>A pollutant of ambient air (污染物项目).</summary>
/// <remarks>GB 3095, tables 1 and 2. CO is counted in mg/m³, all others in µg/m³.</remarks>
public enum AirItem
{
    /// <summary>细颗粒物, µg/m³.</summary>
    Pm25,

    /// <summary>可吸入颗粒物, µg/m³.</summary>
    Pm10,

    /// <summary>二氧化硫, µg/m³.</summary>
    So2,

    /// <summary>二氧化氮, µg/m³.</summary>
    No2,

    /// <summary>一氧化碳, mg/m³.</summary>
    Co,

    /// <summary>臭氧, µg/m³.</summary>
    O3,

    /// <summary>总悬浮颗粒物, µg/m³; no item of the index.</summary>
    Tsp,

    /// <summary>氮氧化物, µg/m³; no item of the index.</summary>
    Nox,

    /// <summary>铅, µg/m³; no item of the index.</summary>
    Pb,

    /// <summary>苯并[a]芘, µg/m³; no item of the index.</summary>
    Bap,
}

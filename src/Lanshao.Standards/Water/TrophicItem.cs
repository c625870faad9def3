namespace Lanshao.Standards.Water;

/// <summary>An item of the trophic index.</summary>
public enum TrophicItem
{
    /// <summary>叶绿素a, mg/m³.</summary>
    ChlorophyllA,

    /// <summary>总磷, mg/L.</summary>
    TotalPhosphorus,

    /// <summary>总氮, mg/L.</summary>
    TotalNitrogen,

    /// <summary>透明度, m.</summary>
    Transparency,

    /// <summary>高锰酸盐指数, mg/L.</summary>
    PermanganateIndex,
}

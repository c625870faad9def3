namespace Lanshao.Documents.Language;

/// <summary>What a unit of measurement measures, as far as reading needs to know.</summary>
public enum UnitKind
{
    /// <summary>Things that are counted: 家, 辆次. A 万 before them belongs to the number.</summary>
    Count,

    /// <summary>A share: %, ‰.</summary>
    Ratio,

    /// <summary>A difference of shares: 百分点.</summary>
    Points,

    /// <summary>Mass in a volume: µg/m³, mg/L.</summary>
    Concentration,

    /// <summary>Mass on a surface, also in a time: g/m², t/(km²·月).</summary>
    Load,

    /// <summary>Mass: 吨.</summary>
    Mass,

    /// <summary>Area: 平方米, 公顷.</summary>
    Area,

    /// <summary>Length: 公里, 米.</summary>
    Length,

    /// <summary>Volume: 立方米.</summary>
    Volume,

    /// <summary>Energy and power: 千瓦时, 吨标准煤.</summary>
    Energy,

    /// <summary>Money: 元.</summary>
    Money,

    /// <summary>Days and hours.</summary>
    Time,

    /// <summary>A factor: 倍.</summary>
    Multiple,

    /// <summary>A class, a grade, a level: 类, 级.</summary>
    Grade,

    /// <summary>One quantity for another: 吨/万元, 分贝.</summary>
    Other,
}

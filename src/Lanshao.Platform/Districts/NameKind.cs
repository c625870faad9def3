namespace Lanshao.Platform.Districts;

/// <summary>What a name of the district stands for.</summary>
public enum NameKind
{
    /// <summary>部门/单位.</summary>
    Agency,

    /// <summary>街道（地区）.</summary>
    Subdistrict,

    /// <summary>A name for several units: 各街道（地区）, 成员单位.</summary>
    Group,
}

namespace Lanshao.Platform.Monitoring;

/// <summary>What a device watches.</summary>
public enum DeviceKind
{
    /// <summary>空气.</summary>
    Air,

    /// <summary>扬尘.</summary>
    Dust,

    /// <summary>油烟.</summary>
    Fume,

    /// <summary>水.</summary>
    Water,

    /// <summary>噪声.</summary>
    Noise,

    /// <summary>气象.</summary>
    Weather,

    /// <summary>其他.</summary>
    Other,
}

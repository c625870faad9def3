namespace Lanshao.Platform.Monitoring;

/// <summary>Whose station a device is, which decides what its figures may be used for.</summary>
public enum StationTier
{
    /// <summary>国控: read-only, a doubt changes no figure.</summary>
    National,

    /// <summary>市控: read-only, a doubt changes no figure.</summary>
    Municipal,

    /// <summary>区自建.</summary>
    District,

    /// <summary>微站: never enters published means or ranks.</summary>
    Micro,

    /// <summary>模拟: a device of the simulator; never enters anything.</summary>
    Simulated,
}

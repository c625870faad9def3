namespace Lanshao.Hj212.Simulation;

/// <summary>The kinds of devices that can be simulated.</summary>
public enum DeviceKind
{
    /// <summary>An air sensor: particulates, gases, weather.</summary>
    Air,

    /// <summary>A dust monitor at a construction site.</summary>
    Dust,

    /// <summary>A cooking-fume monitor of a restaurant with its purifier and fan.</summary>
    Fume,

    /// <summary>A water station at a river.</summary>
    Water,
}

namespace Lanshao.Standards.Water;

/// <summary>What a visit to a section found. Water that is not there is a result, not a missing value.</summary>
public enum WaterState
{
    /// <summary>Water was sampled.</summary>
    Sampled,

    /// <summary>无水: the bed is dry.</summary>
    Dry,

    /// <summary>结冰: the water is frozen.</summary>
    Frozen,

    /// <summary>无法采样: no sample could be taken.</summary>
    NotSampled,
}

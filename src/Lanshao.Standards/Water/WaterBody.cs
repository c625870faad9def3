namespace Lanshao.Standards.Water;

/// <summary>What kind of water a section lies in.</summary>
public enum WaterBody
{
    /// <summary>河流.</summary>
    River,

    /// <summary>湖泊、水库: other limits for phosphorus, nitrogen told apart.</summary>
    Lake,
}

namespace Lanshao.Platform.Monitoring;

/// <summary>The Chinese words of the register, as files and pages write them.</summary>
public static class DeviceWords
{
    public static IReadOnlyDictionary<string, DeviceKind> Kinds { get; } = new Dictionary<string, DeviceKind>
    {
        ["空气"] = DeviceKind.Air,
        ["扬尘"] = DeviceKind.Dust,
        ["油烟"] = DeviceKind.Fume,
        ["水"] = DeviceKind.Water,
        ["噪声"] = DeviceKind.Noise,
        ["气象"] = DeviceKind.Weather,
        ["其他"] = DeviceKind.Other,
    };

    public static IReadOnlyDictionary<string, StationTier> Tiers { get; } = new Dictionary<string, StationTier>
    {
        ["国控"] = StationTier.National,
        ["市控"] = StationTier.Municipal,
        ["区自建"] = StationTier.District,
        ["微站"] = StationTier.Micro,
        ["模拟"] = StationTier.Simulated,
    };

    public static string Of(DeviceKind kind) => Kinds.First(word => word.Value == kind).Key;

    public static string Of(StationTier tier) => Tiers.First(word => word.Value == tier).Key;
}

namespace Lanshao.Standards.Water;

/// <summary>The result of one section in one period: its class, or why it has none.</summary>
/// <param name="Section">The section's name.</param>
/// <param name="State">What was found.</param>
/// <param name="Values">The concentrations by item; empty without a sample.</param>
/// <param name="Class">The class; <see langword="null"/> without a sample.</param>
public sealed record SectionResult(string Section, WaterState State, IReadOnlyDictionary<WaterItem, decimal> Values, SectionClass? Class)
{
    private static readonly Dictionary<WaterItem, decimal> Nothing = [];

    /// <summary>Returns the result as official tables print it: Ⅲ, 劣Ⅴ2, 无水, 结冰, 无法采样; a dash where no item that counts was measured.</summary>
    public string Printed => State switch
    {
        WaterState.Dry => "无水",
        WaterState.Frozen => "结冰",
        WaterState.NotSampled => "无法采样",
        _ => Class?.Class?.ToString() ?? "—",
    };

    /// <summary>Makes the result of a section that was sampled.</summary>
    /// <param name="section">The section's name.</param>
    /// <param name="values">Concentrations by item, each in its unit, not negative.</param>
    /// <param name="body">River or lake.</param>
    /// <param name="target">The target class; <see langword="null"/> where the section has none.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A concentration is negative.</exception>
    public static SectionResult Of(string section, IReadOnlyDictionary<WaterItem, decimal> values, WaterBody body, WaterClass? target = null) =>
        new(section, WaterState.Sampled, values, SurfaceWater.Classify(values, body, target));

    /// <summary>Makes the result of a section without a sample.</summary>
    /// <param name="section">The section's name.</param>
    /// <param name="state">Why: 无水, 结冰 or 无法采样.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is <see cref="WaterState.Sampled"/>.</exception>
    public static SectionResult Without(string section, WaterState state) =>
        state == WaterState.Sampled ? throw new ArgumentOutOfRangeException(nameof(state)) : new(section, state, Nothing, null);
}

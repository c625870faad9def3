namespace Lanshao.Hj212.Simulation;

/// <summary>One value of a simulated device.</summary>
/// <param name="Factor">The factor's code, or that of a piece of equipment (SB1).</param>
/// <param name="Sub">What it is: Rtd, or RS of equipment that runs (1) or stands (0).</param>
/// <param name="Text">The number as it is sent.</param>
/// <param name="Flag">The data flag; null where there is none.</param>
public sealed record SimulatedValue(string Factor, string Sub, string Text, char? Flag)
{
    /// <summary>Returns the item of a message's content.</summary>
    public override string ToString() => Flag is null ? $"{Factor}-{Sub}={Text}" : $"{Factor}-{Sub}={Text},{Factor}-Flag={Flag}";
}

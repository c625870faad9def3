namespace Lanshao.Hj212.Simulation;

/// <summary>Randomness without a state: the same seed, place and time give the same number, so that a device's past can be told again in any order.</summary>
internal static class Noise
{
    /// <summary>Returns a number from 0 to 1, 1 excluded.</summary>
    public static double Uniform(ulong seed, long place, int channel) =>
        (Mix(seed ^ Mix((ulong)place ^ Mix((ulong)channel))) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a number that changes smoothly from place to place, from −1 to 1.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="at">Where; one is as far as the number remembers itself.</param>
    /// <param name="channel">Which of several.</param>
    public static double Smooth(ulong seed, double at, int channel)
    {
        var left = Math.Floor(at);
        var (from, to) = (Uniform(seed, (long)left, channel), Uniform(seed, (long)left + 1, channel));
        var t = at - left;
        return (2 * (from + ((to - from) * t * t * (3 - (2 * t))))) - 1;
    }

    // SplitMix64.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

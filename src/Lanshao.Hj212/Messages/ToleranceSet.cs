using System.Numerics;

namespace Lanshao.Hj212.Messages;

/// <summary>A set of tolerances, in one word.</summary>
/// <param name="Bits">Bit n stands for the tolerance with the number n.</param>
public readonly record struct ToleranceSet(ulong Bits)
{
    /// <summary>Gets how many there are.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Returns the set with one more.</summary>
    /// <param name="tolerance">The one.</param>
    public ToleranceSet With(Tolerance tolerance) => new(Bits | (1UL << (int)tolerance));

    /// <summary>Returns both sets as one.</summary>
    /// <param name="other">The other set.</param>
    public ToleranceSet With(ToleranceSet other) => new(Bits | other.Bits);

    /// <summary>Tells whether one is in the set.</summary>
    /// <param name="tolerance">The one.</param>
    public bool Has(Tolerance tolerance) => (Bits & (1UL << (int)tolerance)) != 0;

    /// <summary>Counts the set into somebody's totals, by the tolerance's number.</summary>
    /// <param name="totals">One number for each tolerance.</param>
    public void CountInto(Span<long> totals)
    {
        for (var bits = Bits; bits != 0; bits &= bits - 1)
        {
            totals[BitOperations.TrailingZeroCount(bits)]++;
        }
    }
}

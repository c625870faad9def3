using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>A unit that a row names.</summary>
/// <param name="Raw">The name as printed.</param>
/// <param name="Entry">The unit of the pack; null where the pack lacks the name.</param>
/// <param name="IsGroup">Whether the name stands for several units.</param>
public sealed record UnitReading(string Raw, NameEntry? Entry, bool IsGroup)
{
    /// <summary>The cell; of a list without a table, the paragraph.</summary>
    public Origin Origin { get; init; } = new();
}

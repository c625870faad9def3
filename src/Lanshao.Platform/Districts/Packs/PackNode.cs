namespace Lanshao.Platform.Districts.Packs;

/// <summary>A value of a YAML file with its place: text, a list, or a map in the order of the file.</summary>
internal abstract record PackNode(PackSpot Spot);

internal sealed record PackText(string Value, PackSpot Spot) : PackNode(Spot);

internal sealed record PackList(IReadOnlyList<PackNode> Items, PackSpot Spot) : PackNode(Spot);

internal sealed record PackEntries(IReadOnlyList<PackEntry> Items, PackSpot Spot) : PackNode(Spot);

internal sealed record PackEntry(PackText Key, PackNode Value);

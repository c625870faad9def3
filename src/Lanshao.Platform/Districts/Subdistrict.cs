namespace Lanshao.Platform.Districts;

/// <summary>街道（地区）.</summary>
/// <param name="Code">Official code, or the pack's own where the state gives none.</param>
/// <param name="Name">Name with its ending: 甲街道.</param>
/// <param name="ShortName">Name without its ending, as narrow tables print it: 甲.</param>
/// <param name="Order">Place in the official order, from 1.</param>
/// <param name="Confidence">V verified, R recalled, ? open.</param>
/// <param name="Aliases">Other names with dates.</param>
public sealed record Subdistrict(string Code, string Name, string ShortName, int Order, string Confidence, IReadOnlyList<NameAlias> Aliases)
{
    /// <summary>Gets where it stands in the 位置示意图; null in a district without one.</summary>
    public GridCell? Cell { get; init; }
}

/// <summary>A place in the 位置示意图: rows from the north, columns from the west, from 1.</summary>
public readonly record struct GridCell(int Row, int Column)
{
    /// <summary>Says whether two places touch, at a corner too.</summary>
    public bool Touches(GridCell other) => this != other && Math.Abs(Row - other.Row) <= 1 && Math.Abs(Column - other.Column) <= 1;
}

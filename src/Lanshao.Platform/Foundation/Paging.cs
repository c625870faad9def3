namespace Lanshao.Platform.Foundation;

/// <summary>One page of rows ordered by a key.</summary>
/// <param name="Rows">At most <see cref="KeyPage.MostRows"/> rows.</param>
/// <param name="After">Where the next page begins (exclusive); null when this is the last one.</param>
public sealed record KeyPage<T>(IReadOnlyList<T> Rows, string? After);

public static class KeyPage
{
    public const int MostRows = 200;

    /// <summary>Cuts a page out of a query that took <c>size + 1</c> rows.</summary>
    public static KeyPage<T> Of<T>(List<T> rowsAndOneMore, int size, Func<T, string> key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostRows);
        if (rowsAndOneMore.Count <= size)
        {
            return new(rowsAndOneMore, null);
        }

        var rows = rowsAndOneMore.GetRange(0, size);
        return new(rows, key(rows[^1]));
    }
}

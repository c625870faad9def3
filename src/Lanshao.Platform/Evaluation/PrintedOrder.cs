using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>The order of a ranked table: by place; within a shared place as the one source table prints them, else in the official order; areas without a place at the end.</summary>
internal static class PrintedOrder
{
    /// <param name="rows">The rows in the official order.</param>
    /// <param name="place">A row's place; null where it has none.</param>
    /// <param name="value">The stored value that gave the place.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows, Func<T, int?> place, Func<T, IndicatorValue?> value) =>
        [.. rows.GroupBy(row => place(row) ?? int.MaxValue).OrderBy(group => group.Key).SelectMany(group => Shared([.. group], value))];

    // A printed table orders equal figures by digits that it does not print; nobody else knows them.
    private static IEnumerable<T> Shared<T>(IReadOnlyList<T> rows, Func<T, IndicatorValue?> value)
    {
        var tables = rows.Select(row => value(row) is { SourceRow: not null } known ? known.SourceTable : null).Distinct().ToList();
        return tables is [not null] ? rows.OrderBy(row => value(row)!.SourceRow) : rows;
    }
}

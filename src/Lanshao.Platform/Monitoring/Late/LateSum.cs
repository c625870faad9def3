using System.Globalization;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;

namespace Lanshao.Platform.Monitoring.Late;

/// <summary>A sum as it stood: the valid values below it in millionths, how many they were, and whether that was enough.</summary>
public readonly record struct LateSum(long Sum, int Count, bool IsValid)
{
    private const decimal Millionths = 1_000_000m;
    private const int Decimals = 3;

    /// <summary>Gets the mean in words; null where it did not count.</summary>
    public string? Shown => IsValid && Count > 0 ? Rounding.HalfEven(Sum / (Millionths * Count), Decimals).ToString("0.###", CultureInfo.InvariantCulture) : null;

    /// <summary>Returns the sum as one text; empty for none.</summary>
    internal static string TextOf(LateSum? sum) => sum is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Sum}/{known.Count}{(known.IsValid ? string.Empty : "!")}") : string.Empty;

    internal static LateSum? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : new(long.Parse(text.AsSpan(0, slash), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(slash + 1).TrimEnd('!'), CultureInfo.InvariantCulture), !text.EndsWith('!'));
    }

    internal static LateSum Of(SeriesRows rows) => new(rows.Number(1), rows.Count(2), rows.Flag(3));
}

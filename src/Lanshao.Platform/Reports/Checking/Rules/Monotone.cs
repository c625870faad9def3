namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Finds what stands out of order: everything outside the longest run that is in order.</summary>
internal static class Monotone
{
    /// <summary>Returns the places of the values that break the order, as few as possible.</summary>
    /// <param name="values">The values in the order of the rows.</param>
    /// <param name="descending">Whether the greatest should stand first; equal values may stand side by side.</param>
    public static IReadOnlyList<int> Outliers(IReadOnlyList<decimal> values, bool descending)
    {
        var ends = new List<int>();
        var before = new int[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var value = descending ? -values[i] : values[i];
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var end = descending ? -values[ends[middle]] : values[ends[middle]];
                (low, high) = end <= value ? (middle + 1, high) : (low, middle);
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        return Rest(values.Count, before, ends.Count == 0 ? -1 : ends[^1]);
    }

    private static List<int> Rest(int count, int[] before, int last)
    {
        var kept = new bool[count];
        for (var at = last; at >= 0; at = before[at])
        {
            kept[at] = true;
        }

        return [.. Enumerable.Range(0, count).Where(i => !kept[i])];
    }
}

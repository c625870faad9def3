namespace Lanshao.Platform.Districts;

/// <summary>How far two names are apart: characters to add, drop or change.</summary>
internal static class NameDistance
{
    /// <summary>Longer texts are no names; comparing them is refused by the caller.</summary>
    public const int LongestName = 60;

    public static int Between(string a, string b)
    {
        if (b.Length > LongestName)
        {
            return LongestName;
        }

        Span<int> row = stackalloc int[LongestName + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            NextRow(row[..(b.Length + 1)], a[i - 1], b, i);
        }

        return row[b.Length];
    }

    private static void NextRow(Span<int> row, char c, string b, int i)
    {
        var diagonal = row[0];
        row[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var changed = diagonal + (c == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
        }
    }
}

namespace Lanshao.Platform.Reports.Checking;

/// <summary>How much two short texts have in common.</summary>
internal static class Likeness
{
    private const int Longest = 200;

    /// <summary>The longest text that both contain; of long texts only the beginnings are compared.</summary>
    public static string LongestCommon(string one, string other)
    {
        var a = one.AsSpan(0, Math.Min(one.Length, Longest));
        var b = other.AsSpan(0, Math.Min(other.Length, Longest));
        var row = new int[b.Length + 1];
        var (best, end) = (0, 0);
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = b.Length; j > 0; j--)
            {
                row[j] = a[i - 1] == b[j - 1] ? row[j - 1] + 1 : 0;
                if (row[j] > best)
                {
                    (best, end) = (row[j], i);
                }
            }
        }

        return a.Slice(end - best, best).ToString();
    }
}

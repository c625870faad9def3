namespace Lanshao.Platform.Reports.Checking;

/// <summary>How much two short texts have in common.</summary>
internal static class Likeness
{
    private const int Longest = 200;

    /// <summary>The longest text that both contain, of several the one that stands first in the one; of long texts only the beginnings are compared.</summary>
    public static string LongestCommon(string one, string other)
    {
        var a = one.AsSpan(0, Math.Min(one.Length, Longest));
        var b = other.AsSpan(0, Math.Min(other.Length, Longest));
        var (best, start) = (0, 0);
        for (var from = 0; from + best < a.Length; from++)
        {
            // What is longer than the best so far, at each place: most often nothing, which one search tells.
            while (from + best < a.Length && b.IndexOf(a.Slice(from, best + 1)) >= 0)
            {
                (best, start) = (best + 1, from);
            }
        }

        return a.Slice(start, best).ToString();
    }
}

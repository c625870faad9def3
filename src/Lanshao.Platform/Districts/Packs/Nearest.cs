namespace Lanshao.Platform.Districts.Packs;

/// <summary>Finds the known word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>Returns the nearest word, at most half of its characters away; null where none is near.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > NameDistance.LongestName)
        {
            return null;
        }

        var best = known.Distinct().Select(word => (Word: word, Distance: NameDistance.Between(written, word))).DefaultIfEmpty().MinBy(found => found.Distance);
        return best.Word is not null && best.Distance <= Math.Max(1, Math.Max(written.Length, best.Word.Length) / 2) ? best.Word : null;
    }
}

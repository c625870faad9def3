namespace Lanshao.Platform.Plans;

/// <summary>Finds for every measure of a corrected list the one that it continues, so that progress, links and evidence stay with it.</summary>
internal static class MeasureMatch
{
    // Below this share of common pairs two sentences are about different things.
    private const decimal SameMatter = 0.6m;

    /// <summary>A measure as far as its identity goes.</summary>
    /// <param name="Code">Its number.</param>
    /// <param name="Text">Its words without blanks.</param>
    /// <param name="IsVoid">Whether it was withdrawn before; such a one comes back only with the same words.</param>
    public sealed record Item(MeasureCode Code, string Text, bool IsVoid = false);

    /// <summary>Returns, for every new measure, the place of the old one that it continues; null for an added one.</summary>
    /// <remarks>In this order: same number and words; same words under another number; nearly the same words in the same task; same number.</remarks>
    public static int?[] Of(IReadOnlyList<Item> old, IReadOnlyList<Item> now)
    {
        var match = new int?[now.Count];
        var free = Enumerable.Range(0, old.Count).ToHashSet();
        var places = Enumerable.Range(0, old.Count).OrderBy(o => old[o].IsVoid).ToList();
        var byBoth = places.ToLookup(o => (old[o].Code, old[o].Text));
        var byText = places.Where(o => old[o].Text.Length > 0).ToLookup(o => old[o].Text);
        var byCode = places.Where(o => !old[o].IsVoid).ToLookup(o => old[o].Code);
        Pair(match, free, i => First(byBoth[(now[i].Code, now[i].Text)], free));
        Pair(match, free, i => OnlyOne(byText[now[i].Text], free));
        PairLike(match, free, old, now);
        Pair(match, free, i => First(byCode[now[i].Code], free));
        return match;
    }

    private static void Pair(int?[] match, HashSet<int> free, Func<int, int?> find)
    {
        for (var i = 0; i < match.Length; i++)
        {
            if (match[i] is null && find(i) is { } found)
            {
                match[i] = found;
                free.Remove(found);
            }
        }
    }

    private static int? First(IEnumerable<int> places, HashSet<int> free) => places.Where(free.Contains).Cast<int?>().FirstOrDefault();

    private static int? OnlyOne(IEnumerable<int> places, HashSet<int> free)
    {
        var found = places.Where(free.Contains).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static void PairLike(int?[] match, HashSet<int> free, IReadOnlyList<Item> old, IReadOnlyList<Item> now)
    {
        var likeness = old.Select(o => new TextLikeness(o.Text)).ToList();
        var byTask = free.Where(o => !old[o].IsVoid).ToLookup(o => (old[o].Code.Annex, old[o].Code.Task));
        var pairs =
            from i in Enumerable.Range(0, now.Count)
            where match[i] is null
            let text = new TextLikeness(now[i].Text)
            from o in byTask[(now[i].Code.Annex, now[i].Code.Task)]
            let common = text.To(likeness[o])
            where common >= SameMatter
            orderby common descending, i, o
            select (i, o);
        foreach (var (i, o) in pairs.ToList())
        {
            if (match[i] is null && free.Remove(o))
            {
                match[i] = o;
            }
        }
    }
}

namespace Lanshao.Platform.Plans;

/// <summary>How much two texts have in common: the share of neighbouring pairs of characters, 0 to 1.</summary>
internal sealed class TextLikeness
{
    private readonly Dictionary<int, int> _pairs = [];
    private readonly int _count;

    /// <param name="text">The text without blanks.</param>
    public TextLikeness(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var pair = (text[i] << 16) | text[i + 1];
            _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
        }

        _count = Math.Max(0, text.Length - 1);
    }

    /// <summary>Returns twice the common pairs over all pairs (Dice); two empty texts have nothing in common.</summary>
    public decimal To(TextLikeness other)
    {
        var common = 0;
        foreach (var (pair, count) in _pairs)
        {
            common += Math.Min(count, other._pairs.GetValueOrDefault(pair));
        }

        var all = _count + other._count;
        return all == 0 ? 0 : 2m * common / all;
    }
}

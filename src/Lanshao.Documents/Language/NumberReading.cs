namespace Lanshao.Documents.Language;

/// <summary>A number as it stands in a text: <c>2.9万</c> is 2.9 times ten thousand on three characters.</summary>
/// <param name="Figure">The figure before the scale word, e.g. 2.9.</param>
/// <param name="Scale">The scale word as a factor: 1, 10⁴ (万), 10⁸ (亿) or their products; Chinese numerals carry theirs in the figure, except a closing 万 or 亿.</param>
/// <param name="Length">Characters that the number takes.</param>
public readonly record struct NumberReading(decimal Figure, decimal Scale, int Length)
{
    /// <summary>The whole number, scale included.</summary>
    public decimal Value => Figure * Scale;
}

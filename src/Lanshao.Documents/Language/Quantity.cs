namespace Lanshao.Documents.Language;

/// <summary>A figure with its unit as it stands in a text; a range has two different ends.</summary>
/// <param name="Low">The figure, or the smaller end, in the unit.</param>
/// <param name="High">The same, or the greater end.</param>
/// <param name="Unit">The unit; 万 and 亿 stay with units of mass, area, money and so on (5万平方米 is 5 of 万平方米) and are counted out for things (2.9万辆次 is 29000).</param>
/// <param name="Hedge">How firmly it is meant.</param>
/// <param name="Start">Where it begins in the text, the hedge before it included.</param>
/// <param name="Length">Characters that it takes.</param>
public sealed record Quantity(decimal Low, decimal High, MeasurementUnit Unit, Hedge Hedge, int Start, int Length)
{
    /// <summary>Whether two different ends are printed.</summary>
    public bool IsRange => Low != High;

    /// <summary>The place behind it.</summary>
    public int End => Start + Length;
}

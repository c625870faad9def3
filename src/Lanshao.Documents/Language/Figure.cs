namespace Lanshao.Documents.Language;

/// <summary>A printed number with everything that says how exactly it is meant: its digits, 余, 近, 以上, its unit.</summary>
/// <param name="Value">The number as printed, scale word included: 3.2万 is 32000; negative with a minus sign.</param>
/// <param name="Step">One unit of the last printed digit: 0.1 for 38.0, 1000 for 3.2万.</param>
/// <param name="Hedge">余, 近, 约.</param>
/// <param name="Bound">以上, 以内, 不超过 and the like.</param>
/// <param name="IsStrict">Whether the bound leaves the number itself out.</param>
/// <param name="Unit">The unit; <see langword="null"/> where none follows.</param>
/// <param name="UnitText">The unit as printed.</param>
/// <param name="IsOrdinal">Whether it is a place: 第14.</param>
/// <param name="Start">Where the digits begin, a minus sign included.</param>
/// <param name="Length">Characters of number, 余 and unit.</param>
public sealed record Figure(decimal Value, decimal Step, Hedge Hedge, Bound Bound, bool IsStrict, MeasurementUnit? Unit, string UnitText, bool IsOrdinal, int Start, int Length)
{
    private const decimal NearlyShare = 0.9m;
    private const decimal AboutShare = 0.05m;

    /// <summary>The place behind it.</summary>
    public int End => Start + Length;

    /// <summary>Whether nothing softens or bounds the number.</summary>
    public bool IsPlain => Hedge == Hedge.None && Bound is Bound.None or Bound.ByNature;

    /// <summary>Whether the number counts things one by one, so that its last digit is no rounding.</summary>
    public bool IsCounted => Step == 1m && Unit?.Kind is UnitKind.Count or UnitKind.Time;

    /// <summary>The values that the print allows.</summary>
    public NumberInterval Interval => this switch
    {
        { Hedge: Hedge.Over } => new NumberInterval(Value, Value + LastSignificant, LowOpen: true, HighOpen: true),
        { Hedge: Hedge.Nearly } => new NumberInterval(Value * NearlyShare, Value, HighOpen: true),
        { Hedge: Hedge.About } or { Bound: Bound.About or Bound.AboutAtMost } => Spread(AboutShare),
        { Bound: Bound.AtLeast } => new NumberInterval(Value, NumberInterval.Boundless, LowOpen: IsStrict),
        { Bound: Bound.AtMost } => new NumberInterval(-NumberInterval.Boundless, Value, HighOpen: IsStrict),
        _ => Rounded,
    };

    /// <summary>The values that round to the digits, whatever stands around them.</summary>
    public NumberInterval Rounded => NumberInterval.Around(Value, IsCounted ? 0m : Step);

    /// <summary>Tells whether two prints can be of one value: printed to the same digit they are equal, else their roundings meet.</summary>
    /// <param name="other">The other print.</param>
    /// <param name="turned">Whether this one stands behind a word of decrease, so that its sign is turned.</param>
    public bool Agrees(Figure other, bool turned = false)
    {
        var value = turned ? -Value : Value;
        return IsPlain && Step == other.Step ? value == other.Value : (turned ? Interval.Negated() : Interval).Overlaps(other.Rounded);
    }

    /// <summary>The values within a share of the number on either side: 约 says nothing within 5 %.</summary>
    /// <param name="share">The share, 0.05 for 5 %.</param>
    public NumberInterval Spread(decimal share) => new(Value - Math.Abs(Value * share), Value + Math.Abs(Value * share));

    // The 1000 of 3.2万余, the 100 of 400余, the 10 of 550余.
    private decimal LastSignificant
    {
        get
        {
            var unit = Step;
            while (Value != 0m && Value % (unit * 10m) == 0m)
            {
                unit *= 10m;
            }

            return unit;
        }
    }
}

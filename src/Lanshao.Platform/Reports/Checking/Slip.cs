using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Tells a slip from a figure that was read of another thing. Who mistypes swaps digits, loses a zero or the decimal point, or writes a number near the right one; a figure far from what a rule would have is most often of something else.</summary>
internal static class Slip
{
    private const decimal Near = 0.25m;
    private const decimal NearPart = 0.11m;
    private const decimal NearCount = 2m;
    private const int MostTried = 400;

    /// <summary>Whether a stated figure can be a slip of the one that follows from another place, or one number of the reckoning a slip of the one that makes it right. What holds no single number on both sides can.</summary>
    /// <param name="stated">The figure as stated: 下降4.8%.</param>
    /// <param name="computed">The figure that follows.</param>
    /// <param name="working">The reckoning: 7÷19, （13.4－33）÷33, 26＋24; null where the other place prints it.</param>
    public static bool IsLikely(string stated, string computed, string? working)
    {
        if (OnlyIn(stated) is not { } said || OnlyIn(computed) is not { } right)
        {
            return true;
        }

        return IsNear(Math.Abs(said.Value), Math.Abs(right.Value)) || (working is not null && IsOfPart(said, working, stated.StartsWith("下降", StringComparison.Ordinal) || stated.StartsWith("减少", StringComparison.Ordinal)));
    }

    /// <summary>Whether one number is near another or has its digits in another order.</summary>
    public static bool IsNear(decimal one, decimal other) =>
        Math.Abs(one - other) <= Near * Math.Max(Math.Abs(one), Math.Abs(other)) || (one == decimal.Floor(one) && other == decimal.Floor(other) && Math.Abs(one - other) <= NearCount) || HasSameDigits(one, other);

    private static Figure? OnlyIn(string text) => FigureReader.FindAll(ChineseText.ToHalfWidth(text), written: true) is [var only] ? only : null;

    // 626 for 266, 3.2 for 32.
    private static bool HasSameDigits(decimal one, decimal other) => one != 0m && other != 0m && Digits(one) == Digits(other);

    private static string Digits(decimal value) => string.Concat(Numbers.Plain(value).Where(digit => digit is > '0' and <= '9').Order());

    private static bool IsOfPart(Figure said, string working, bool isDecrease)
    {
        var parts = FigureReader.FindAll(ChineseText.ToHalfWidth(working)).Where(figure => figure.Value > 0m).ToList();
        var sign = isDecrease ? -1m : 1m;
        var (low, high) = (sign * said.Rounded.Low, sign * said.Rounded.High);
        var share = said.Unit?.Kind == UnitKind.Ratio ? 0.01m : 1m;
        return parts switch
        {
            _ when working.Contains('＋', StringComparison.Ordinal) => Total(parts) is var total && parts.Exists(part => CanBe(part, part.Value + low - total, part.Value + high - total)),
            [var now, var before, var again] when working.Contains('÷', StringComparison.Ordinal) && working.Contains('－', StringComparison.Ordinal) && before.Value == again.Value => IsOfQuotient(now, before, 1m + (low * share), 1m + (high * share)),
            [var part, var whole] when working.Contains('÷', StringComparison.Ordinal) => IsOfQuotient(part, whole, low * share, high * share),
            [var one, var other] when working.Contains('－', StringComparison.Ordinal) => CanBe(one, other.Value + low, other.Value + high) || CanBe(other, one.Value - low, one.Value - high),
            _ => false,
        };
    }

    private static decimal Total(List<Figure> parts) => parts.Sum(part => part.Value);

    private static bool IsOfQuotient(Figure part, Figure whole, decimal low, decimal high)
    {
        var (least, most) = (Math.Min(low, high), Math.Max(low, high));
        return least > 0m && (CanBe(part, least * whole.Value, most * whole.Value) || CanBe(whole, part.Value / most, part.Value / least));
    }

    // Whether a number between two bounds, printed to the same digit, is one of which this is a slip; of more than can be tried only the nearness tells.
    private static bool CanBe(Figure printed, decimal one, decimal other)
    {
        var half = printed.IsCounted || printed.Step >= 1m ? 0m : 0.5m;
        var (low, high) = (decimal.Ceiling((Math.Min(one, other) / printed.Step) - half), decimal.Floor((Math.Max(one, other) / printed.Step) + half));
        if (high - low > MostTried)
        {
            return IsNearPart(printed.Value, low * printed.Step) || IsNearPart(printed.Value, high * printed.Step);
        }

        for (var steps = Math.Max(low, 1m); steps <= high; steps++)
        {
            var right = steps * printed.Step;
            if (right != printed.Value && (IsNearPart(printed.Value, right) || HasSameDigits(printed.Value, right)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNearPart(decimal one, decimal other) => Math.Abs(one - other) <= NearPart * Math.Max(one, other);
}

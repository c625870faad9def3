using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lanshao.Platform.Storage;

/// <summary>An instant as milliseconds since 1970 in UTC.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTime, long>(
    instant => UtcInstant.Milliseconds(instant),
    milliseconds => DateTime.UnixEpoch.AddMilliseconds(milliseconds));

/// <summary>An instant that must be UTC and whole milliseconds.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    instant => DateTime.UnixEpoch.AddMilliseconds(Milliseconds(instant)),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    /// <exception cref="ArgumentException">The instant is not UTC, or finer than a millisecond.</exception>
    public static long Milliseconds(DateTime instant)
    {
        if (instant.Kind != DateTimeKind.Utc || instant.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            throw new ArgumentException("A stored instant is UTC in whole milliseconds (ChinaTime.NowUtc).", nameof(instant));
        }

        return (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
    }
}

/// <summary>A decimal as an integer of millionths; more than six decimals are refused, never cut.</summary>
internal sealed class ScaledInteger() : ValueConverter<decimal, long>(number => Scale(number), stored => stored / 1_000_000m)
{
    /// <exception cref="ArgumentOutOfRangeException">The number has more than six decimals.</exception>
    public static long Scale(decimal number)
    {
        var scaled = number * 1_000_000m;
        return decimal.Truncate(scaled) == scaled
            ? (long)scaled
            : throw new ArgumentOutOfRangeException(nameof(number), number, "A stored decimal has at most six decimals; keep its operands, or its text.");
    }
}

/// <summary>A decimal with at most six decimals in its own type; comes back without the zeros that the column fills up with, as from SQLite.</summary>
internal sealed class SixDecimals() : ValueConverter<decimal, decimal>(number => ScaledInteger.Scale(number) / 1_000_000m, stored => ScaledInteger.Scale(stored) / 1_000_000m);

/// <summary>A period as its printed code.</summary>
internal sealed class PeriodCode() : ValueConverter<Period, string>(period => period.Code, code => Read(code))
{
    private static Period Read(string code) => Period.TryParse(code, out var period) ? period : throw new FormatException($"'{code}' is no period.");
}

/// <summary>A place as its printed code.</summary>
internal sealed class PlaceCode() : ValueConverter<Place, string>(place => place.Code, code => Read(code))
{
    private static Place Read(string code) => Place.TryParse(code, out var place) ? place : throw new FormatException($"'{code}' is no place.");
}

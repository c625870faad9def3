using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>Times of the protocol: <c>yyyyMMddHHmmss</c> (DataTime and the like) and the same with milliseconds (QN). Always Beijing time, hence without a kind.</summary>
public static class ProtocolTime
{
    private const int Digits = 14;
    private const int DigitsOfQn = 17;

    /// <summary>Reads exactly fourteen digits, or seventeen with milliseconds.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="time">Beijing time, of unspecified kind.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (Digits or DigitsOfQn) || !Ascii.TryNumber(text[..8], out var date) || !Ascii.TryNumber(text[8..Digits], out var clock))
        {
            return false;
        }

        var milliseconds = 0;
        return (text.Length == Digits || Ascii.TryNumber(text[Digits..], out milliseconds)) && TryMake(date, clock, milliseconds, out time);
    }

    /// <summary>Reads also what is sent in the field: eight to seventeen digits with or without <c>- / : T</c> and blanks between them, and hour 24.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="time">Beijing time; what was not sent is zero, hour 24 is the next day's midnight.</param>
    public static bool TryReadLoosely(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        Span<byte> digits = stackalloc byte[DigitsOfQn];
        digits.Fill((byte)'0');
        var count = 0;
        foreach (var b in text)
        {
            if (Ascii.IsDigit(b) && count < DigitsOfQn)
            {
                digits[count++] = b;
            }
            else if (!"-/: T.".Contains((char)b, StringComparison.Ordinal))
            {
                return false;
            }
        }

        if (count is not (8 or 10 or 12 or Digits or DigitsOfQn))
        {
            return false;
        }

        var isMidnight = digits[8..10].SequenceEqual("24"u8) && digits[10..].IndexOfAnyExcept((byte)'0') < 0;
        if (isMidnight)
        {
            digits[8..10].Fill((byte)'0');
        }

        if (!TryRead(digits, out time) || (isMidnight && time.Year == DateTime.MaxValue.Year))
        {
            return false;
        }

        time = isMidnight ? time.AddDays(1) : time;
        return true;
    }

    /// <summary>Writes fourteen digits.</summary>
    /// <param name="time">Beijing time.</param>
    /// <param name="destination">At least fourteen bytes.</param>
    public static void Write(DateTime time, Span<byte> destination)
    {
        WriteDigits((time.Year * 10000) + (time.Month * 100) + time.Day, destination[..8]);
        WriteDigits((time.Hour * 10000) + (time.Minute * 100) + time.Second, destination[8..Digits]);
    }

    /// <summary>Writes the seventeen digits of a QN.</summary>
    /// <param name="time">Beijing time.</param>
    /// <param name="destination">At least seventeen bytes.</param>
    public static void WriteQn(DateTime time, Span<byte> destination)
    {
        Write(time, destination);
        WriteDigits(time.Millisecond, destination[Digits..DigitsOfQn]);
    }

    private static bool TryMake(int date, int clock, int milliseconds, out DateTime time)
    {
        time = default;
        var (year, month, day) = (date / 10000, date / 100 % 100, date % 100);
        var (hour, minute, second) = (clock / 10000, clock / 100 % 100, clock % 100);
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new DateTime(year, month, day, hour, minute, second, milliseconds, DateTimeKind.Unspecified);
        return true;
    }

    private static void WriteDigits(int number, Span<byte> destination)
    {
        for (var i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}

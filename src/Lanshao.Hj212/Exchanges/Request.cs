using System.Globalization;

namespace Lanshao.Hj212.Exchanges;

/// <summary>The periods of history that a centre can ask for.</summary>
public enum HistoryPeriod
{
    /// <summary>Data of minutes, 2051.</summary>
    Minutes = 2051,

    /// <summary>Data of hours, 2061.</summary>
    Hours = 2061,

    /// <summary>Data of days, 2031.</summary>
    Days = 2031,

    /// <summary>Running times of equipment by day, 2041.</summary>
    RunningTimes = 2041,
}

/// <summary>A request from the centre to a device (反控), ready to be put under a header.</summary>
/// <param name="Cn">The command.</param>
/// <param name="Content">What stands between the ampersands.</param>
public sealed record Request(int Cn, string Content)
{
    private const string TimeForm = "yyyyMMddHHmmss";

    /// <summary>Gets the request for the logger's time.</summary>
    public static Request AskClock { get; } = new(1011, string.Empty);

    /// <summary>Gets the request for the interval of real-time data.</summary>
    public static Request AskRealtimeInterval { get; } = new(1061, string.Empty);

    /// <summary>Gets the request for the interval of minute data.</summary>
    public static Request AskMinuteInterval { get; } = new(1063, string.Empty);

    /// <summary>Gets the request for real-time data.</summary>
    public static Request StartRealtime { get; } = new(2011, string.Empty);

    /// <summary>Gets the notice that ends real-time data.</summary>
    public static Request StopRealtime { get; } = new(2012, string.Empty);

    /// <summary>Gets the request for the state of equipment.</summary>
    public static Request StartRunState { get; } = new(2021, string.Empty);

    /// <summary>Gets the notice that ends the state of equipment.</summary>
    public static Request StopRunState { get; } = new(2022, string.Empty);

    /// <summary>Returns the request to wait and to resend otherwise (1000).</summary>
    /// <param name="overTimeSeconds">1–99 s.</param>
    /// <param name="resends">1–99 times.</param>
    public static Request SetTimeouts(int overTimeSeconds, int resends)
    {
        Within(overTimeSeconds, 1, 99, nameof(overTimeSeconds));
        Within(resends, 1, 99, nameof(resends));
        return new(1000, string.Create(CultureInfo.InvariantCulture, $"OverTime={overTimeSeconds};ReCount={resends}"));
    }

    /// <summary>Returns the request to set the clock (1012).</summary>
    /// <param name="time">Beijing time.</param>
    /// <param name="instrument">The factor whose instrument is meant; null means the logger.</param>
    public static Request SetClock(DateTime time, string? instrument = null) => new(1012, $"{Of(instrument)}SystemTime={Time(time)}");

    /// <summary>Returns the request to change the interval of real-time data (1062).</summary>
    /// <param name="seconds">30–3600 s.</param>
    public static Request SetRealtimeInterval(int seconds)
    {
        Within(seconds, 30, 3600, nameof(seconds));
        return new(1062, string.Create(CultureInfo.InvariantCulture, $"RtdInterval={seconds}"));
    }

    /// <summary>Returns the request to change the interval of minute data (1064).</summary>
    /// <param name="minutes">A part of an hour: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30.</param>
    public static Request SetMinuteInterval(int minutes)
    {
        Within(minutes, 1, 30, nameof(minutes));
        return 60 % minutes == 0
            ? new(1064, string.Create(CultureInfo.InvariantCulture, $"MinInterval={minutes}"))
            : throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "The interval divides an hour.");
    }

    /// <summary>Returns the request to change the password (1072).</summary>
    /// <param name="password">Six digits or letters.</param>
    public static Request SetPassword(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length == 6 && password.All(char.IsAsciiLetterOrDigit)
            ? new(1072, $"NewPW={password}")
            : throw new ArgumentException("A password has six digits or letters.", nameof(password));
    }

    /// <summary>Returns the request for history.</summary>
    /// <param name="period">Of which kind.</param>
    /// <param name="begin">Beijing time, inclusive.</param>
    /// <param name="end">Beijing time, inclusive, not before the beginning.</param>
    public static Request QueryHistory(HistoryPeriod period, DateTime begin, DateTime end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, begin);
        return new((int)period, $"BeginTime={Time(begin)};EndTime={Time(end)}");
    }

    /// <summary>Returns the request to an instrument: calibrate (3011), sample now (3012), clean (3013), compare (3014), keep a sample (3015), tell the sampling cycle (3017) or time (3018), tell its identity (3019).</summary>
    /// <param name="cn">The command.</param>
    /// <param name="instrument">The factor whose instrument is meant.</param>
    public static Request ToInstrument(int cn, string instrument)
    {
        Within(cn, 3011, 3019, nameof(cn));
        ArgumentException.ThrowIfNullOrEmpty(instrument);
        return new(cn, $"PolId={instrument}");
    }

    /// <summary>Returns the request to change the sampling cycle (3016).</summary>
    /// <param name="instrument">The factor whose instrument is meant.</param>
    /// <param name="start">The time of day of the first sample.</param>
    /// <param name="cycleHours">1–24 h between samples.</param>
    public static Request SetSampling(string instrument, TimeOnly start, int cycleHours)
    {
        Within(cycleHours, 1, 24, nameof(cycleHours));
        return new(3016, string.Create(CultureInfo.InvariantCulture, $"PolId={instrument};CstartTime={start:HHmmss};Ctime={cycleHours}"));
    }

    /// <summary>Returns the request for a piece of the device's information (3020).</summary>
    /// <param name="instrument">The factor whose instrument is meant; null means the logger.</param>
    /// <param name="info">The code of the information, such as <c>i11001</c>.</param>
    /// <param name="begin">Beijing time; null where the information has no period.</param>
    /// <param name="end">Beijing time.</param>
    public static Request AskInfo(string? instrument, string info, DateTime? begin = null, DateTime? end = null) =>
        new(3020, $"{Of(instrument)}InfoId={info}{(begin is { } from ? $";BeginTime={Time(from)}" : string.Empty)}{(end is { } to ? $";EndTime={Time(to)}" : string.Empty)}");

    /// <summary>Returns the message that brings a device its new SM4 key (1014, 2025).</summary>
    /// <param name="key">Thirty-two hexadecimal digits.</param>
    public static Request NewKey(string key) => Security.Sm4Key.FromHex(key) is null
        ? throw new ArgumentException("An SM4 key has 32 hexadecimal digits.", nameof(key))
        : new(1014, $"NewSK={key}");

    private static string Of(string? instrument) => instrument is null ? string.Empty : $"PolId={instrument};";

    private static string Time(DateTime time) => time.ToString(TimeForm, CultureInfo.InvariantCulture);

    private static void Within(int value, int least, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}

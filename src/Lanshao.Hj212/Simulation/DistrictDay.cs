namespace Lanshao.Hj212.Simulation;

/// <summary>The weather and the city around all devices of one seed: seasons, haze that comes and goes over days, rain that washes it out, rush hours, night dust, meals.</summary>
/// <param name="seed">The seed.</param>
internal sealed class DistrictDay(ulong seed)
{
    private const int HazeChannel = 1;
    private const int RainChannel = 2;
    private const int WindChannel = 3;
    private const int WarmthChannel = 4;

    /// <summary>How thick the haze of these days is, 0.3–2.2 times the season's usual.</summary>
    public double Haze(DateTime time) => Math.Max(0.3, 1.1 + (0.8 * Noise.Smooth(seed, Days(time) / 2.5, HazeChannel)) - (0.5 * Math.Min(1, RainMmPerHour(time))));

    /// <summary>Rain, mm/h; most hours have none, summer has more.</summary>
    public double RainMmPerHour(DateTime time) => Math.Max(0, Noise.Smooth(seed, Days(time) * 5, RainChannel) - 0.75 + (0.15 * Summer(time))) * 30;

    /// <summary>Wind, m/s; a little stronger in the afternoon.</summary>
    public double WindMps(DateTime time) => 1.8 + (1.4 * Noise.Smooth(seed, Days(time) * 4, WindChannel)) + (0.6 * Bell(Hour(time), 15, 3));

    /// <summary>Where the wind comes from, degrees.</summary>
    public double WindDegrees(DateTime time) => (405 + (120 * Noise.Smooth(seed, Days(time) * 2, WindChannel + 10))) % 360;

    /// <summary>Temperature, ℃.</summary>
    public double TemperatureC(DateTime time) =>
        12.5 + (15.5 * (Summer(time) - Winter(time))) + (4.5 * Math.Cos((Hour(time) - 15) * Math.PI / 12)) + (4 * Noise.Smooth(seed, Days(time) / 3, WarmthChannel));

    /// <summary>Relative humidity, %.</summary>
    public double HumidityPercent(DateTime time) =>
        Math.Clamp(48 + (14 * Summer(time)) - (14 * Math.Cos((Hour(time) - 15) * Math.PI / 12)) + (60 * Math.Min(0.6, RainMmPerHour(time))), 12, 99);

    /// <summary>How heavy the traffic is, 0–1: two rush hours, less at weekends.</summary>
    public static double Traffic(DateTime time) =>
        (IsWeekend(time) ? 0.6 : 1) * Math.Min(1, 0.15 + (0.7 * Bell(Hour(time), 8, 1.3)) + (0.75 * Bell(Hour(time), 18, 1.7)) + (0.35 * Bell(Hour(time), 13, 3.5)));

    /// <summary>How busy kitchens are, 0–1: lunch and, more so, dinner.</summary>
    public static double Meals(DateTime time) => Math.Min(1, (0.8 * Bell(Hour(time), 12, 0.9)) + ((IsWeekend(time) ? 1 : 0.9) * Bell(Hour(time), 18.8, 1.4)) + (0.2 * Bell(Hour(time), 21.5, 1)));

    /// <summary>How much is dug and carried at sites, 0–1: working hours, and muck trucks at night.</summary>
    public static double Building(DateTime time) => Math.Min(1, (0.55 * Plateau(Hour(time), 7, 18)) + (0.9 * (Plateau(Hour(time), 22.5, 24) + Plateau(Hour(time), 0, 4.5))));

    /// <summary>How much the sun shines, 0–1.</summary>
    public static double Sun(DateTime time) => Math.Max(0, Math.Cos((Hour(time) - 13) * Math.PI / 13)) * (0.45 + (0.55 * Summer(time)));

    public static double Summer(DateTime time) => Math.Max(0, -Season(time));

    public static double Winter(DateTime time) => Math.Max(0, Season(time));

    // 1 in the middle of January, −1 in the middle of July.
    private static double Season(DateTime time) => Math.Cos((time.DayOfYear - 15) * 2 * Math.PI / 365.25);

    private static double Days(DateTime time) => time.Ticks / (double)TimeSpan.TicksPerDay;

    private static double Hour(DateTime time) => time.TimeOfDay.TotalHours;

    private static bool IsWeekend(DateTime time) => time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static double Bell(double hour, double middle, double width) => Math.Exp(-(hour - middle) * (hour - middle) / (2 * width * width));

    private static double Plateau(double hour, double from, double to) => 1 / ((1 + Math.Exp(4 * (from - hour))) * (1 + Math.Exp(4 * (hour - to))));
}

namespace Lanshao.Platform.Monitoring;

/// <summary>One hourly item of a kind of station.</summary>
/// <param name="Word">What tables head it.</param>
/// <param name="Factor">The code under which it is stored.</param>
/// <param name="Least">The least value that can be, in the unit of the item.</param>
/// <param name="Most">The largest.</param>
public sealed record HourItem(string Word, string Factor, decimal Least = 0, decimal Most = 99_999);

/// <summary>The hourly items that tables bring for one kind of station.</summary>
/// <param name="Station">What a station is registered as that nobody knows.</param>
/// <param name="All">The items, in the order of tables.</param>
public sealed record HourItems(DeviceKind Station, IReadOnlyList<HourItem> All)
{
    /// <summary>The hourly equivalent level of noise.</summary>
    public const string Leq = "Leq";

    public const string Temperature = "a01001";
    public const string Humidity = "a01002";
    public const string Pressure = "a01006";
    public const string WindSpeed = "a01007";
    public const string WindDirection = "a01008";

    /// <summary>The amount of rain in an hour: the protocol has no factor for it, so the code is our own.</summary>
    public const string Rain = "rain";

    /// <summary>Gets the six items of air: CO in mg/m³, the others in µg/m³.</summary>
    public static HourItems Air { get; } = new(DeviceKind.Air, [new("PM2.5", "a34004"), new("PM10", "a34002"), new("SO2", "a21026"), new("NO2", "a21004"), new("CO", "a21005"), new("O3", "a05024")]);

    /// <summary>Gets the item of 声环境: dB(A).</summary>
    public static HourItems Noise { get; } = new(DeviceKind.Noise, [new(Leq, Leq, 0, 200)]);

    /// <summary>Gets the items of 气象: °C, %, kPa, m/s, degrees clockwise from north, mm.</summary>
    public static HourItems Weather { get; } = new(DeviceKind.Weather, [new("气温", Temperature, -60, 60), new("湿度", Humidity, 0, 100), new("气压", Pressure, 30, 120), new("风速", WindSpeed, 0, 100), new("风向", WindDirection, 0, 360), new("降水量", Rain, 0, 500)]);
}

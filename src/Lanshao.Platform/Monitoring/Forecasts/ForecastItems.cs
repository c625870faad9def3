namespace Lanshao.Platform.Monitoring.Forecasts;

/// <summary>What is forecast: the index and the items of it, by code, with the words of files and pages.</summary>
public static class ForecastItems
{
    public const string Aqi = "aqi";

    /// <summary>Gets the codes by the words of files.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["AQI"] = Aqi,
        ["PM2.5"] = "pm25",
        ["PM10"] = "pm10",
        ["SO2"] = "so2",
        ["NO2"] = "no2",
        ["CO"] = "co",
        ["O3"] = "o3-8h",
    };

    /// <summary>Returns the word of a code; the code itself for another one.</summary>
    public static string WordOf(string code) => Words.FirstOrDefault(word => word.Value == code).Key ?? code;
}

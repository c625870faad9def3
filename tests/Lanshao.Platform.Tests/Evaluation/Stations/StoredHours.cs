using System.Globalization;
using System.Text;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Stations;

/// <summary>Hours that went through the store, beside the same hours as they were written.</summary>
internal static class StoredHours
{
    public static readonly DateOnly First = new(2024, 6, 28);

    public const int Days = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A value of its own for every station, item and hour; every 29th hour is missing.</summary>
    public static decimal? Value(int station, AirItem item, int hour) =>
        ((hour * 7) + station + (int)item) % 29 == 0 ? null : item == AirItem.Co ? 0.4m + (hour % 11 * 0.1m) : 10 + ((((hour * 13) + (station * 5) + ((int)item * 3)) % 97) * 0.5m);

    public static HourlySeries Series(string name, int station) => new(
        name, First, [.. AirItems.Basic.Select(item => HourlyColumn.OfDecimals([.. Enumerable.Range(0, Days * 24).Select(hour => Value(station, item, hour))]))]);

    public static async Task ImportAsync(MonitoringSample sample, params string[] names)
    {
        var text = new StringBuilder("站点,时间,PM2.5,PM10,SO2,NO2,CO,O3\n");
        for (var station = 0; station < names.Length; station++)
        {
            for (var hour = 0; hour < Days * 24; hour++)
            {
                var cells = AirItems.Basic.Select(item => Value(station, item, hour)?.ToString(CultureInfo.InvariantCulture) ?? "NA");
                text.Append(CultureInfo.InvariantCulture, $"{names[station]},{First.ToDateTime(TimeOnly.MinValue).AddHours(hour):yyyy-MM-dd HH:mm},{string.Join(',', cells)}\n");
            }
        }

        Assert.Null((await sample.ImportHoursAsync(text.ToString())).Refusal);
    }

    public static async Task<StoredAir> ReadAsync(MonitoringSample sample, AirAsked asked)
    {
        await using var db = sample.NewContext();
        var read = await StoredAir.ReadAsync(db, sample.Stores, asked, Ct);
        Assert.Null(read.Refusal);
        return read.Value!;
    }
}

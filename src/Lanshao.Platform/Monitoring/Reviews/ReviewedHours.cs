using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Reviews;

/// <summary>The hours that somebody wants to review: their device, their raw values, what the checks say of them, and whether they are invalid now.</summary>
/// <param name="Device">The device.</param>
/// <param name="Factor">The code of the factor.</param>
/// <param name="FromUtc">The start of the first hour.</param>
/// <param name="Values">The raw means, one for each hour; null where none came.</param>
/// <param name="Marks">What the automatic checks say.</param>
/// <param name="InvalidHours">How many of the hours are invalid by an earlier review.</param>
public sealed record ReviewedHours(Device Device, string Factor, DateTime FromUtc, IReadOnlyList<decimal?> Values, IReadOnlyList<DeviceMark> Marks, int InvalidHours)
{
    /// <summary>Gets whether the device is the district's own: only of such a device may hours be declared invalid.</summary>
    public bool IsOwn => Device.Tier is not (StationTier.National or StationTier.Municipal);

    /// <summary>Gets the raw values as a review keeps them.</summary>
    public string ValueText => string.Join(',', Values.Select(value => value?.ToString("0.######", CultureInfo.InvariantCulture)));

    /// <summary>Reads the hours. MON-058 for no whole hours or too many of them, MON-050 where there is no such device or no value to review.</summary>
    public static async Task<Outcome<ReviewedHours>> ReadAsync(LanshaoContext db, MonitoringStores stores, string mn, string factor, DateTime fromUtc, int hours, TimeProvider clock, CancellationToken ct)
    {
        if (hours is < 1 or > HourReview.MostHours || Rollups.HourOf(fromUtc) != fromUtc)
        {
            return Refusal.Invalid("MON-058", ("most", $"{HourReview.MostHours}"));
        }

        if (await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(device => device.Mn == mn && device.VoidedUtc == null, ct) is not { } device)
        {
            return Refusal.NotFound("MON-050", ("mn", mn));
        }

        var (values, invalid) = await ValuesAsync(stores, device.Number, factor, fromUtc, hours, ct);
        if (values.All(value => value is null))
        {
            return Refusal.NotFound("MON-050", ("mn", mn));
        }

        var endUtc = fromUtc.AddHours(hours);
        var marks = await FindMarks.RunAsync(db, stores, new(ChinaTime.DayOf(fromUtc), ChinaTime.DayOf(endUtc.AddHours(-1)), mn), clock, ct);
        return marks.IsRefused ? marks.Refusal : new ReviewedHours(device, factor, fromUtc, values, [.. marks.Value.Where(mark => mark.Mark.Factor == factor && mark.Mark.StartUtc < endUtc && mark.Mark.EndUtc > fromUtc)], invalid);
    }

    private static async Task<(decimal?[] Values, int Invalid)> ValuesAsync(MonitoringStores stores, int device, string factor, DateTime fromUtc, int hours, CancellationToken ct)
    {
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        var values = new decimal?[hours];
        using (var rows = session.Rows(SeriesSql.SumsOf, device, factor, RollupSpan.Hour, fromUtc, fromUtc.AddHours(hours)))
        {
            while (rows.Next())
            {
                values[(int)((rows.InstantUtc(0) - fromUtc).Ticks / TimeSpan.TicksPerHour)] = rows.Count(2) == 0 ? null : rows.Number(1) / (HourCheckRule.Millionths * rows.Count(2));
            }
        }

        return (values, (int)session.Number(SeriesSql.CountInvalidHours, device, factor, fromUtc, fromUtc.AddHours(hours)));
    }
}

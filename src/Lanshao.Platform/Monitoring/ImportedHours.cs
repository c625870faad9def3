using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;

namespace Lanshao.Platform.Monitoring;

/// <summary>The hours of one station in the store, as imports see them: what an import brought may be corrected, what a device reported stays.</summary>
internal sealed class ImportedHours
{
    internal const decimal Millionths = 1_000_000m;
    private readonly HourItems _items;
    private readonly DateOnly _first;
    private readonly decimal?[][] _imported;
    private readonly bool[][] _reported;

    private ImportedHours(HourItems items, DateOnly first, int days)
    {
        (_items, _first) = (items, first);
        _imported = [.. items.All.Select(_ => new decimal?[days * ReadingDay.HoursADay])];
        _reported = [.. items.All.Select(_ => new bool[days * ReadingDay.HoursADay])];
    }

    /// <summary>Reads a stretch of civil days; a station that the register does not know has none.</summary>
    public static ImportedHours Read(BulkSession session, int? device, HourItems items, DateOnly first, int days)
    {
        var hours = new ImportedHours(items, first, days);
        for (var item = 0; device is { } number && item < items.All.Count; item++)
        {
            hours.Take(session, number, item, days);
        }

        return hours;
    }

    /// <summary>Returns the imported hours of an item in one day.</summary>
    public ReadOnlySpan<decimal?> Imported(int item, DateOnly day) => _imported[item].AsSpan((day.DayNumber - _first.DayNumber) * ReadingDay.HoursADay, ReadingDay.HoursADay);

    /// <summary>Returns for each hour of an item in one day whether a device reported it.</summary>
    public ReadOnlySpan<bool> Reported(int item, DateOnly day) => _reported[item].AsSpan((day.DayNumber - _first.DayNumber) * ReadingDay.HoursADay, ReadingDay.HoursADay);

    private void Take(BulkSession session, int device, int item, int days)
    {
        var startUtc = ChinaTime.StartUtc(_first);
        using var rows = session.Rows(SeriesSql.ReadingsOf, device, _items.All[item].Factor, ReadingSpan.Hour, startUtc, startUtc.AddDays(days));
        while (rows.Next())
        {
            var hour = (int)((rows.InstantUtc(0) - startUtc).Ticks / TimeSpan.TicksPerHour);
            var isReported = rows.Number(3) > 0;
            _reported[item][hour] = isReported;
            _imported[item][hour] = isReported ? null : rows.Text(2) is { } exact ? decimal.Parse(exact, CultureInfo.InvariantCulture) : rows.Number(1) / Millionths;
        }
    }
}

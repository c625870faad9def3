using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Weather;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Charts out of the stored hours of the official stations, where nobody has published months or days, and of the wind. All of them are preliminary and say so: they stand on other grounds than published figures.</summary>
internal sealed class HourCharts
{
    private const int MonthsOfYear = 12;
    private const int LeastHours = 3;   // a mean of fewer hours of one wind says nothing
    private const string Preliminary = "自动计算，初步";

    private readonly LanshaoContext _db;
    private readonly Pack _pack;
    private readonly Store _series;

    private HourCharts(LanshaoContext db, Pack pack, Store series) => (_db, _pack, _series) = (db, pack, series);

    /// <summary>Opens what holds the hours; null where no station is registered.</summary>
    public static async Task<HourCharts?> OpenAsync(LanshaoContext db, Pack pack, CancellationToken ct)
    {
        if (!await db.Set<Device>().AsNoTracking().AnyAsync(device => device.VoidedUtc == null && device.Kind == DeviceKind.Air && StoredAir.OfficialTiers.Contains(device.Tier), ct))
        {
            return null;
        }

        var series = await Store.BesideAsync(db, DataPart.Series, ct);
        return series.IsRefused ? null : new(db, pack, series.Value);
    }

    /// <summary>Draws the months of the year in which a day lies beside those of the year before.</summary>
    /// <param name="indicator">The indicator, the mean of an item.</param>
    /// <param name="area">The code of one 街道; null for the whole district.</param>
    /// <param name="until">The last day.</param>
    /// <param name="title">The title.</param>
    /// <param name="ct">Stops.</param>
    public async Task<DrawnChart?> TrendAsync(IndicatorDefinition indicator, string? area, DateOnly until, string title, CancellationToken ct)
    {
        if (SheetStation.ItemOf(indicator) is not { } item || await AirAsync(new(new(until.Year - 1, 1, 1), until) { Subdistrict = area, Item = item }, ct) is not { } air)
        {
            return null;
        }

        Reported? Of(Period month) => month.To <= until && air.Mean.InForce.Figures(AirPeriod.Between(month.From, month.To))[item] is { IsValid: true, Mean: { } mean } ? Reported.Of(mean.Exact, indicator.Decimals) : null;
        var points = Enumerable.Range(1, MonthsOfYear).Select(month => Point(month, Of(Period.Month(until.Year, month)), Of(Period.Month(until.Year - 1, month)))).ToList();
        var drawn = points[..(points.FindLastIndex(point => point.Now is not null || point.Before is not null) + 1)];
        return FigureTrend.Lines(title, drawn, until.Year, null, RankedBars.PrintWidth) is { } drawing
            ? new(drawing, $"单位：{indicator.PrintedUnit}；数据来源：{air.Source}；有效天数不足的月份不画")
            : null;
    }

    /// <summary>Draws the days of a period by category; null without one that has a category.</summary>
    public async Task<DrawnChart?> CalendarAsync(Period period, CancellationToken ct)
    {
        if (await AirAsync(new(period.From, period.To), ct) is not { } air)
        {
            return null;
        }

        AirCategory? Of(DateOnly on) => on < air.Mean.InForce.First || on > air.Mean.InForce.Last ? null : air.Mean.InForce.AqiOf(on.DayNumber - air.Mean.InForce.First.DayNumber) is { } aqi ? AirCategory.Of(aqi) : null;
        var days = Enumerable.Range(0, period.Days).Select(period.From.AddDays).Select(on => (On: on, Category: Of(on))).ToList();
        var known = days.Count(day => day.Category is not null);
        var good = days.Count(day => day.Category is { IsGood: true });
        return known == 0 ? null : new(
            DayDrawing.Of(_pack.District.Facts.Name, period, [.. days.Select(day => new DayCalendar.Day(day.On, day.Category?.Level, day.Category?.Name ?? DayDrawing.None))]),
            string.Create(CultureInfo.InvariantCulture, $"数据来源：{air.Source}；有数据{known}天，其中优良{good}天；格内为类别首字"));
    }

    /// <summary>Draws how often the wind came from where, and beside it what the item was like then; null where either is not known.</summary>
    public async Task<DrawnChart?> RoseAsync(IndicatorDefinition indicator, Period period, CancellationToken ct)
    {
        if (SheetStation.ItemOf(indicator) is not { } item
            || await WeatherStation.FirstWindAsync(_db, _series, period.From, period.To, ct) is not { } wind
            || await AirAsync(new(period.From, period.To) { Item = item }, ct) is not { } air)
        {
            return null;
        }

        var counts = wind.Hours.Counts(0, wind.Hours.Mps.Length);
        var means = MeansOf(wind.Hours, air, item, period.From, indicator.Decimals);
        if (counts.Prevailing.Count == 0 || !means.Exists(mean => mean is not null))
        {
            return null;
        }

        var title = $"{_pack.District.Facts.Name}{period.ChineseText}风向频率与各风向{indicator.ShortName}平均浓度";
        var frequency = new Rose.Half("风向频率（%）", [.. counts.Sectors.Select((count, at) => Sector(at, Percentage.Compute(count, counts.All)))]);
        var level = new Rose.Half($"各风向{indicator.ShortName}平均浓度（{indicator.PrintedUnit}）", [.. means.Select((mean, at) => Sector(at, mean))]);
        return new(
            Rose.DrawPair(new(title, Describe(counts, means, indicator), "风向", string.Empty), frequency, level, RankedBars.PrintWidth),
            $"数据来源：{wind.Station.Name}气象小时值，{air.Source}；静风（{WindSector.CalmMps}米/秒及以下）占{Share(counts.Calm, counts)}%，不计入风向；不足{LeastHours}小时的风向不画浓度");
    }

    private async Task<OfficialAir?> AirAsync(AirAsked asked, CancellationToken ct)
    {
        var read = await StoredAir.ReadAsync(_db, _series, asked with { OnlyOfficial = true }, ct);
        return read is { IsRefused: false, Value: var air } && air.OfficialTier() is { } tier && air.MeanOf(tier, string.Empty) is { } mean
            ? new(mean, [.. air.Stations.Where(station => station.Station.Tier == tier)], tier)
            : null;
    }

    private static TrendLines.Point Point(int month, Reported? now, Reported? before) => new(
        string.Create(CultureInfo.InvariantCulture, $"{month}月"), now?.Shown, now?.ShownText ?? "—", before?.Shown, before?.ShownText ?? string.Empty, IsExceptional: now is not null);

    // Of each wind the mean of its hours, each hour the mean of the stations that tell it.
    private static List<Reported?> MeansOf(WindHours wind, OfficialAir air, AirItem item, DateOnly first, int decimals)
    {
        var (sums, hours) = (new decimal[WindSector.Count], new int[WindSector.Count]);
        for (var hour = 0; hour < wind.Mps.Length; hour++)
        {
            if (wind.SectorOf(hour) is { } sector && air.HourOf(item, first, hour) is { } value)
            {
                sums[sector] += value;
                hours[sector]++;
            }
        }

        return [.. Enumerable.Range(0, WindSector.Count).Select(sector => hours[sector] < LeastHours ? (Reported?)null : Reported.Of(sums[sector] / hours[sector], decimals))];
    }

    private static Rose.Sector Sector(int at, Reported? value) => new(at % 2 == 0 ? WindSector.NameOf(at) : string.Empty, WindSector.NameOf(at), value?.Shown, value?.ShownText ?? "—");

    private static string Describe(WindCounts counts, List<Reported?> means, IndicatorDefinition indicator)
    {
        var known = means.Index().Where(mean => mean.Item is not null).ToList();
        var (most, least) = (known.MaxBy(mean => mean.Item!.Value.Shown), known.MinBy(mean => mean.Item!.Value.Shown));
        return $"{string.Join('、', counts.Prevailing.Select(WindSector.NameOf))}风最多，占{Share(counts.Sectors[counts.Prevailing[0]], counts)}%；{WindSector.NameOf(most.Index)}风时{indicator.ShortName}最高（{most.Item!.Value.ShownText}），{WindSector.NameOf(least.Index)}风时最低（{least.Item!.Value.ShownText}）";
    }

    private static string Share(int part, WindCounts counts) => Percentage.Compute(part, counts.All)!.Value.ShownText;

    /// <summary>The official stations of one 站点口径 with their mean.</summary>
    private sealed record OfficialAir(EvaluatedAir Mean, IReadOnlyList<StationAir> Stations, StationTier Tier)
    {
        private const int HoursADay = 24;

        public string Source => string.Create(CultureInfo.InvariantCulture, $"区级小时数据（{DeviceWords.Of(Tier)}站点{Stations.Count}个，{Preliminary}）");

        public decimal? HourOf(AirItem item, DateOnly first, int hour)
        {
            var (sum, count) = (0m, 0);
            foreach (var station in Stations)
            {
                var at = hour - ((station.Hours.First.DayNumber - first.DayNumber) * HoursADay);
                if (station.Hours[item] is { } column && at >= 0 && at < column.Length && column[at] is { } value)
                {
                    (sum, count) = (sum + value, count + 1);
                }
            }

            return count == 0 ? null : sum / count;
        }
    }
}

/// <summary>A chart with the note of its source.</summary>
/// <param name="Drawing">The chart.</param>
/// <param name="Source">Unit, source and what else must be known to read it.</param>
internal sealed record DrawnChart(ChartDrawing Drawing, string Source);

/// <summary>The calendar of a report.</summary>
internal static class DayDrawing
{
    /// <summary>What a day without a category says.</summary>
    public const string None = "无数据";

    private const int MonthsInRow = 3;
    private static readonly string[] WeekDays = ["一", "二", "三", "四", "五", "六", "日"];

    /// <summary>Draws the days of a period.</summary>
    public static ChartDrawing Of(string district, Period period, IReadOnlyList<DayCalendar.Day> days) =>
        DayCalendar.Draw($"{district}{period.ChineseText}空气质量日历", WeekDays, month => month.ToString("yyyy年M月", CultureInfo.InvariantCulture), days, MonthsInRow);
}

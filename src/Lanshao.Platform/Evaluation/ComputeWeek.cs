using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation;

/// <summary>编制周数据: every morning what the stored hours say of the last whole weeks — the air of the official stations, dust at building sites, cooking fume — goes into the indicators as computed and preliminary. The weekly bulletin prints it; hours that come late or are corrected make the next revision, of an older week with the 数据更正单 that tells of it.</summary>
public static class ComputeWeek
{
    private const string Code = "evaluation.week";
    private const string Source = "区级小时数据";
    private const int HoursOfWeek = 168;
    private const int DaysOfWeek = 7;
    private const int LeastDays = 6;   // three quarters, as of an hour: no standard speaks of weeks
    private const int WeeksBack = 4;
    private const string DevicesPart = "-devices";
    private const string CountedPart = "-counted";
    private const string ValidPart = "-valid";
    private const string MeanPart = "-mean";

    private static readonly TimeOnly Morning = new(7, 10);

    private static readonly (string Indicator, AirItem Item)[] Air = [("week-pm25", AirItem.Pm25), ("week-pm10", AirItem.Pm10)];

    private static readonly (string Prefix, DeviceKind Kind, string Factor)[] Kinds = [("week-dust", DeviceKind.Dust, "a34001"), ("week-fume", DeviceKind.Fume, "a34041")];

    private static readonly string[] Parts = [DevicesPart, CountedPart, ValidPart, MeanPart];

    /// <summary>Returns the work.</summary>
    /// <param name="stores">Opens what holds the hours.</param>
    public static JobKind KindWith(Func<CancellationToken, Task<Outcome<MonitoringStores>>> stores) => new(Code, "编制周数据", IsHeavy: true, async (run, ct) =>
    {
        var opened = await stores(ct);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        await using var db = run.Store.NewContext();
        var stored = 0;
        foreach (var week in WeeksBefore(ChinaTime.DayOf(run.DueUtc)))
        {
            var published = await RunAsync(db, opened.Value, week, Actor.System, run.Clock, ct);
            if (published.IsRefused)
            {
                return published.Refusal;
            }

            stored += published.Value.Stored;
        }

        return string.Create(CultureInfo.InvariantCulture, $"存入{stored}个数");
    });

    /// <summary>Returns its times: every morning, before the documents draft themselves.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Morning);

    /// <summary>Returns the whole weeks before a day that are looked at again, the newest first.</summary>
    public static IEnumerable<Period> WeeksBefore(DateOnly day) =>
        Enumerable.Range(1, WeeksBack).Select(back => day.AddDays(-DaysOfWeek * back)).Select(before => Period.Week(ISOWeek.GetYear(before), ISOWeek.GetWeekOfYear(before)));

    /// <summary>Computes the figures of a week; the same hours again change nothing, and what the pack does not know is left out.</summary>
    public static async Task<Outcome<PublishFigures.Published>> RunAsync(LanshaoContext db, MonitoringStores stores, Period week, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var rows = await RowsAsync(db, stores, week, ct);
        return rows.IsRefused ? rows.Refusal : await PublishFigures.RunAsync(db, rows.Value, actor, clock, ct);
    }

    /// <summary>Returns the indicators that hours of a factor go into, whichever the week; none for most.</summary>
    internal static IReadOnlyList<string> IndicatorsOf(DeviceKind kind, string factor) =>
        kind == DeviceKind.Air ? [.. Air.Where(figure => AirStation.FactorOf(figure.Item) == factor).Select(figure => figure.Indicator)]
        : [.. Kinds.Where(known => known.Kind == kind && known.Factor == factor).SelectMany(known => Parts.Select(part => known.Prefix + part))];

    /// <summary>Returns the figures of a week as the hours say them now; stores nothing.</summary>
    internal static async Task<Outcome<IReadOnlyList<FigureRow>>> RowsAsync(LanshaoContext db, MonitoringStores stores, Period week, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stores);
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var air = await StoredAir.ReadAsync(db, stores, new(week.From, week.To), ct);
        if (air.IsRefused)
        {
            return air.Refusal;
        }

        var known = pack.Value.Read(IndicatorList.Part).ByCode;
        List<FigureRow> rows = [.. Air.Select(figure => AirRow(air.Value, figure.Indicator, figure.Item, week)).OfType<FigureRow>(), .. await DeviceRowsAsync(db, stores, week, ct)];
        return rows.FindAll(row => known.ContainsKey(row.Indicator));
    }

    private static FigureRow? AirRow(StoredAir air, string indicator, AirItem item, Period week)
    {
        if (air.OfficialTier() is not { } tier || air.MeanOf(tier, indicator) is not { } mean)
        {
            return null;
        }

        var figures = mean.Figures(AirPeriod.Between(week.From, week.To)).InForce[item];
        if (figures.Mean is not { } exact)
        {
            return null;
        }

        var stations = air.Stations.Count(station => station.Station.Tier == tier);
        decimal? number = figures.ValidDays >= LeastDays ? exact.Exact : null;
        return Row(indicator, week, ComputeMonth.ScopeOf(tier), "未扣除沙尘影响", number, string.Create(CultureInfo.InvariantCulture, $"{stations}个站点，有效{figures.ValidDays}天"));
    }

    private static async Task<List<FigureRow>> DeviceRowsAsync(LanshaoContext db, MonitoringStores stores, Period week, CancellationToken ct)
    {
        var devices = (await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null && device.Tier != StationTier.Simulated && (device.Kind == DeviceKind.Dust || device.Kind == DeviceKind.Fume)).ToListAsync(ct))
            .FindAll(device => device.IsOpenOn(week.To) && (device.OpenedOn is not { } opened || opened <= week.From));
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return [.. Kinds.SelectMany(kind => KindRows(kind.Prefix, devices.FindAll(device => device.Kind == kind.Kind).ConvertAll(device => HourMeans.Read(session, device.Number, kind.Factor, week.From, DaysOfWeek)), week))];
    }

    // Hours count at three quarters of the week; a device with fewer stands in no mean.
    private static IEnumerable<FigureRow> KindRows(string prefix, List<HourMeans> devices, Period week)
    {
        if (!devices.Exists(device => device.Valid > 0))
        {
            yield break;
        }

        var whole = devices.FindAll(device => Coverage.IsHourValid(device.Valid, HoursOfWeek));
        var remark = string.Create(CultureInfo.InvariantCulture, $"{devices.Count}台，{whole.Count}台有效");
        yield return Row(prefix + DevicesPart, week, FigureWords.NotApplicable, FigureWords.NotApplicable, devices.Count, remark);
        yield return Row(prefix + CountedPart, week, FigureWords.NotApplicable, FigureWords.NotApplicable, whole.Count, remark);
        yield return Row(prefix + ValidPart, week, FigureWords.NotApplicable, FigureWords.NotApplicable, 100m * devices.Sum(device => device.Valid) / (HoursOfWeek * devices.Count), remark);
        yield return Row(prefix + MeanPart, week, FigureWords.NotApplicable, FigureWords.NotApplicable, whole.Count == 0 ? null : whole.Average(MeanOf), remark);
    }

    private static decimal MeanOf(HourMeans device) =>
        Enumerable.Range(0, device.Counts.Length).Where(hour => device.Counts[hour] > 0).Average(hour => device.Sums[hour] / (1_000_000m * device.Counts[hour]));

    private static FigureRow Row(string indicator, Period week, string scope, string sand, decimal? exact, string remark) => new(
        indicator, Place.District.Code, week.Code, FigureBasis.Computed, FigureStatus.Preliminary, scope, sand, FigureWords.NotApplicable,
        exact is { } number ? ComputeMonth.Stored(number) : null, null, exact is null ? MissingReason.BelowCoverage : MissingReason.None,
        exact is { } written ? ComputeMonth.Stored(written).ToString("0.######", CultureInfo.InvariantCulture) : FigureWords.Of(MissingReason.BelowCoverage), Source, "小时数据", null, null, remark);
}

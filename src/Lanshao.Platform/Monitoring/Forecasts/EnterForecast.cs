using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Forecasts;

/// <summary>填报空气质量预报 by hand, beside the imported ones. Who says it again later revises it: both stay, the later counts.</summary>
public static class EnterForecast
{
    /// <summary>How far ahead a forecast may look, days.</summary>
    public const int MostDaysAhead = 15;

    private const decimal Largest = 2000;

    /// <summary>What is said.</summary>
    /// <param name="Source">填报单位.</param>
    /// <param name="DueOn">The day that is forecast.</param>
    /// <param name="Place">The district or a 街道.</param>
    /// <param name="Item">A code of <see cref="ForecastItems"/>.</param>
    /// <param name="Low">The lower end; null for that of the level, or the upper end.</param>
    /// <param name="High">The upper end; null for that of the level.</param>
    /// <param name="Level">The level of the index instead of values, 1 to 6; null for none.</param>
    /// <param name="Primary">首要污染物; empty for none.</param>
    public sealed record Request(string Source, DateOnly DueOn, Place Place, string Item, decimal? Low, decimal? High, int? Level, string Primary);

    public static async Task<Outcome<Forecast>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var (nowUtc, today) = (ChinaTime.NowUtc(clock), ChinaTime.Today(clock));
        if ((WrongOf(request, today) ?? WrongPlace(request.Place, pack.Value)) is { } wrong)
        {
            return wrong;
        }

        // To the minute, as tables say it: the same source says a thing once a minute.
        var issuedUtc = new DateTime(nowUtc.Ticks - (nowUtc.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        var (low, high) = RangeOf(request);
        var row = new ForecastRow(request.Source, issuedUtc, request.DueOn, request.Place.Code, request.Item, low, high, request.Primary);
        if (await db.Set<Forecast>().AnyAsync(forecast => forecast.DueOn == row.DueOn && forecast.Source == row.Source && forecast.IssuedUtc == issuedUtc && forecast.Place == request.Place && forecast.Item == row.Item, ct))
        {
            return Refusal.Conflict("MON-116", ("source", request.Source));
        }

        var forecast = Forecast.Of(row, batch: null, nowUtc);
        db.Add(forecast);
        return await db.SaveAsync(actor, clock, ct) is { } refusal ? refusal : forecast;
    }

    private static Refusal? WrongPlace(Place place, Pack pack) =>
        place == Place.District || (place.Kind == PlaceKind.Subdistrict && pack.District.FindSubdistrict(place.LocalCode) is not null) ? null : Wrong("区域", place.Code, "全区或街道");

    private static Refusal? WrongOf(Request request, DateOnly today)
    {
        var (low, high) = RangeOf(request);
        return request.Source.Length is 0 or > Forecast.LongestSource ? Wrong("填报单位", request.Source, $"1—{Forecast.LongestSource}字")
            : request.DueOn < today || request.DueOn > today.AddDays(MostDaysAhead) ? Wrong("预报日期", request.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"今天起{MostDaysAhead}日内")
            : !ForecastItems.Words.Values.Contains(request.Item) ? Wrong("指标", request.Item, string.Join('、', ForecastItems.Words.Keys))
            : request.Level is { } level && (request.Item != ForecastItems.Aqi || level < 1 || level > AirCategory.All.Count || request.High is not null || request.Low is not null) ? Wrong("级别", Text(level), "只用于AQI，不与上限、下限同填")
            : request.Level is null && request.High is null ? Wrong("上限", string.Empty, $"0—{Largest}，或选级别")
            : high is < 0 or > Largest ? Wrong("上限", Text(high), $"0—{Largest}")
            : low < 0 || low > high ? Wrong("下限", Text(low), $"0—{Text(high)}")
            : request.Primary.Length > Forecast.LongestWord ? Wrong("首要污染物", request.Primary, $"0—{Forecast.LongestWord}字") : null;
    }

    private static (decimal Low, decimal High) RangeOf(Request request) =>
        request is { Level: { } level, Item: ForecastItems.Aqi } && level >= 1 && level <= AirCategory.All.Count
            ? (level == 1 ? 0 : AirCategory.All[level - 2].To + 1, AirCategory.All[level - 1].To)
            : (request.Low ?? request.High ?? 0, request.High ?? 0);

    private static Refusal Wrong(string heading, string found, string expected) => Refusal.Invalid("MON-115", ("heading", heading), ("found", found), ("expected", expected));

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

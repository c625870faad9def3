using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring.Forecasts;

/// <summary>导入空气质量预报 by the one staging engine: a source, the time of issue, and a day, place and item a row. A later forecast stands beside an earlier one; the same issue again corrects it.</summary>
public static class ImportForecasts
{
    public const string Code = "forecasts";
    private const string SourceHead = "来源";
    private const string IssuedHead = "发布时间";
    private const string DueHead = "预报日期";
    private const string PlaceHead = "区域";
    private const string ItemHead = "指标";
    private const string LowHead = "下限";
    private const string HighHead = "上限";
    private const string PrimaryHead = "首要污染物";
    private const decimal Largest = 2000;
    private const int MostDaysAhead = 31;
    private static readonly SheetTables Sheet = new([SourceHead, IssuedHead, DueHead, PlaceHead, ItemHead, HighHead], "MON-080", "MON-081");

    public static ImportKind<ForecastRow> Kind { get; } = new(Code, Permissions.IndicatorsImport)
    {
        Read = async (db, source, ct) => (await CurrentPack.ReadAsync(db, ct)).Then(pack => Sheet.Read(source, Code, line => Row(line, pack.District), ct)),
        CurrentOf = CurrentAsync,
        Write = WriteAsync,
    };

    private static (string Key, ForecastRow Row) Row(SheetLine line, District district)
    {
        var (issued, due) = (line.Instant(IssuedHead, required: true) ?? DateTime.UnixEpoch, line.Day(DueHead));
        if (!line.HasErrors && (due < ChinaTime.DayOf(issued) || due > ChinaTime.DayOf(issued).AddDays(MostDaysAhead)))
        {
            line.Wrong(DueHead, line.Text(DueHead), $"发布当日起{MostDaysAhead}日内");
        }

        var (high, low) = (line.Number(HighHead, 0, Largest, required: true), line.Number(LowHead, 0, Largest, required: false));
        if (low > high)
        {
            line.Wrong(LowHead, line.Text(LowHead), $"≤{line.Text(HighHead)}");
        }

        var row = new ForecastRow(
            line.Filled(SourceHead, 1, Forecast.LongestSource), issued, due, district.PlaceOf(line, PlaceHead).Code, line.Choice(ItemHead, ForecastItems.Words), low ?? high ?? 0, high ?? 0, line.Filled(PrimaryHead, 0, Forecast.LongestWord));
        return (row.Key, row);
    }

    private static async Task<IReadOnlyDictionary<string, ForecastRow>> CurrentAsync(LanshaoContext db, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var known = await OfKeys(db.Set<Forecast>().AsNoTracking(), keys).Where(forecast => forecast.VoidedUtc == null).ToListAsync(ct);
        return known.Select(ForecastRow.Of).Where(row => keys.Contains(row.Key)).ToDictionary(row => row.Key, StringComparer.Ordinal);
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<ForecastRow> writing, CancellationToken ct)
    {
        var known = (await OfKeys(db.Set<Forecast>(), [.. writing.Changes.Select(change => change.Key)]).ToListAsync(ct)).ToDictionary(forecast => ForecastRow.Of(forecast).Key, StringComparer.Ordinal);
        writing.Write(db, known, forecast => forecast.Void(writing.AtUtc), (forecast, row, batch) => forecast.Set(row, batch, writing.AtUtc), (row, batch) => Forecast.Of(row, batch, writing.AtUtc));
        return null;
    }

    // A key begins with its day; a row that could not be read has none.
    private static IQueryable<Forecast> OfKeys(IQueryable<Forecast> forecasts, IReadOnlyCollection<string> keys)
    {
        var days = keys.Where(key => key.Length > 0).Select(key => DateOnly.ParseExact(key.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToList();
        return forecasts.Where(forecast => days.Contains(forecast.DueOn));
    }
}

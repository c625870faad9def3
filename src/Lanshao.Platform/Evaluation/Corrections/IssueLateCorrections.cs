using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>出具数据更正单 of data that came late (迟到、补传) and changed what was summed already: one sheet for a device and what it brought in one go. The computed tables of their months are computed anew. A run that was cut off is taken up by the next.</summary>
public static class IssueLateCorrections
{
    private const int MostTogether = 200;

    /// <summary>Issues the sheets of what has come to rest; returns how many.</summary>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, MonitoringStores stores, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var arrivals = await LateArrivals.ReadAsync(stores, MostTogether, clock, ct);
        var tables = await TablesAsync(db, stores, arrivals, actor, clock, ct);
        if (tables.IsRefused)
        {
            return tables.Refusal;
        }

        var issued = 0;
        foreach (var arrival in arrivals)
        {
            var saved = await IssueAsync(db, stores, arrival, tables.Value, actor, clock, ct);
            if (saved.IsRefused)
            {
                return saved.Refusal;
            }

            issued += saved.Value ? 1 : 0;
            await LateArrivals.ForgetAsync(stores, arrival, ct);
        }

        return issued;
    }

    private static async Task<Outcome<bool>> IssueAsync(LanshaoContext db, MonitoringStores stores, LateArrival arrival, Dictionary<AirItem, CorrectTables.Corrected> tables, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var (id, touched) = (IdOf(arrival), arrival.Changes.Select(change => change.Factor).Distinct(StringComparer.Ordinal).ToList());
        if (touched.Count == 0 || await db.Set<DataCorrection>().AnyAsync(known => known.ReviewId == id, ct))
        {
            return false;
        }

        var air = await AirLinesAsync(db, stores, arrival, ct);
        if (air.IsRefused)
        {
            return air.Refusal;
        }

        var isEvaluated = arrival.Device.Kind == DeviceKind.Air;
        var lines = LateLines.Of(arrival.Changes, factor => isEvaluated && AirStation.ItemOf(factor) is not null).Concat(air.Value).ToList();
        var above = ItemsOf(arrival).Where(tables.ContainsKey).Select(item => tables[item]).ToList();
        lines.AddRange(above.SelectMany(table => table.Lines));
        if (lines.Count == 0)
        {
            return false;
        }

        db.Add(new DataCorrection(id, CorrectionOrigin.Late, arrival.Device.Mn, string.Join(' ', touched), SubjectOf(arrival, touched), ReasonOf(arrival), arrival.From, arrival.To, ChinaTime.NowUtc(clock), actor.Id)
            .Saying(LateLines.Fold(lines), [.. above.SelectMany(table => table.Ended)]));
        return await db.SaveAsync(actor, clock, ct) is { } refusal ? refusal : true;
    }

    // 微站 and drives never enter a table; what does is computed once for all that came late.
    private static async Task<Outcome<Dictionary<AirItem, CorrectTables.Corrected>>> TablesAsync(LanshaoContext db, MonitoringStores stores, IReadOnlyList<LateArrival> arrivals, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var tables = new Dictionary<AirItem, CorrectTables.Corrected>();
        foreach (var item in arrivals.SelectMany(ItemsOf).Distinct())
        {
            var corrected = new CorrectTables.Corrected([], []);
            var years = from arrival in arrivals
                        where ItemsOf(arrival).Contains(item)
                        from year in Enumerable.Range(arrival.From.Year, arrival.To.Year - arrival.From.Year + 1)
                        group (arrival.Device.Mn, From: year == arrival.From.Year ? arrival.From : new DateOnly(year, 1, 1)) by year;
            foreach (var year in years)
            {
                var done = await CorrectTables.RunAsync(db, stores, item, [.. year.Select(late => late.Mn)], year.Min(late => late.From), actor, clock, ct);
                if (done.IsRefused)
                {
                    return done.Refusal;
                }

                corrected.Lines.AddRange(done.Value.Lines);
                corrected.Ended.AddRange(done.Value.Ended);
            }

            tables[item] = corrected;
        }

        return tables;
    }

    private static List<AirItem> ItemsOf(LateArrival arrival) =>
        arrival.Device.Kind == DeviceKind.Air && StoredAir.OfficialTiers.Contains(arrival.Device.Tier) ? [.. arrival.Changes.Select(change => AirStation.ItemOf(change.Factor)).OfType<AirItem>().Distinct()] : [];

    private static async Task<Outcome<IReadOnlyList<CorrectionLine>>> AirLinesAsync(LanshaoContext db, MonitoringStores stores, LateArrival arrival, CancellationToken ct)
    {
        var (hours, items) = (arrival.Changes.Where(change => change.Span == RollupSpan.Hour).ToList(), arrival.Changes.Select(change => AirStation.ItemOf(change.Factor)).OfType<AirItem>().Distinct().ToList());
        var to = LastDayThatWasOver(arrival);
        if (arrival.Device.Kind != DeviceKind.Air || items.Count == 0 || to < arrival.From)
        {
            return Array.Empty<CorrectionLine>();
        }

        var asked = new AirAsked(new(arrival.From.Year, 1, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1)) { Mn = arrival.Device.Mn };
        var stood = hours.ToDictionary(hour => (hour.Factor, hour.StartUtc), hour => hour.Before);
        var (before, after) = (await StoredAir.ReadAsync(db, stores, asked with { Stood = stood }, ct), await StoredAir.ReadAsync(db, stores, asked, ct));
        if (before.IsRefused || after.IsRefused)
        {
            return (before.Refusal ?? after.Refusal)!;
        }

        // The index and the good days are of all items together: they change once, whichever item changed them.
        var (was, now) = (before.Value.Stations is [var old, ..] ? old.Air : null, after.Value.Stations is [var current, ..] ? current.Air : null);
        return items.SelectMany(item => new AirDifference(was, now, item).Lines(arrival.From, to)).Distinct().ToList();
    }

    // A day that still ran when the data came was shown to nobody as a day.
    private static DateOnly LastDayThatWasOver(LateArrival arrival) =>
        arrival.Changes.Where(change => change.Span == RollupSpan.Day && change.WasOver).Select(change => ChinaTime.DayOf(change.StartUtc)).DefaultIfEmpty(DateOnly.MinValue).Max();

    private static string SubjectOf(LateArrival arrival, List<string> factors)
    {
        var days = arrival.From == arrival.To ? $"{arrival.From:yyyy-MM-dd}" : $"{arrival.From:yyyy-MM-dd}—{arrival.To:yyyy-MM-dd}";
        return $"{arrival.Device.Name} {LateLines.NamesOf(factors)} {days} 迟到数据";
    }

    private static string ReasonOf(LateArrival arrival)
    {
        var (first, last) = (ChinaTime.CivilOf(arrival.FirstUtc), ChinaTime.CivilOf(arrival.LastUtc));
        var came = last - first < TimeSpan.FromMinutes(1) ? $"{first:yyyy-MM-dd HH:mm}"
            : first.Date == last.Date ? $"{first:yyyy-MM-dd HH:mm}—{last:HH:mm}" : $"{first:yyyy-MM-dd HH:mm}—{last:yyyy-MM-dd HH:mm}";
        return string.Create(CultureInfo.InvariantCulture, $"{(arrival.IsAsked ? "历史数据查询取回" : "迟到数据（补传）")}：{arrival.Days}日的报文{arrival.Frames}帧于{came}到达，汇总后重新计算。");
    }

    // The same data again have the same id, so that a run that was cut off between both stores writes nothing twice.
    private static Guid IdOf(LateArrival arrival) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{arrival.Device.Mn}/{arrival.FirstUtc.Ticks}/{arrival.LastUtc.Ticks}/{arrival.Frames}"))).AsSpan(0, 16));
}

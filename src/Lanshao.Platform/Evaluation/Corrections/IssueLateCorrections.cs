using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Late;
using Lanshao.Platform.Storage;
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
        var drafts = new List<Draft>();
        foreach (var arrival in arrivals)
        {
            var (id, changed) = (IdOf(arrival), new ChangedSums(arrival.Device, arrival.From, arrival.To, arrival.Changes));
            if (changed.All.Count == 0 || await db.Set<DataCorrection>().AnyAsync(known => known.ReviewId == id, ct))
            {
                continue;
            }

            var lines = await changed.LinesAsync(db, stores, isThenAsNow: true, ct);
            if (lines.IsRefused)
            {
                return lines.Refusal;
            }

            drafts.Add(new(arrival, id, changed, lines.Value));
        }

        var issued = drafts.Count == 0 ? 0 : await SaveAsync(db, stores, drafts, actor, clock, ct);
        for (var at = 0; !issued.IsRefused && at < arrivals.Count; at++)
        {
            await LateArrivals.ForgetAsync(stores, arrivals[at], ct);
        }

        return issued;
    }

    private static async Task<Outcome<int>> SaveAsync(LanshaoContext db, MonitoringStores stores, List<Draft> drafts, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var prepared = await CorrectTables.PrepareAsync(db, stores, ChangedSums.AskedOf(drafts.ConvertAll(draft => draft.Changed)), ct);
        if (prepared.IsRefused)
        {
            return prepared.Refusal;
        }

        List<DataCorrection> sheets = [];
        var refusal = await prepared.Value.SaveWithAsync(db, Add, actor, clock, ct);
        return refusal is null ? sheets.Count : refusal;

        Task Add(IReadOnlyDictionary<string, CorrectTables.Corrected> tables)
        {
            sheets = [.. drafts.ConvertAll(draft => SheetOf(draft, tables, actor, clock)).OfType<DataCorrection>()];
            db.AddRange(sheets);
            return Task.CompletedTask;
        }
    }

    private static DataCorrection? SheetOf(Draft draft, IReadOnlyDictionary<string, CorrectTables.Corrected> tables, Actor actor, TimeProvider clock)
    {
        var (arrival, changed) = (draft.Arrival, draft.Changed);
        var above = changed.ComputedFactors.Where(tables.ContainsKey).Select(factor => tables[factor]).ToList();
        List<CorrectionLine> lines = [.. draft.Lines, .. above.SelectMany(table => table.Lines)];
        return lines.Count == 0 ? null
            : new DataCorrection(draft.Id, CorrectionOrigin.Late, arrival.Device.Mn, string.Join(' ', changed.Factors), changed.SubjectOf("迟到数据"), ReasonOf(arrival), arrival.From, arrival.To, ChinaTime.NowUtc(clock), actor.Id)
                .Saying(LateLines.Fold(lines), [.. above.SelectMany(table => table.Ended)]);
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

    private sealed record Draft(LateArrival Arrival, Guid Id, ChangedSums Changed, IReadOnlyList<CorrectionLine> Lines);
}

using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>出具数据更正单 of frames that two posts let hold, or of which they took that back: what stood and what stands, through the readings, hours, days, months and computed tables. A run that was cut off is taken up by the next.</summary>
public static class IssueFrameCorrections
{
    private const int MostTogether = 50;

    /// <summary>Issues the sheets that are due; returns how many.</summary>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, MonitoringStores stores, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        _ = await ApplyVerdicts.RunAsync(stores, clock, ct);
        var due = await db.Set<FrameVerdict>().AsNoTracking()
            .Where(verdict => (verdict.State == VerdictState.Released || (verdict.State == VerdictState.Revokes && verdict.Before != null)) && !db.Set<DataCorrection>().Any(issued => issued.ReviewId == verdict.Id)).OrderBy(verdict => verdict.SecondUtc).Take(MostTogether).ToListAsync(ct);
        foreach (var verdict in due)
        {
            if (await IssueAsync(db, stores, verdict, actor, clock, ct) is { } refusal)
            {
                return refusal;
            }
        }

        return due.Count;
    }

    private static async Task<Refusal?> IssueAsync(LanshaoContext db, MonitoringStores stores, FrameVerdict verdict, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var figures = await VerdictChanges.ReadAsync(stores, verdict, ct);
        var lines = figures.Select(Line).Where(line => line.Before != line.After).ToList();
        var sent = figures.Select(figure => figure.Before.Factor).Distinct(StringComparer.Ordinal).ToList();
        var subject = string.Create(CultureInfo.InvariantCulture, $"{verdict.DeviceName} {verdict.DataFromOn:yyyy-MM-dd}{(verdict.DataToOn == verdict.DataFromOn ? string.Empty : $"—{verdict.DataToOn:yyyy-MM-dd}")} 报文{verdict.Frames}帧");
        var decided = verdict.Undoes is null ? "两岗裁定放行" : "两岗撤销放行";
        var sheet = new DataCorrection(verdict.Id, CorrectionOrigin.Verdict, verdict.Mn, string.Join(' ', sent), subject, $"{VerdictWords.Of(verdict.Reason)}，{decided}：{verdict.Evidence}", verdict.DataFromOn, verdict.DataToOn, ChinaTime.NowUtc(clock), actor.Id);
        return await SheetAndTables.SaveAsync(db, stores, sheet, lines, sent.Select(factor => new CorrectTables.Asked(factor, [verdict.Mn], verdict.DataFromOn, verdict.DataToOn)), actor, clock, ct);
    }

    private static CorrectionLine Line(VerdictChange change)
    {
        var before = change.Before;
        var item = AirStation.ItemOf(before.Factor) is { } known ? AirNames.Of(known) : before.Factor;
        var civil = ChinaTime.CivilOf(before.StartUtc);
        return !before.IsSum ? new(CorrectionLevel.Reading, $"{civil:yyyy-MM-dd HH:mm:ss}", item, before.Text, change.After)
            : before.Span switch
            {
                nameof(RollupSpan.Hour) => new(CorrectionLevel.Hour, $"{civil:yyyy-MM-dd HH:mm}", item, before.Text, change.After),
                nameof(RollupSpan.Day) => new(CorrectionLevel.Day, $"{civil:yyyy-MM-dd}", item, before.Text, change.After),
                _ => new(CorrectionLevel.Period, $"{civil:yyyy年M月}", item, before.Text, change.After),
            };
    }
}

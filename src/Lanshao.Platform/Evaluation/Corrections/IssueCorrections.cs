using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Standards.Air;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Corrections;

/// <summary>出具数据更正单: what two posts decided about hours is carried through the sums, days, months and computed tables, and written down with what was and what is. A run that was cut off is taken up by the next.</summary>
public static class IssueCorrections
{
    private const int MostTogether = 50;

    /// <summary>Issues the sheets that are due; returns how many.</summary>
    public static async Task<Outcome<Issued>> RunAsync(LanshaoContext db, MonitoringStores stores, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        _ = await ApplyReviews.RunAsync(stores, clock, ct);
        var due = await db.Set<HourReview>().AsNoTracking()
            .Where(review => (review.State == ReviewState.Invalid || review.State == ReviewState.Reinstated) && !db.Set<DataCorrection>().Any(issued => issued.ReviewId == review.Id))
            .OrderBy(review => review.SecondUtc).Take(MostTogether).ToListAsync(ct);
        foreach (var review in due)
        {
            if (await IssueAsync(db, stores, review, actor, clock, ct) is { } refusal)
            {
                return refusal;
            }
        }

        return new Issued(due.Count);
    }

    /// <summary>Returns the sheet of a review; null where none was issued.</summary>
    public static Task<DataCorrection?> FindAsync(LanshaoContext db, Guid review, CancellationToken ct) => db.Set<DataCorrection>().AsNoTracking().SingleOrDefaultAsync(correction => correction.ReviewId == review, ct);

    private static async Task<Refusal?> IssueAsync(LanshaoContext db, MonitoringStores stores, HourReview review, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var (from, to) = (ChinaTime.DayOf(review.FromUtc), ChinaTime.DayOf(review.EndUtc.AddHours(-1)));
        AirItem[] items = AirStation.ItemOf(review.Factor) is { } known ? [known] : [];
        var name = items is [var item] ? AirNames.Of(item) : review.Factor;
        var lines = HourLines(review, name);
        foreach (var one in items)
        {
            var air = await AirLinesAsync(db, stores, review, one, from, to, ct);
            if (air.IsRefused)
            {
                return air.Refusal;
            }

            lines.AddRange(air.Value);
        }

        var subject = string.Create(CultureInfo.InvariantCulture, $"{review.DeviceName} {name} {ChinaTime.CivilOf(review.FromUtc):yyyy-MM-dd HH:mm}起{review.Hours}小时");
        var reason = review.State == ReviewState.Invalid ? review.Reason : ReviewWords.Of(review.State);
        var sheet = new DataCorrection(review.Id, CorrectionOrigin.Review, review.Mn, review.Factor, subject, reason, from, to, ChinaTime.NowUtc(clock), actor.Id);
        return await SheetAndTables.SaveAsync(db, stores, sheet, lines, [new(review.Factor, [review.Mn], from, to)], actor, clock, ct);
    }

    private static List<CorrectionLine> HourLines(HourReview review, string name)
    {
        var invalid = ReviewWords.Of(ReviewState.Invalid);
        var values = review.Values.Split(',');
        return
        [
            .. from hour in Enumerable.Range(0, review.Hours)
               let value = values.ElementAtOrDefault(hour)
               where value is { Length: > 0 }
               let when = string.Create(CultureInfo.InvariantCulture, $"{ChinaTime.CivilOf(review.FromUtc.AddHours(hour)):yyyy-MM-dd HH:mm}")
               select review.State == ReviewState.Invalid ? new CorrectionLine(CorrectionLevel.Hour, when, name, value, invalid) : new(CorrectionLevel.Hour, when, name, invalid, value),
        ];
    }

    private static async Task<Outcome<IReadOnlyList<CorrectionLine>>> AirLinesAsync(LanshaoContext db, MonitoringStores stores, HourReview review, AirItem item, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var asked = new AirAsked(new(from.Year, 1, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1)) { Mn = review.Mn };
        var (before, after) = (await StoredAir.ReadAsync(db, stores, asked with { Without = review }, ct), await StoredAir.ReadAsync(db, stores, asked, ct));
        if (before.IsRefused || after.IsRefused)
        {
            return (before.Refusal ?? after.Refusal)!;
        }

        return new AirDifference(before.Value.Stations is [var old, ..] ? old.Air : null, after.Value.Stations is [var now, ..] ? now.Air : null, item).Lines(from, to);
    }

    /// <summary>What was issued.</summary>
    public sealed record Issued(int Count);
}

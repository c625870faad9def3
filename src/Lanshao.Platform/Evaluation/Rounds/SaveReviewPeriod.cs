using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Evaluation.Rounds;

/// <summary>登记或更正点评周期: a new round, or the next version of one that stands, with its reason.</summary>
public static class SaveReviewPeriod
{
    /// <summary>What is to be saved.</summary>
    /// <param name="Number">轮次 in the year of its last day.</param>
    /// <param name="Indicator">The indicator's code.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="Source">Who set it.</param>
    /// <param name="Reason">Why it is corrected; empty for a new round.</param>
    /// <param name="Revision">The version that the form shows; 0 for a new round.</param>
    public sealed record Request(int Number, string Indicator, DateOnly From, DateOnly To, string Source, string Reason, int Revision);

    public static async Task<Outcome<ReviewPeriod>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        if (!pack.Value.Read(IndicatorList.Part).ByCode.TryGetValue(request.Indicator, out var indicator) || indicator is not { IsRanked: true, AreaSet: not null })
        {
            return Refusal.Invalid("EVA-054", ("found", request.Indicator));
        }

        var standing = await db.Set<ReviewPeriod>().Where(round => round.Indicator == request.Indicator && round.EndedUtc == null).ToListAsync(ct);
        var before = standing.Find(round => round.Year == request.To.Year && round.Number == request.Number);
        if (RefusalOf(request, before, standing) is { } refusal)
        {
            return refusal;
        }

        var round = ReviewPeriod.Of(request, before, actor, ChinaTime.NowUtc(clock));
        db.Add(round);
        return await db.SaveAsync<ReviewPeriod>(round, actor, clock, ct);
    }

    private static Refusal? RefusalOf(Request request, ReviewPeriod? before, List<ReviewPeriod> standing)
    {
        var days = request.To.DayNumber - request.From.DayNumber + 1;
        if (request.Number is < 1 or > 99 || days is < 1 or > ReviewPeriod.MostDays || request.Source.Length is 0 or > ReviewPeriod.LongestText || request.Reason.Length > ReviewPeriod.LongestText)
        {
            return Refusal.Invalid("EVA-050", ("most", ReviewPeriod.MostDays.ToString(CultureInfo.InvariantCulture)));
        }

        if (request.Revision != (before?.Revision ?? 0))
        {
            return Refusal.Conflict("EVA-053", ("number", request.Number.ToString(CultureInfo.InvariantCulture)));
        }

        if (before is not null && request.Reason.Length == 0)
        {
            return Refusal.Invalid("EVA-052");
        }

        return standing.Find(round => round != before && round.FromOn <= request.To && round.ToOn >= request.From) is { } other
            ? Refusal.Conflict("EVA-051", ("number", other.Number.ToString(CultureInfo.InvariantCulture)), ("period", other.Period.ChineseText))
            : null;
    }
}

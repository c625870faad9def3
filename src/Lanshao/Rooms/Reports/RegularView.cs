using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Rooms.Reports;

/// <summary>What the page of the regular documents shows: a week, month or year as it would read now, and what was made of it.</summary>
/// <param name="Period">The week, month or year.</param>
/// <param name="Draft">How it reads now, or why it cannot be written.</param>
/// <param name="Made">The renderings so far, the newest first.</param>
internal sealed record RegularView(Period Period, Outcome<ReportDraft> Draft, IReadOnlyList<Report> Made)
{
    /// <summary>The documents of the page, in the order of its tabs.</summary>
    public static readonly IReadOnlyList<ReportKind> Kinds = [ReportKind.Week, ReportKind.Month, ReportKind.Year];

    public ReportKind Kind => ReportKinds.Of(Period);

    public static async Task<RegularView> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var period = await PeriodAsync(db, here, clock, ct);
        return new(period, await ReportDraft.ReadAsync(db, period, null, ChinaTime.NowUtc(clock), ct), await ReportQueries.MadeAsync(db, ReportScope.Of(period), ct));
    }

    /// <summary>Returns the period of the same kind before this one or after it.</summary>
    public Period Beside(int steps) => ReportKinds.PeriodOf(Kind, Kind switch
    {
        ReportKind.Week => Period.From.AddDays(7 * steps),
        ReportKind.Month => Period.From.AddMonths(steps),
        _ => Period.From.AddYears(steps),
    });

    // The period of the address in the kind that was asked for; else that in which the newest figures end, else the running one.
    private static async Task<Period> PeriodAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var asked = here.Text("kind");
        var kind = Kinds.FirstOrDefault(kind => ReportKinds.CodeOf(kind) == asked, here.Period is { } given && Kinds.Contains(ReportKinds.Of(given)) ? ReportKinds.Of(given) : ReportKind.Week);
        return ReportKinds.PeriodOf(kind, here.Period?.To ?? (await FigureQueries.NewestAsync(db, ct))?.To ?? ChinaTime.Today(clock));
    }
}

using Lanshao.Platform.Alerts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Reports;

/// <summary>What the page of the special documents shows: one of them as it would read now, and what was made of it.</summary>
/// <param name="Scope">Which document.</param>
/// <param name="Typed">What it is about as people write it.</param>
/// <param name="Choices">What it can be about; empty where that is typed.</param>
/// <param name="Draft">How it reads now, or why it cannot be written.</param>
/// <param name="Made">The renderings so far, the newest first.</param>
internal sealed record SpecialView(ReportScope Scope, string Typed, IReadOnlyList<(string Value, string Text)> Choices, Outcome<ReportDraft> Draft, IReadOnlyList<Report> Made)
{
    private const int MostAlerts = 200;

    /// <summary>Returns what the field is called that says what a document is about.</summary>
    public static string AboutOf(ReportKind kind) => kind switch
    {
        ReportKind.HighValue => "报警",
        ReportKind.Rectification => "措施编号",
        _ => "街道（地区）",
    };

    public static async Task<SpecialView> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var kind = ReportKinds.Special.Cast<ReportKind?>().FirstOrDefault(known => ReportKinds.CodeOf(known!.Value) == here.Text("kind")) ?? ReportKind.Subdistrict;
        var period = here.Period is { } asked && ReportKinds.Covers(kind, asked) ? asked : ReportKinds.PeriodOf(kind, here.Period?.To ?? await DayAsync(db, kind, clock, ct));
        var choices = await ChoicesAsync(db, kind, period, ct);
        var typed = here.Text("about") ?? await UsualAsync(db, kind, period, choices, ct);
        var draft = await ReportDraft.ReadAsync(db, new ReportScope(kind, period, typed), null, ChinaTime.NowUtc(clock), ct);
        var scope = draft.Value?.Annexes.Scope ?? new ReportScope(kind, period, typed);
        return new(scope, typed, choices, draft, await Platform.Reports.ReportQueries.MadeAsync(db, scope, ct));
    }

    // The last night with an alert; else the day on which the newest figures end; else today.
    private static async Task<DateOnly> DayAsync(LanshaoContext db, ReportKind kind, TimeProvider clock, CancellationToken ct) =>
        (kind == ReportKind.HighValue ? await db.Set<Alert>().MaxAsync(alert => (DateOnly?)alert.Night, ct) : null)
        ?? (await FigureQueries.NewestAsync(db, ct))?.To ?? ChinaTime.Today(clock);

    private static async Task<IReadOnlyList<(string Value, string Text)>> ChoicesAsync(LanshaoContext db, ReportKind kind, Period period, CancellationToken ct)
    {
        if (kind == ReportKind.HighValue)
        {
            var night = period.From;
            var alerts = await db.Set<Alert>().AsNoTracking().Where(alert => alert.Night == night).OrderBy(alert => alert.Number).Take(MostAlerts).Select(alert => new { alert.Number, alert.RuleName, alert.Subject }).ToListAsync(ct);
            return [.. alerts.Select(alert => (alert.Number, $"{alert.Number} {alert.RuleName} {alert.Subject}"))];
        }

        var pack = await CurrentPack.ReadAsync(db, ct);
        return kind is ReportKind.Subdistrict or ReportKind.Talk ? [.. pack.Value?.District.Subdistricts.Select(area => (area.Code, area.Name)) ?? []] : [];
    }

    // Who is talked to is usually the worst of the newest ranking.
    private static async Task<string> UsualAsync(LanshaoContext db, ReportKind kind, Period period, IReadOnlyList<(string Value, string Text)> choices, CancellationToken ct) => kind switch
    {
        ReportKind.Rectification => await FirstMeasureAsync(db, period, ct),
        ReportKind.Talk => await WorstAsync(db, period, ct) ?? First(choices),
        ReportKind.Subdistrict => First(choices),
        _ => string.Empty,
    };

    private static string First(IReadOnlyList<(string Value, string Text)> choices) => choices.Count == 0 ? string.Empty : choices[0].Value;

    private static async Task<string?> WorstAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.Value?.Read(PrintedTables.Part).All.FirstOrDefault(table => table.Layout == TableLayout.Ranking) is not { } ranking)
        {
            return null;
        }

        var newest = (await FigureTables.PeriodsAsync(db, ranking, ct)).Where(known => known.To <= period.To).Select(known => (Period?)known).FirstOrDefault();
        return newest is { } span ? (await FigureTables.LoadAsync(db, pack.Value, [ranking], span, ct))[0].Rows.Select(row => row.Place.LocalCode).FirstOrDefault() : null;
    }

    private static async Task<string> FirstMeasureAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        var board = await TaskBoard.ReadAsync(db, pack.Value?.District, new TaskFilter(period.To.Year), period.To, ct);
        return (board.Rows.FirstOrDefault(row => row.State is MeasureState.Overdue or MeasureState.NeedsAttention) ?? (board.Rows.Count == 0 ? null : board.Rows[0]))?.Code ?? string.Empty;
    }
}

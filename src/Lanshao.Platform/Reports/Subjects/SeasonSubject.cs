using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>汛期简报: how much of the season has passed, and the measures of the year's lists that speak of it.</summary>
internal static class SeasonSubject
{
    private const string FloodSeason = "汛期";

    public static async Task<Outcome<ReportSubject>> ReadAsync(LanshaoContext db, Pack pack, Period period, CancellationToken ct)
    {
        if (pack.District.Names.Seasons.Find(FloodSeason) is not { } season)
        {
            return Refusal.NotFound("RPT-072", ("period", period.ChineseText), ("season", "—"));
        }

        var whole = Period.Range(season.FirstOf(period.To.Year), season.LastOf(period.To.Year));
        if (period.To < whole.From || period.From > whole.To)
        {
            return Refusal.NotFound("RPT-072", ("period", period.ChineseText), ("season", whole.ChineseText));
        }

        var board = await TaskBoard.ReadAsync(db, pack.District, new TaskFilter(period.To.Year), period.To, ct);
        var rows = board.Rows.Where(row => season.Words.Any(word => TaskTable.TextOf(row).Contains(word, StringComparison.Ordinal) || row.Measure.DeadlineRaw.Contains(word, StringComparison.Ordinal))).ToList();
        var passed = Math.Min(period.To.DayNumber, whole.To.DayNumber) - whole.From.DayNumber + 1;
        var query = string.Create(CultureInfo.InvariantCulture, $"season={whole.Code}&until={period.To:yyyy-MM-dd}");
        return new ReportSubject(
            string.Empty,
            new Dictionary<string, string> { ["season"] = string.Create(CultureInfo.InvariantCulture, $"{whole.From:M月d日}—{whole.To:M月d日}") },
            [
                NamedFact.Count("season.days", "汛期天数", whole.Days, "天", whole, query + "&take=days"),
                NamedFact.Count("season.passed", "汛期已过天数", passed, "天", period, query + "&take=passed"),
                NamedFact.Count("season.left", "汛期余下天数", whole.Days - passed, "天", period, query + "&take=left"),
                .. TaskTable.Counts("season-tasks", "写明汛期的措施", rows, period),
            ],
            TaskTable.Of("写明汛期的任务", rows, period) is { } table ? [table] : []);
    }
}

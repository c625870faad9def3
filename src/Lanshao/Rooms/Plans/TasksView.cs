using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Plans;

/// <summary>What the task list shows; its files say the same.</summary>
/// <param name="Years">The years that have lists, the newest first.</param>
/// <param name="Lists">The lists of the year.</param>
/// <param name="Filter">What the address asks for.</param>
/// <param name="Board">The measures that are wanted.</param>
/// <param name="Book">The units.</param>
/// <param name="Said">The newest progress, by entry.</param>
/// <param name="IsSample">Whether the district is a sample.</param>
/// <param name="OpensGroups">Whether the units behind a group's name are named beside it.</param>
internal sealed record TasksView(
    IReadOnlyList<int> Years, IReadOnlyList<TaskBoard.List> Lists, TaskFilter Filter, TaskBoard Board, UnitBook Book, IReadOnlyDictionary<Guid, string> Said, bool IsSample, bool OpensGroups)
{
    /// <summary>The parameter of the address that opens the groups.</summary>
    public const string GroupsName = "groups";

    /// <summary>The parameters of the address that filter.</summary>
    public static readonly string[] Names = ["list", "domain", "unit", "deadline", "state", "target", "q"];

    public static Task<TasksView> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct) => LoadAsync(db, here, clock, here.Text("list"), here.Text("q"), ct);

    /// <summary>Reads one list as the address filters it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="here">The address.</param>
    /// <param name="clock">Says the day.</param>
    /// <param name="list">The list's code.</param>
    /// <param name="ct">Stops.</param>
    /// <param name="number">The only task or measure that is wanted; null for those that the address asks for.</param>
    public static Task<TasksView> OfListAsync(LanshaoContext db, PageAddress here, TimeProvider clock, string list, CancellationToken ct, string? number = null) => LoadAsync(db, here, clock, list, number ?? here.Text("q"), ct);

    private static async Task<TasksView> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, string? listCode, string? search, CancellationToken ct)
    {
        var district = await DistrictAsync(db, ct);
        var today = TaskCounts.DayOf(here.Period, await FigureQueries.NewestAsync(db, ct), ChinaTime.Today(clock));
        var years = await PlanQueries.YearsAsync(db, ct);
        var year = await YearOfAsync(db, listCode, ct) ?? here.Period?.From.Year ?? (years.Count > 0 ? years[0] : today.Year);
        year = years.Contains(year) || years.Count == 0 ? year : years[0];
        var book = new UnitBook(district, today);
        var filter = FilterOf(here, book, year) with { List = listCode, Search = search };
        var board = await TaskBoard.ReadAsync(db, district, filter, today, ct);
        return new(years, await TaskBoard.ListsAsync(db, year, ct), filter, board, book, await SaidAsync(db, board, ct), district?.Facts.IsSample ?? false, here.Text(GroupsName) == "open");
    }

    public static async Task<District?> DistrictAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? null : pack.Value.District;
    }

    /// <summary>Says in words what is due when.</summary>
    public string Answer => string.Create(
        CultureInfo.InvariantCulture,
        $"共{Board.Rows.Count}条措施，其中{Board.Count(DeadlineBand.MidYear)}条6月底前到期、{Board.Count(DeadlineBand.YearEnd)}条年底前、{Board.Count(DeadlineBand.Ongoing)}条长期实施；30日内到期{Board.Count(DeadlineBand.Soon)}条。");

    /// <summary>Returns the table of some of the rows.</summary>
    public PageTable Table(IReadOnlyList<TaskBoard.Row> rows, Func<TaskBoard.Row, string> hrefOf) => new(
        $"{Filter.Year}年任务清单",
        [
            new("编号", ColumnKind.Mark), new("领域", ColumnKind.OneLine) { WidthMm = 17 }, new("重点任务") { WidthMm = 26 }, new("工作措施", ColumnKind.Prose) { WidthMm = 54 }, new("完成时限", ColumnKind.OneLine) { WidthMm = 24 },
            new("截止日期", ColumnKind.OneLine) { WidthMm = 27 }, new("牵头部门") { WidthMm = 27 }, new("责任（协办）单位"), new("量化目标") { WidthMm = 40 }, new("最近进展") { ScreenOnly = true }, new("状态", ColumnKind.OneLine) { WidthMm = 22 },
        ],
        [.. rows.Select(row => RowOf(row, hrefOf(row)))])
    { IsSample = IsSample, IsWide = true, IsStacked = true };

    /// <summary>Prints a unit as the list does; on request with the units behind a group's name.</summary>
    public string Printed(MeasureUnit unit)
    {
        var members = OpensGroups ? Book.MembersOf(UnitBook.KeyOf(unit.UnitCode, unit.Raw)) : [];
        return members.Count < 2 ? unit.Raw : $"{unit.Raw}（{members.Count}家：{string.Join('、', members.Select(Book.NameOf))}）";
    }

    private TableRow RowOf(TaskBoard.Row row, string href)
    {
        var measure = row.Measure;
        string[] Units(Func<UnitRole, bool> wanted) => [.. measure.Units.Where(u => wanted(u.Role)).OrderBy(u => u.Seq).Select(Printed)];
        return new(
            [
                Cell.Of(row.Code).LinkedTo(href), Cell.Of(TaskWords.Of(row.Domain)), Cell.Of(row.Task), Cell.Of(measure.Text.Split('\n')), Cell.Of(measure.DeadlineRaw),
                measure.DueOn is { } day ? Cell.Day(day) : Cell.Missing(TaskWords.NoDay(measure)), Cell.Of(Units(role => role == UnitRole.Lead)), Cell.Of(Units(role => role != UnitRole.Lead)),
                Cell.Of([.. measure.Targets.OrderBy(t => t.Seq).Select(t => MeasurePrint.Target(t.AsPrinted))]),
                row.LatestEntry is { } entry && Said.TryGetValue(entry, out var text) ? Cell.Of(text.Split('\n')) : Cell.Missing("尚无进展"), Cell.State(TaskWords.Of(row.State)),
            ],
            Anchor: $"m-{row.List.Code}-{row.Code}");
    }

    private static TaskFilter FilterOf(PageAddress here, UnitBook book, int year) => new(year)
    {
        Domain = TaskWords.Domains.Where(d => d.Domain.ToString() == here.Text("domain")).Select(d => (PlanDomain?)d.Domain).FirstOrDefault(),
        State = TaskWords.States.Where(s => s.State.ToString() == here.Text("state")).Select(s => (MeasureState?)s.State).FirstOrDefault(),
        Deadline = TaskWords.Bands.Where(b => b.Band.ToString() == here.Text("deadline")).Select(b => (DeadlineBand?)b.Band).FirstOrDefault(),
        HasTarget = here.Text("target") switch { "yes" => true, "no" => false, _ => null },
        Unit = here.Text("unit") is { } unit ? book.Find(unit) ?? unit : null,
    };

    private static async Task<int?> YearOfAsync(LanshaoContext db, string? list, CancellationToken ct) =>
        list is null ? null : await db.Set<ActionPlan>().AsNoTracking().Where(p => p.Code == list).Select(p => (int?)p.Year).SingleOrDefaultAsync(ct);

    private static async Task<IReadOnlyDictionary<Guid, string>> SaidAsync(LanshaoContext db, TaskBoard board, CancellationToken ct)
    {
        var ids = board.Rows.Select(r => r.LatestEntry).OfType<Guid>().ToList();
        return await db.Set<ProgressEntry>().AsNoTracking().Where(e => ids.Contains(e.Id) && e.Text != null).ToDictionaryAsync(e => e.Id, e => e.Text!, ct);
    }
}

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

namespace Lanshao.Rooms.Plans;

/// <summary>What the pages of unit sheets show; their files say the same.</summary>
/// <param name="Lists">Every standing list, the newest year first.</param>
/// <param name="Sheets">The sheets of the chosen list.</param>
/// <param name="Book">The units' names and order.</param>
/// <param name="Period">The month that a sheet asks about.</param>
/// <param name="DueOn">The day by which it is to come back; null where the working calendar lacks the year.</param>
/// <param name="AsOf">The day for which the pages speak: today, or the end of the period in view.</param>
/// <param name="IsSample">Whether the district is a sample.</param>
internal sealed record UnitSheetsView(IReadOnlyList<UnitSheetsView.List> Lists, UnitSheets Sheets, UnitBook Book, Period Period, DateOnly? DueOn, DateOnly AsOf, bool IsSample)
{
    /// <summary>The parameter of the address that names the list.</summary>
    public const string ListName = "list";

    /// <summary>Reads the sheets of the list that the address names, else of the newest yearly plan. PRG-020 where there is none.</summary>
    public static async Task<Outcome<UnitSheetsView>> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        var district = pack.IsRefused ? null : pack.Value.District;
        var today = ChinaTime.Today(clock);
        var lists = await ListsAsync(db, ct);
        var wanted = here.Text(ListName) ?? (lists.Count > 0 ? lists[0].Code : null);
        var book = new UnitBook(district, today);
        if (wanted is null || await UnitSheets.LoadAsync(db, wanted, book, ct) is not { } sheets)
        {
            return Refusal.NotFound("PRG-020", ("list", wanted ?? "—"));
        }

        var asOf = TaskCounts.DayOf(here.Period, await FigureQueries.NewestAsync(db, ct), today);
        var period = PeriodOf(here.Period, sheets.Plan, asOf, today);
        var due = ReportingPeriod.DueDayOf(period, pack.IsRefused ? Standards.WorkCalendar.Embedded : pack.Value.Read(DistrictPart.Calendar));
        return new UnitSheetsView(lists, sheets, book, period, due.IsRefused ? null : due.Value, asOf, district?.Facts.IsSample ?? false);
    }

    /// <summary>Returns the overview: one row a unit.</summary>
    public PageTable Overview(Func<string, string> hrefOf) => new(
        $"{Sheets.Plan.Title}单位任务单",
        [
            new("序号", ColumnKind.Mark) { SortKey = "number" }, new("单位"), new("涉及措施", ColumnKind.Figure) { Unit = "条", SortKey = "all" }, new("牵头", ColumnKind.Figure) { Unit = "条", SortKey = "lead" },
            new("责任（协办）", ColumnKind.Figure) { Unit = "条", SortKey = "assist" }, new($"{UnitSheet.SoonDays}日内到期", ColumnKind.Figure) { Unit = "条", SortKey = "soon" },
        ],
        [.. Sheets.Units.Select((unit, at) => RowOf(Sheets.Of(unit), at, hrefOf))])
    { IsSample = IsSample };

    /// <summary>Returns one unit's sheet as the page shows it.</summary>
    public PageTable Page(UnitSheet sheet, Func<string, string> taskHref) => new(
        $"{sheet.UnitName}任务单",
        [
            new("序号", ColumnKind.Mark), new("编号", ColumnKind.Mark), new("重点任务"), new("工作措施", ColumnKind.Prose), new("完成时限", ColumnKind.OneLine) { SortKey = "due" }, new("本单位职责"),
            new("共同牵头单位"), new("量化目标"), new("进展情况"), new("是否完成", ColumnKind.Mark), new("经办人", ColumnKind.OneLine), new("联系电话", ColumnKind.OneLine),
        ],
        [.. sheet.Rows.Select((row, at) => RowOf(row, at, taskHref))])
    { IsSample = IsSample, IsWide = true, IsStacked = true, Below = [$"依据：{sheet.Plan.Title}"] };

    /// <summary>Says in words what the unit has to do.</summary>
    public string AnswerOf(UnitSheet sheet) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sheet.UnitName}共涉及{sheet.Rows.Count}条措施：牵头{sheet.Leading}条、责任（协办）{sheet.Rows.Count - sheet.Leading}条；{sheet.EndingSoon(AsOf)}条{UnitSheet.SoonDays}日内到期。");

    private TableRow RowOf(UnitSheet sheet, int at, Func<string, string> hrefOf) => new(
        [Cell.Whole(at + 1), Cell.Of(sheet.UnitName).LinkedTo(hrefOf(sheet.UnitKey)), Cell.Whole(sheet.Rows.Count), Cell.Whole(sheet.Leading), Cell.Whole(sheet.Rows.Count - sheet.Leading), Cell.Whole(sheet.EndingSoon(AsOf))]);

    private static TableRow RowOf(UnitSheet.Row row, int at, Func<string, string> taskHref) => new(
        [
            Cell.Whole(at + 1), Cell.Of(row.Code).LinkedTo(taskHref(row.Code)), Cell.Of(row.Task), Cell.Of(row.Text.Split('\n')), Cell.Of(row.Deadline).Ordered(row.DueOn?.DayNumber ?? int.MaxValue),
            Cell.Of(UnitSheet.DutyText(row.Role, row.Through).Split('\n')), Cell.Of([.. row.OtherLeads]), Cell.Of([.. row.Targets]), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank,
        ],
        Anchor: $"m-{row.Code}");

    // What is reported is the last month that has ended in view, within the list's own year; a quarter's list asks about its quarter.
    private static Period PeriodOf(Period? asked, UnitSheet.List list, DateOnly asOf, DateOnly today)
    {
        if (asked is { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Half } period)
        {
            return period;
        }

        if (list.Kind == PlanKind.Quarterly && Period.TryParse(list.PeriodCode, out var own))
        {
            return own;
        }

        var last = asOf < today ? asOf : today.AddMonths(-1);
        return last.Year == list.Year ? Period.Month(last.Year, last.Month) : Period.Month(list.Year, last.Year < list.Year ? 1 : 12);
    }

    private static async Task<IReadOnlyList<List>> ListsAsync(LanshaoContext db, CancellationToken ct)
    {
        var years = await PlanQueries.YearsAsync(db, ct);
        var lists = new List<List>();
        foreach (var year in years)
        {
            lists.AddRange((await TaskBoard.ListsAsync(db, year, ct)).Select(list => new List(list.Code, list.Title)));
        }

        return lists;
    }

    /// <summary>A list to choose.</summary>
    internal sealed record List(string Code, string Title);
}

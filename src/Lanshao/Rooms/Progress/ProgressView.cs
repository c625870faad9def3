using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Plans;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Progress;

/// <summary>How the units of a list stand with their returns for a period (进展报送).</summary>
/// <param name="Sheets">The list with its units.</param>
/// <param name="Period">The period, opened or not.</param>
/// <param name="Opened">The opened period; null where nobody was asked yet.</param>
/// <param name="Periods">Every opened period, the newest first.</param>
/// <param name="States">The units in the official order; empty where the period is not open.</param>
internal sealed record ProgressView(UnitSheetsView Sheets, Period Period, ReportingPeriod? Opened, IReadOnlyList<ReportingPeriod> Periods, IReadOnlyList<ReportQueries.UnitState> States)
{
    private static readonly ReportState[] In = [ReportState.Reported, ReportState.ReportedLate, ReportState.Nothing];

    /// <summary>Reads the list and period of the address.</summary>
    public static async Task<Outcome<ProgressView>> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var sheets = await UnitSheetsView.LoadAsync(db, here, clock, ct);
        if (sheets.IsRefused)
        {
            return sheets.Refusal;
        }

        var plan = sheets.Value.Sheets.Plan;
        var periods = await ReportQueries.PeriodsAsync(db, plan.Id, ct);
        var period = here.Period is null && periods.Count > 0 && Period.TryParse(periods[0].PeriodCode, out var newest) ? newest : sheets.Value.Period;
        var opened = periods.FirstOrDefault(p => p.PeriodCode == period.Code);
        var states = opened is null ? [] : await ReportQueries.StatesAsync(db, sheets.Value.Sheets, opened, sheets.Value.Book, ct);
        return new ProgressView(sheets.Value, period, opened, periods, states);
    }

    /// <summary>Says in words who is missing.</summary>
    public string Answer
    {
        get
        {
            if (Opened is not { } opened)
            {
                return $"{Period.ChineseText}尚未开始报送。";
            }

            var missing = States.Where(s => !In.Contains(s.State)).ToList();
            var names = missing.Count == 0 ? "全部报齐" : $"未报齐{missing.Count}家：{string.Join('、', missing.Take(5).Select(s => s.Name))}{(missing.Count > 5 ? "等" : string.Empty)}";
            return string.Create(CultureInfo.InvariantCulture, $"{Period.ChineseText}应报{States.Count}家，已报{States.Count - missing.Count}家；{names}。截止{opened.DueOn:M月d日}。");
        }
    }

    public PageTable Table(Func<string, string> sheetHref) => new(
        $"{Period.ChineseText}进展报送情况",
        [
            new("序号", ColumnKind.Mark), new("单位"), new("报送状态", ColumnKind.OneLine), new("报送日期", ColumnKind.OneLine) { SortKey = "day" }, new("涉及措施", ColumnKind.Figure) { Unit = "条" }, new("已填写", ColumnKind.Figure) { Unit = "条", SortKey = "written" }, new("退回原因", ColumnKind.Prose),
        ],
        [.. States.Select((state, at) => new TableRow(
            [
                Cell.Whole(at + 1), Cell.Of(state.Name).LinkedTo(sheetHref(state.UnitKey)), Cell.State(WordOf(state.State)), state.SubmittedOn is { } day ? Cell.Day(day) : Cell.Missing("未报"), Cell.Whole(state.Measures), Cell.Whole(state.Written), Cell.Of(state.ReturnReason),
            ]))])
    { IsSample = Sheets.IsSample };

    public static string WordOf(ReportState state) => state switch
    {
        ReportState.Draft => "草稿",
        ReportState.Submitted => "待审核",
        ReportState.Returned => "已退回",
        ReportState.Reported => "已报送",
        ReportState.ReportedLate => "逾期报送",
        ReportState.Nothing => "无进展（零报告）",
        _ => "未报",
    };
}

/// <summary>The progress table of a whole list (重点任务进展表), as it is printed.</summary>
/// <param name="Plan">The list.</param>
/// <param name="Period">The period.</param>
/// <param name="Rows">The measures in the order of the list.</param>
/// <param name="Report">The return of the list; null where nothing was entered.</param>
/// <param name="IsSample">Whether the district is a sample.</param>
internal sealed record ListProgressView(UnitSheet.List Plan, Period Period, IReadOnlyList<ListProgressView.Row> Rows, UnitReport? Report, bool IsSample)
{
    internal sealed record Row(Guid MeasureId, string Code, string Text, string Units, ProgressText? Said, IReadOnlyList<string> Linked);

    /// <summary>Gets the version that a form of this page is made from.</summary>
    public int Version => Report?.Version ?? SaveProgress.NoVersion;

    public static async Task<Outcome<ListProgressView>> LoadAsync(LanshaoContext db, PageAddress here, TimeProvider clock, CancellationToken ct)
    {
        var sheets = await UnitSheetsView.LoadAsync(db, here, clock, ct);
        if (sheets.IsRefused)
        {
            return sheets.Refusal;
        }

        var plan = sheets.Value.Sheets.Plan;
        var period = sheets.Value.Period;
        var report = await ReportQueries.FindAsync(db, plan.Id, new(plan.Code, period, UnitReport.WholeList), ct);
        var said = report?.Entries.ToDictionary(e => e.MeasureId, e => e.AsText) ?? [];
        var measures = await db.Set<Measure>().AsNoTracking().Include(m => m.Units).Where(m => m.PlanId == plan.Id && m.VoidedAtUtc == null).OrderBy(m => m.Ordinal).ToListAsync(ct);
        var linked = await TaskLinks.OfManyAsync(db, measures.ConvertAll(m => m.Id), ct);
        return new ListProgressView(
            plan,
            period,
            [.. measures.Select(m => new Row(m.Id, m.Code, m.Text, string.Join('、', m.Units.OrderBy(u => u.Seq).Select(u => u.Raw)), said.GetValueOrDefault(m.Id), [.. linked[m.Id].Select(item => item.Code)]))],
            report,
            sheets.Value.IsSample);
    }

    /// <summary>Says in words how many are on track, and which are not.</summary>
    public string Answer
    {
        get
        {
            var yes = Rows.Count(r => r.Said?.Verdict == OnTrackVerdict.Yes);
            var unsaid = Rows.Count(r => r.Said?.Verdict is null);
            return $"{Rows.Count}项：符合预期{yes}项{Others(OnTrackVerdict.No, "不符合预期")}{Others(OnTrackVerdict.Advice, "文字建议")}{(unsaid == 0 ? string.Empty : $"，未填写{unsaid}项")}。";
        }
    }

    // 二季度进展, 6月进展: the heading names the period without its year.
    private string Heading => Period.ChineseText[(Period.ChineseText.IndexOf('年', StringComparison.Ordinal) + 1)..] + "进展";

    private string Others(OnTrackVerdict verdict, string word)
    {
        var at = Enumerable.Range(0, Rows.Count).Where(row => Rows[row].Said?.Verdict == verdict).Select(row => row + 1).ToList();
        return at.Count == 0 ? string.Empty : $"，另{at.Count}项为{word}（第{string.Join('、', at)}项）";
    }

    public PageTable Table => new(
        $"重点任务进展表（{Period.ChineseText}）",
        [new("序号", ColumnKind.Mark), new("重点任务内容", ColumnKind.Prose), new("责任部门"), new(Heading, ColumnKind.Prose), new("是否符合预期"), new("对应年度计划编号", ColumnKind.Mark) { ScreenOnly = true }],
        [.. Rows.Select((row, at) => new TableRow(
            [
                Cell.Whole(at + 1), Cell.Of(row.Text.Split('\n')), Cell.Of(row.Units), row.Said?.Text is { } text ? Cell.Of(text.Split('\n')) : Cell.Missing("未填写"), Cell.Of(ProgressImportOffers.WordOf(row.Said?.Verdict, row.Said?.Advice)), row.Linked.Count == 0 ? Cell.Missing("尚未关联年度计划的任务") : Cell.Of([.. row.Linked]),
            ]))])
    { IsSample = IsSample, IsWide = true, IsStacked = true, Below = [$"依据：{Plan.Title}"] };
}

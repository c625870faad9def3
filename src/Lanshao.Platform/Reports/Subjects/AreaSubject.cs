using System.Globalization;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>One 街道（地区）: its row of every table, its water points, its tasks and the alerts in it.</summary>
internal static class AreaSubject
{
    private static readonly string[] Takes = ["area-value", "area-change", "area-rank", "area-city-rank"];

    private static readonly (ColumnContent Shows, string Take, string Word)[] Shown =
    [
        (ColumnContent.Value, "area-value", "浓度（量）"),
        (ColumnContent.Change, "area-change", "同比"),
        (ColumnContent.DistrictRank, "area-rank", "区倒排名"),
        (ColumnContent.CityRank, "area-city-rank", "市倒排名"),
        (ColumnContent.YearTarget, "area-target", "年度目标"),
        (ColumnContent.Budget, "area-left-mean", "剩余时段控制线"),
    ];

    public static async Task<Outcome<ReportSubject>> ReadAsync(LanshaoContext db, Pack pack, ReportScope scope, IReadOnlyList<ReportTable> tables, CancellationToken ct)
    {
        var typed = scope.Subject.Trim();
        if ((pack.District.FindSubdistrict(typed) ?? pack.District.FindSubdistrict(pack.District.Names.Resolve(typed)?.Code ?? string.Empty)) is not { } area)
        {
            return Refusal.NotFound("RPT-070", ("found", typed), ("known", string.Join('、', pack.District.Subdistricts.Select(known => known.Name))));
        }

        var figures = tables.SelectMany(table => FactsOf(table.Table, area).Select(fact => fact.Under(table.Prefix))).ToList();
        var board = await TaskBoard.ReadAsync(db, pack.District, new TaskFilter(scope.Period.To.Year) { Unit = area.Code }, scope.Period.To, ct);
        var points = tables.Where(table => table.Table.Definition.Layout == TableLayout.Points && table.Prefix.Length == 0)
            .SelectMany(table => WaterFacts.PointsOf(table.Table, pack.District, "area", point => point.Subdistricts.Contains(area.Code))).ToList();
        SubjectTable?[] printed = [Figures(area, tables, figures), TaskTable.Of($"{area.Name}承担的任务", board.Rows, scope.Period)];
        return new ReportSubject(
            area.Code,
            new Dictionary<string, string> { ["area"] = area.Name },
            [.. figures, .. points, .. TaskTable.Counts("area-tasks", area.Name + "承担的措施", board.Rows, scope.Period), .. await AlertsAsync(db, area, scope.Period, ct)],
            [.. printed.OfType<SubjectTable>()]);
    }

    private static IEnumerable<NamedFact> FactsOf(FigureTable table, Subdistrict area)
    {
        var place = Place.Subdistrict(area.Code);
        if (table.Rows.FirstOrDefault(row => row.Place == place) is not { } row)
        {
            return [];
        }

        var facts = new TableFacts(table);
        if (table.Definition.Layout == TableLayout.Counts)
        {
            facts.Cell("area-total", "总计", row.Cells[table.Columns.Index().First(column => column.Item.Indicator == table.Indicator.Code).Index], table.Indicator.PrintedUnit, FactOrigin.Summed);
        }

        foreach (var (shows, take, word) in table.Definition.Layout is TableLayout.Ranking or TableLayout.Bulletin ? Shown : [])
        {
            var cell = table.Cell(row, shows);
            var unit = shows is ColumnContent.DistrictRank or ColumnContent.CityRank ? "位" : cell?.IsPercent == true ? "%" : table.Indicator.PrintedUnit;
            facts.Cell(take, word, cell is { Missing: null } ? cell : null, unit, shows == ColumnContent.DistrictRank ? FactOrigin.Ranked : FactOrigin.Stored);
        }

        return facts.All.Select(fact => fact with { Place = place, Label = $"{area.Name}{fact.Label}", Query = $"{fact.Query}&place={place.Code}" });
    }

    private static SubjectTable? Figures(Subdistrict area, IReadOnlyList<ReportTable> tables, List<NamedFact> figures)
    {
        NamedFact? Find(ReportTable table, string take) => figures.Find(fact => fact.Name == $"{table.Prefix}{table.Table.Definition.Code}.{take}");
        var rows = tables.Where(table => Find(table, "area-value") is not null).Select(table => (IReadOnlyList<SubjectCell>)
        [
            SubjectCell.Of(table.Table.Definition.Layout == TableLayout.Bulletin ? table.Table.Indicator.ShortName + "当月浓度" : table.Table.Indicator.Name),
            SubjectCell.Of(Find(table, "area-value")!.Period.ChineseText),
            SubjectCell.Of(table.Table.Indicator.PrintedUnit),
            .. Takes.Select(take => SubjectCell.Of(Find(table, take))),
        ]).ToList();
        return rows.Count == 0 ? null : SubjectTable.Of(
            new()
            {
                Title = $"{area.Name}主要指标",
                IsSmall = true,
                Columns = [new("序号", 11), new("指标", 30), new("时段", 28), new("单位", 28), new("数值", 17), new("同比", 16), new("区倒排名", 18), new("市倒排名", 18)],
                Rows = [],
                NotesBelow = [$"数据来源：{string.Join('、', tables.Where(table => Find(table, "area-value") is not null).Select(table => table.Table.SourceLine).Distinct())}；“—”表示没有公布或不排名。"],
            },
            rows);
    }

    // What corrected data took back was no alert.
    private static async Task<IReadOnlyList<NamedFact>> AlertsAsync(LanshaoContext db, Subdistrict area, Period period, CancellationToken ct)
    {
        var (from, to) = (period.From, period.To);
        var alerts = await db.Set<Alert>().AsNoTracking().Where(alert => alert.Subdistrict == area.Code && alert.Night >= from && alert.Night <= to && alert.Outcome != AlertOutcome.DataCorrected)
            .Select(alert => new { alert.Outcome, alert.State }).ToListAsync(ct);
        var query = string.Create(CultureInfo.InvariantCulture, $"alerts&area={area.Code}&period={period.Code}");
        return alerts.Count == 0 ? [] :
        [
            NamedFact.Count("area-alerts.total", area.Name + "报警", alerts.Count, "件", period, query),
            NamedFact.Count("area-alerts.problem", area.Name + "查实的报警", alerts.Count(alert => alert.Outcome == AlertOutcome.Problem), "件", period, query + "&take=problem"),
            NamedFact.Count("area-alerts.open", area.Name + "没有办结的报警", alerts.Count(alert => alert.State < AlertState.Confirmed), "件", period, query + "&take=open"),
        ];
    }
}

using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Evaluation;
using Lanshao.Rooms.Indicators;
using Lanshao.Rooms.Monitoring.Reviews;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Reports;

/// <summary>数据更正单: B15. What was corrected in a month, and which documents carried the old figure.</summary>
internal sealed record CorrectionsView(PageTable Table, PageTable? Late, string Answer, Period Month)
{
    public const string Path = "/corrections";
    private const int Most = 200;

    private static readonly IReadOnlyList<Column> Columns =
        [new("数据"), new("原值", ColumnKind.Figure), new("现值", ColumnKind.Figure), new("原因"), new("受影响的日/月/排名/报警", ColumnKind.Prose), new("受影响的已报送材料", ColumnKind.Prose)];

    private static readonly IReadOnlyList<Column> LateColumns = [new("数据"), new("更正时间", ColumnKind.OneLine), new("原因"), new("受影响的数", ColumnKind.Prose), new("载有旧数的文稿", ColumnKind.Figure)];

    public static async Task<Outcome<CorrectionsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var day = here.Period is { } asked ? asked.To : ChinaTime.Today(clock);
        var month = Period.Month(day.Year, day.Month);
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(month.From), ChinaTime.StartUtc(month.To.AddDays(1)));
        var all = db.Set<DataCorrection>().AsNoTracking().Where(sheet => sheet.IssuedUtc >= fromUtc && sheet.IssuedUtc < toUtc).OrderByDescending(sheet => sheet.IssuedUtc);
        var sheets = await all.Where(sheet => sheet.Origin != CorrectionOrigin.Late && sheet.Origin != CorrectionOrigin.Import).Take(Most).ToListAsync(ct);
        var late = await all.Where(sheet => sheet.Origin == CorrectionOrigin.Late || sheet.Origin == CorrectionOrigin.Import).Take(Most).ToListAsync(ct);
        var lateCount = late.Count < Most ? late.Count : await all.CountAsync(sheet => sheet.Origin == CorrectionOrigin.Late || sheet.Origin == CorrectionOrigin.Import, ct);
        var ended = sheets.Concat(late).SelectMany(sheet => sheet.Ended).ToHashSet();
        var figures = (await ReplacedFigure.ListAsync(db, fromUtc, toUtc, Most, ct)).Where(figure => !ended.Contains(figure.Before.Id)).ToList();
        var carried = (await CarriedFacts.FindAsync(db, services.GetRequiredService<FileStore>(), [.. ended, .. figures.Select(figure => figure.Before.Id)], ChinaTime.NowUtc(clock), ct)).Changed;
        var exports = new Dictionary<Guid, int>();
        foreach (var sheet in sheets)
        {
            exports[sheet.ReviewId] = (await CarriedExports.FindAsync(db, sheet, ct)).Count;
        }

        foreach (var figure in figures)
        {
            exports[figure.Before.Id] = (await CarriedExports.FindAsync(db, figure.Before, ct)).Count;
        }

        var pack = (await CurrentPack.ReadAsync(db, ct)).Value;
        var rows = new Rows(new(pack), [.. pack?.Read(PrintedTables.Part).All ?? []], carried.ToLookup(fact => fact.ValueId), exports, here, t);
        var table = new PageTable(t["数据更正单（{0}）", month], Columns, [.. sheets.Select(rows.Of), .. figures.Select(rows.Of)])
        {
            IsWide = true,
            IsStacked = true,
            Below = [t["已生成的文稿按冻结的数字逐一查对，导出按登记的表和时段查对；打印的页面不留底，无法列出。"], .. sheets.Count == Most || figures.Count == Most ? Cut(t) : []],
        };
        var hours = sheets.Sum(sheet => sheet.Lines.Count(line => line.Level == CorrectionLevel.Hour));
        var answer = t["{0}更正：小时值{1}个、数据{2}项；载有旧数的文稿{3}份。", month, hours, figures.Count, carried.Select(fact => fact.ReportId).Distinct().Count()];
        return new CorrectionsView(table, late.Count == 0 ? null : LateOf(late, carried.ToLookup(fact => fact.ValueId), month, here, t), lateCount == 0 ? answer : answer + t["另有迟到、导入数据重新计算{0}次。", lateCount], month);
    }

    private static PageTable LateOf(List<DataCorrection> late, ILookup<Guid, CarriedFact> carried, Period month, PageAddress here, UiTexts t) => new(t["迟到和导入数据更正（{0}）", month], LateColumns,
    [
        .. late.Select(sheet => new TableRow(
        [
            Cell.Of(sheet.Subject).LinkedTo(here.To(CorrectionTable.Path, ("id", $"{sheet.ReviewId}"))), Cell.Of(MarkWords.Time(sheet.IssuedUtc)), Cell.Of(sheet.Reason), Cell.Of(CorrectionSheetView.CountOf(sheet, t)),
            Cell.Whole(sheet.Ended.SelectMany(id => carried[id]).Select(fact => fact.ReportId).Distinct().Count()),
        ])),
    ])
    {
        IsWide = true,
        IsStacked = true,
        Below = [t["设备断网后补传等迟到一小时以上的数据改变了已汇总的数，每台设备一次补传一张更正单。"], t["导入的小时数据改变了已汇总的数，或撤销这样的导入，每个站点一次导入一张更正单；空白时段首次导入不出更正单。"], .. late.Count == Most ? Cut(t) : []],
    };

    private static string[] Cut(UiTexts t) => [t["只列出前{0}行，其余请缩小筛选范围后另行导出。", Most]];

    private sealed class Rows(FigureNames names, IReadOnlyList<TableDefinition> tables, ILookup<Guid, CarriedFact> carried, IReadOnlyDictionary<Guid, int> exports, PageAddress here, UiTexts t)
    {
        public TableRow Of(DataCorrection sheet)
        {
            var hours = sheet.Lines.Where(line => line.Level == CorrectionLevel.Hour).ToList();
            return new(
            [
                Cell.Of(sheet.Subject).LinkedTo(here.To(CorrectionTable.Path, ("id", $"{sheet.ReviewId}"))),
                Cell.Of(string.Join('、', hours.Select(line => line.Before ?? "—"))), Cell.Of(string.Join('、', hours.Select(line => line.After ?? "—"))), Cell.Of(sheet.Reason),
                Cell.Of([.. sheet.Lines.Where(line => line.Level != CorrectionLevel.Hour).GroupBy(line => line.Level).Select(level => t["{0}：{1}处", t[CorrectionTable.WordOf(level.Key)], level.Count()])]),
                Documents([.. sheet.Ended.SelectMany(id => carried[id])], exports[sheet.ReviewId]),
            ]);
        }

        public TableRow Of(ReplacedFigure figure) => new(
        [
            Cell.Of($"{names.Place(figure.Before.Place.Code)} {figure.Before.Period.ChineseText} {names.Indicator(figure.Before.Indicator)}").LinkedTo(here.To($"/figures/{figure.Before.Id}")),
            Cell.Of(ValueWords.Shown(figure.Before)),
            figure.After is { } after ? Cell.Of(ValueWords.Shown(after)) : Cell.Missing(t["已撤销"]),
            Cell.Of(figure.Before.EndWords ?? figure.After?.Remark ?? (figure.After is null ? t["原数值已撤销"] : t["{0}更正", figure.After.Source])),
            Cell.Of([.. tables.Where(table => table.Layout == TableLayout.Ranking && table.Indicator == figure.Before.Indicator && table.Basis == figure.Before.Basis && figure.Before.Place != Place.District)
                .Select(table => t["排名：{0}{1}", figure.Before.Period.ChineseText, table.ShortTitle])]),
            Documents([.. carried[figure.Before.Id]], exports[figure.Before.Id]),
        ]);

        private Cell Documents(IReadOnlyList<CarriedFact> facts, int taken)
        {
            var reports = facts.GroupBy(fact => fact.ReportId).ToList();
            var cell = Cell.Of([.. reports.Select(report => t["{0}（第{1}次，{2}）：{3}", report.First().Title, report.First().Number, t[StepWords.Of(report.First().Step)], string.Join('、', report.Select(Spot).Distinct())]), .. taken == 0 ? Array.Empty<string>() : [t["更正前导出{0}份", taken]]]);
            return reports is [var only] ? cell.LinkedTo(here.To($"/reports/{only.Key}")) : cell;
        }

        private string Spot(CarriedFact fact) => fact.Annex == 0 ? t["正文“{0}”{1}", fact.Label, fact.Shown] : t["附件{0}“{1}”{2}", fact.Annex, fact.Label, fact.Shown];
    }
}

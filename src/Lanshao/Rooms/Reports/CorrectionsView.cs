using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring.Held;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Evaluation;
using Lanshao.Rooms.Indicators;
using Lanshao.Rooms.Monitoring;
using Lanshao.Rooms.Monitoring.Reviews;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Reports;

/// <summary>数据更正单: B15. What was corrected in a month, and which documents carried the old figure.</summary>
internal sealed record CorrectionsView(PageTable Table, string Answer, Period Month)
{
    public const string Path = "/corrections";
    private const int Most = 200;

    private static readonly IReadOnlyList<Column> Columns =
        [new("数据"), new("原值", ColumnKind.Figure), new("现值", ColumnKind.Figure), new("原因"), new("受影响的日/月/排名/报警", ColumnKind.Prose), new("受影响的已报送材料", ColumnKind.Prose)];

    public static async Task<Outcome<CorrectionsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var day = here.Period is { } asked ? asked.To : ChinaTime.Today(clock);
        var month = Period.Month(day.Year, day.Month);
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(month.From), ChinaTime.StartUtc(month.To.AddDays(1)));
        var sheets = await db.Set<DataCorrection>().AsNoTracking().Where(sheet => sheet.IssuedUtc >= fromUtc && sheet.IssuedUtc < toUtc).OrderByDescending(sheet => sheet.IssuedUtc).Take(Most).ToListAsync(ct);
        var ofSheets = sheets.SelectMany(sheet => sheet.Ended).ToHashSet();
        var figures = (await ReplacedFigure.ListAsync(db, fromUtc, toUtc, Most, ct)).Where(figure => !ofSheets.Contains(figure.Before.Id)).ToList();
        var carried = await CarriedFacts.FindAsync(db, [.. ofSheets, .. figures.Select(figure => figure.Before.Id)], ct);
        var ids = sheets.ConvertAll(sheet => sheet.ReviewId);
        var verdicts = await db.Set<FrameVerdict>().AsNoTracking().Where(verdict => ids.Contains(verdict.Id)).Select(verdict => verdict.Id).ToHashSetAsync(ct);
        var rows = new Rows(new((await CurrentPack.ReadAsync(db, ct)).Value), carried.ToLookup(fact => fact.ValueId), verdicts, here, t);
        var table = new PageTable(t["数据更正单（{0}）", month], Columns, [.. sheets.Select(rows.Of), .. figures.Select(rows.Of)])
        {
            IsWide = true,
            Below = [t["已生成的文稿按冻结的数字逐一查对；下载或打印出去的表格不逐份留底，无法列出。"], .. sheets.Count == Most || figures.Count == Most ? [t["只列出前{0}行，其余请缩小筛选范围后另行导出。", Most]] : Array.Empty<string>()],
        };
        var hours = sheets.Sum(sheet => sheet.Lines.Count(line => line.Level == CorrectionLevel.Hour));
        return new CorrectionsView(table, t["{0}更正：小时值{1}个、数据{2}项；载有旧数的文稿{3}份。", month, hours, figures.Count, carried.Select(fact => fact.ReportId).Distinct().Count()], month);
    }

    private sealed class Rows(FigureNames names, ILookup<Guid, CarriedFact> carried, IReadOnlySet<Guid> verdicts, PageAddress here, UiTexts t)
    {
        public TableRow Of(DataCorrection sheet)
        {
            var hours = sheet.Lines.Where(line => line.Level == CorrectionLevel.Hour).ToList();
            return new(
            [
                Cell.Of(sheet.Subject).LinkedTo(here.To(verdicts.Contains(sheet.ReviewId) ? DoubtsView.Path : MarkWords.One, ("id", $"{sheet.ReviewId}"))),
                Cell.Of(string.Join('、', hours.Select(line => line.Before ?? "—"))), Cell.Of(string.Join('、', hours.Select(line => line.After ?? "—"))), Cell.Of(sheet.Reason),
                Cell.Of([.. sheet.Lines.Where(line => line.Level != CorrectionLevel.Hour).GroupBy(line => line.Level).Select(level => t["{0}：{1}处", t[CorrectionTable.WordOf(level.Key)], level.Count()])]),
                Documents([.. sheet.Ended.SelectMany(id => carried[id])]),
            ]);
        }

        public TableRow Of(ReplacedFigure figure) => new(
        [
            Cell.Of($"{names.Place(figure.Before.Place.Code)} {figure.Before.Period.ChineseText} {names.Indicator(figure.Before.Indicator)}").LinkedTo(here.To($"/figures/{figure.Before.Id}")),
            Cell.Of(ValueWords.Shown(figure.Before)),
            figure.After is { } after ? Cell.Of(ValueWords.Shown(after)) : Cell.Missing(t["已撤销"]),
            Cell.Of(figure.Before.EndReason).Noted(figure.After?.Source),
            Cell.Blank,
            Documents([.. carried[figure.Before.Id]]),
        ]);

        private Cell Documents(IReadOnlyList<CarriedFact> facts)
        {
            var reports = facts.GroupBy(fact => fact.ReportId).ToList();
            var cell = Cell.Of([.. reports.Select(report => t["{0}（第{1}次，{2}）：{3}", report.First().Title, report.First().Number, t[StepWords.Of(report.First().Step)], string.Join('、', report.Select(Place).Distinct())])]);
            return reports is [var only] ? cell.LinkedTo(here.To($"/reports/{only.Key}")) : cell;
        }

        private string Place(CarriedFact fact) => fact.Annex == 0 ? t["正文“{0}”{1}", fact.Label, fact.Shown] : t["附件{0}“{1}”{2}", fact.Annex, fact.Label, fact.Shown];
    }
}

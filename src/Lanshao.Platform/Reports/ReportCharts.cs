using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>The charts that a template asks for, drawn from the same figures as its text and tables.</summary>
public sealed class ReportCharts
{
    private const string OtherSource = "；与公布数来源不同，不相比较";

    private readonly Dictionary<(string Name, ChartKind Kind), DrawnChart> _drawn = [];
    private readonly LanshaoContext _db;
    private readonly Pack _pack;
    private readonly ReportAnnexes _report;
    private readonly TargetBoard _board;
    private HourCharts? _hours;

    private ReportCharts(LanshaoContext db, Pack pack, ReportAnnexes report, TargetBoard board) => (_db, _pack, _report, _board) = (db, pack, report, board);

    /// <summary>Draws what can be drawn, with the year's target of the whole district where it stands on the same basis.</summary>
    internal static async Task<ReportCharts> ReadAsync(LanshaoContext db, Pack pack, ReportAnnexes report, ReportTemplate? template, CancellationToken ct)
    {
        var charts = new ReportCharts(db, pack, report, await TargetBoard.ReadAsync(db, pack, report.Period.To.Year, report.Period.To, ct));
        var asked = (template?.Blocks ?? []).Where(block => block.Chart is not null).ToList();
        charts._hours = asked.Exists(block => block.Draws is ChartKind.Trend or ChartKind.Calendar or ChartKind.Rose) ? await HourCharts.OpenAsync(db, pack, ct) : null;
        foreach (var block in asked)
        {
            var drawn = block.Draws switch
            {
                ChartKind.Trend => await charts.TrendAsync(block.Chart!, ct),
                ChartKind.Calendar => await charts.CalendarAsync(block.Chart!, ct),
                ChartKind.Rose => await charts.RoseAsync(block.Chart!, ct),
                _ => charts.OfTable(block.Chart!, block.Draws),
            };
            if (drawn is not null)
            {
                charts._drawn[(block.Chart!, block.Draws)] = drawn;
            }
        }

        return charts;
    }

    /// <summary>Returns a drawing; null where there is none.</summary>
    /// <param name="name">The table or indicator that it draws.</param>
    /// <param name="kind">How.</param>
    public ChartDrawing? Find(string name, ChartKind kind = ChartKind.Bars) => _drawn.GetValueOrDefault((name, kind))?.Drawing;

    /// <summary>Returns a chart with its caption and source; null where there is none.</summary>
    /// <param name="name">The table or indicator that it draws.</param>
    /// <param name="kind">How.</param>
    /// <param name="number">The number of the chart in the report.</param>
    internal ReportContent.Chart? Captioned(string name, ChartKind kind, int number) => _drawn.GetValueOrDefault((name, kind)) is { } found
        ? new(name, string.Create(CultureInfo.InvariantCulture, $"图{number}　{found.Drawing.Title}"), found.Source) { Kind = kind, Drawing = found.Drawing }
        : null;

    /// <summary>Returns what people call a chart that a template asks for.</summary>
    internal string NameOf(TemplateBlock block)
    {
        var name = block.Chart ?? string.Empty;
        var code = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var table = _pack.Read(PrintedTables.Part).Find(code)?.ShortTitle ?? code;
        return block.Draws switch
        {
            ChartKind.Trend => $"{_pack.Read(IndicatorList.Part).Find(code)?.ShortName ?? code}逐月图",
            ChartKind.Rose => $"风向频率与各风向{_pack.Read(IndicatorList.Part).Find(code)?.ShortName ?? code}浓度图",
            ChartKind.Calendar => "空气质量日历",
            ChartKind.Map => table + "位置示意图",
            _ => table + "条形图",
        };
    }

    // The figures of the document's own week or review go by their prefix.
    private DrawnChart? OfTable(string name, ChartKind kind)
    {
        if (_report.Tables.FirstOrDefault(table => table.Prefix + table.Table.Definition.Code == name)?.Table is not { } table)
        {
            return null;
        }

        var target = TargetOf(table);
        var drawing = kind == ChartKind.Map ? FigureMap.Draw(table, _pack.District, target, RankedBars.PrintWidth) : FigureChart.Ranked(table, target, RankedBars.PrintWidth);
        return drawing is null ? null : new(drawing, Source(table.Definition.UnitLine, table.Definition.SourceLine));
    }

    // Of the subdistrict that the document is about, else of the whole district.
    private async Task<DrawnChart?> TrendAsync(string name, CancellationToken ct)
    {
        if (_pack.Read(IndicatorList.Part).Find(name) is not { } indicator)
        {
            return null;
        }

        var (area, until) = (_pack.District.FindSubdistrict(_report.Subject.Code), _report.Period.To);
        var place = area is null ? Place.District : Place.Subdistrict(area.Code);
        var trend = new FigureTrend(indicator, await FigureQueries.SeriesAsync(_db, name, place, new(until.Year - 1, 1, 1), until, ct), until);
        var title = string.Create(CultureInfo.InvariantCulture, $"{area?.Name ?? _pack.District.Facts.Name}{until.Year}年各月{indicator.ShortName}浓度与去年同月比较");
        var source = Source(indicator.PrintedUnit, trend.Sources);
        return trend.Draw(title, null, RankedBars.PrintWidth) is { } drawing ? new(drawing, trend.HasPreliminary ? source + "；空心点为初步数据" : source)
            : _hours is null ? null : Beside(await _hours.TrendAsync(indicator, area?.Code, until, title, ct), trend.Values.Any(value => value.Number is not null && value.Period.From.Year == until.Year));
    }

    // Hours reckoned here beside figures that somebody else gives of the same days: whoever holds the one against the other is told.
    private static DrawnChart? Beside(DrawnChart? drawn, bool hasOthers) => drawn is not null && hasOthers ? drawn with { Source = drawn.Source + OtherSource } : drawn;

    private async Task<DrawnChart?> CalendarAsync(string name, CancellationToken ct)
    {
        var period = DaysOf(_report.Period);
        var days = (await PublishedAirDay.ReadAsync(_db, _pack.Read(IndicatorList.Part), Place.District, period, ct)).ToDictionary(day => day.On);
        var judged = days.Values.Where(day => day.Index?.Category is not null).ToList();
        if (judged.Count == 0)
        {
            var published = await FigureQueries.SeriesAsync(_db, name, Place.District, period.From, period.To, ct);
            return _hours is null ? null : Beside(await _hours.CalendarAsync(period, ct), published.Count > 0);
        }

        var drawing = DayDrawing.Of(
            _pack.District.Facts.Name,
            period,
            [.. Enumerable.Range(0, period.Days).Select(period.From.AddDays).Select(on => days.GetValueOrDefault(on)?.Index?.Category is { } category ? new DayCalendar.Day(on, category.Level, category.Name) : new(on, null, DayDrawing.None))]);
        var sources = judged.SelectMany(day => day.Values.Values).Select(value => value.Source).Distinct(StringComparer.Ordinal);
        var good = judged.Count(day => day.Index!.Category!.IsGood);
        return new(drawing, string.Create(CultureInfo.InvariantCulture, $"数据来源：{string.Join('、', sources)}；有数据{judged.Count}天，其中优良{good}天；格内为类别首字"));
    }

    // A week is seen in its month.
    private static Period DaysOf(Period period) => period.Kind == PeriodKind.Week ? Period.Spanning(new(period.From.Year, period.From.Month, 1), period.To) : period;

    private async Task<DrawnChart?> RoseAsync(string name, CancellationToken ct) =>
        _hours is not null && _pack.Read(IndicatorList.Part).Find(name) is { } indicator ? await _hours.RoseAsync(indicator, _report.Period, ct) : null;

    private static string Source(string? unit, string source) => string.IsNullOrEmpty(unit) ? $"数据来源：{source}" : $"单位：{unit}；数据来源：{source}";

    private ChartTarget? TargetOf(FigureTable table)
    {
        var row = _board.Rows.FirstOrDefault(row => row is { IsWholeDistrict: true, Indicator: not null, Target.Value: not null } && row.Indicator.Code == table.Indicator.Code && row.Indicator.IsIn(row.Target.Unit));
        return row is not null && table.Values.All(value => TargetBoard.Row.IsSameSand(row.Condition, value))
            ? new(row.Target.Value!.Value, "年度目标" + row.Target.Value.Value.ToString("0.######", CultureInfo.InvariantCulture))
            : null;
    }
}

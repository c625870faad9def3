using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Inspection;

/// <summary>The tables of a folder for an inspection.</summary>
internal static class InspectionTables
{
    /// <summary>Lists the duties as the plans have them.</summary>
    public static PrintTable Duties(InspectionPapers papers) => Wide(
        $"{papers.Subject}：年度计划任务",
        [new("编号", 18), new("重点任务", 44, CellAlign.Text), new("工作措施", 74, CellAlign.Text), new("完成时限", 24), new("牵头（主责）单位", 32), new("责任（协办）单位", 32), new("状态", 18)],
        [.. papers.Measures.Select(row => Row(
            row.Code, row.Task, row.Measure.Text.Length > 0 ? row.Measure.Text : row.Task, row.Measure.DeadlineRaw,
            Units(row.Measure, role => role != UnitRole.Assist), Units(row.Measure, role => role == UnitRole.Assist), PlanFacts.TaskStates.First(state => state.State == row.State).Word))],
        "没有符合的计划任务",
        $"状态截至{papers.AsOf.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}。");

    /// <summary>Lists what was reported, duty by duty.</summary>
    public static PrintTable Progress(InspectionPapers papers)
    {
        var codes = papers.Measures.Select((row, at) => (row.Id, row.Code, At: at)).ToDictionary(row => row.Id);
        return Wide(
            $"{papers.Subject}：工作进展",
            [new("编号", 18), new("报送时段", 24), new("报送单位", 30), new("报送日期", 26), new("进展情况", 110, CellAlign.Text), new("是否完成", 18)],
            [.. papers.Said.OrderBy(entry => codes[entry.Measure].At).Select(entry => Row(
                codes[entry.Measure].Code, entry.Period.ChineseText, entry.Unit, Day(entry.SubmittedOn), entry.Text, entry.IsDone switch { true => "是", false => "否", _ => string.Empty }))],
            "这一时段没有报送进展");
    }

    /// <summary>Lists the targets beside the figures that they are compared with.</summary>
    public static PrintTable Targets(InspectionPapers papers) => Wide(
        $"{papers.Subject}：目标和现值",
        [new("编号", 20), new("目标", 40, CellAlign.Text), new("范围", 24), new("目标值", 28), new("现值", 28), new("现值时段", 32), new("来源与状态", 40), new("原句", 58, CellAlign.Text)],
        [.. papers.Targets.Select(row => Row(
            row.Code, row.Figures.Target.Indicator, row.Figures.Target.Scope, MeasurePrint.Amount(row.Figures.Target.AsPrinted) ?? "—", row.Figures.Now is { } now ? Shown(now, row.Figures.Indicator!) + (now.Text is null ? row.Figures.Indicator!.PrintedUnit : string.Empty) : "—",
            row.Figures.Now?.Period.ChineseText ?? "—", row.Figures.Now is { } known ? $"{known.Source}，{FigureWords.Of(known.Status)}" : "—", row.Figures.Target.Quote))],
        "这些任务没有写明数值目标");

    /// <summary>Lists the figures with how each came about.</summary>
    public static PrintTable Figures(InspectionPapers papers) => Wide(
        $"{papers.Subject}：数字和出处",
        [new("指标", 44, CellAlign.Text), new("地点", 24), new("时段", 34), new("数值", 24), new("单位", 26), new("来源", 34), new("口径（站点、沙尘、时段）", 40), new("怎么来的", 48, CellAlign.Text), new("版次", 14)],
        [.. papers.Figures.Select(figure => Row(
            figure.Indicator.Name, figure.Place, figure.Value.Period.ChineseText, Shown(figure.Value, figure.Indicator), figure.Value.Text is null ? figure.Indicator.PrintedUnit : string.Empty, $"{figure.Value.Source}，{FigureWords.Of(figure.Value.Status)}",
            $"{figure.Value.StationScope}、{figure.Value.SandBasis}、{figure.Value.PeriodBasis}", Working(figure.Value), figure.Value.Revision.ToString(CultureInfo.InvariantCulture)))],
        "这一时段没有可比的数字",
        "数值按入库的原数印出，不再修约；小数位不足的补零。");

    /// <summary>Lists the proofs.</summary>
    public static PrintTable Proofs(InspectionPapers papers)
    {
        var codes = papers.Measures.ToDictionary(row => row.Id, row => row.Code);
        return Wide($"{papers.Subject}：佐证材料", [new("编号", 18), new("材料名称", 80, CellAlign.Text), new("日期", 26), new("来源", 50), new("文件", 30)],
            [.. papers.Proofs.Select(proof => Row(codes[proof.MeasureId], proof.Name, Day(proof.DatedOn), proof.Source, proof.FileSha256 is null ? "只登记名称" : "在本包内"))],
            "没有登记佐证");
    }

    private static string Working(IndicatorValue value)
    {
        var from = value.SourceRow is { } row ? string.Create(CultureInfo.InvariantCulture, $"{value.SourceTable}第{row}行") : value.SourceTable;
        var issued = value.IssuedOn is { } day ? $"，{Day(day)}" : string.Empty;
        return $"{FigureWords.Of(value.Basis)}：{from}{issued}{(value.Remark is { Length: > 0 } remark ? $"；{remark}" : string.Empty)}；原文“{value.Written}”";
    }

    // As exact as it is stored, and never with fewer decimals than its tables print: 38.0.
    private static string Shown(IndicatorValue value, IndicatorDefinition indicator) => value.Number is { } number
        ? Reported.Of(number, Math.Max(indicator.Decimals, Rounding.DecimalsOf(number))).ShownText
        : value.Text ?? FigureWords.Of(value.Missing);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    private static string Units(Measure measure, Func<UnitRole, bool> isWanted) => string.Join('、', measure.Units.Where(unit => isWanted(unit.Role)).Select(unit => unit.Raw));

    private static PrintRow Row(params string[] cells) => new([.. cells.Select(cell => PrintCell.Of(cell))]);

    // A table without rows says so: an empty one looks like a page that is missing.
    private static PrintTable Wide(string title, IReadOnlyList<PrintColumn> columns, IReadOnlyList<PrintRow> rows, string none, params string[] notes) => new()
    {
        Title = title,
        Columns = columns,
        Rows = rows.Count > 0 ? rows : [Row([.. columns.Select((_, at) => at == WidestOf(columns) ? none : "—")])],
        NotesBelow = notes,
        IsLandscape = true,
        IsSmall = true,
    };

    private static int WidestOf(IReadOnlyList<PrintColumn> columns) => columns.Index().MaxBy(column => column.Item.WidthMm).Index;
}

using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>达标跟踪: every target of the district with its newest figure, how it stands, and what the rest of the year may have, or why that cannot be said.</summary>
internal static class TargetSubject
{
    public static async Task<Outcome<ReportSubject>> ReadAsync(LanshaoContext db, Pack pack, Period period, CancellationToken ct)
    {
        var board = await TargetBoard.ReadAsync(db, pack, period.To.Year, period.To, ct);
        var rows = board.Rows.Where(row => row.IsWholeDistrict).ToList();
        if (rows.Count == 0)
        {
            return Refusal.NotFound("RPT-074", ("year", board.Year.ToString(CultureInfo.InvariantCulture)));
        }

        var table = new PrintTable
        {
            Title = "年度目标达标跟踪表",
            IsSmall = true,
            IsLandscape = true,
            Columns = [new("序号", 12), new("年度目标", 78, CellAlign.Text), new("编号", 18), new("现值", 22), new("时段", 34), new("状态", 22), new("剩余时段控制线", 58, CellAlign.Text)],
            Rows = [],
            NotesBelow = [string.Create(CultureInfo.InvariantCulture, $"数据来源：年度计划和已公布的数，截至{period.To:yyyy年M月d日}；现值的单位与目标相同。")],
        };
        return new ReportSubject(string.Empty, new Dictionary<string, string>(), [], [SubjectTable.Of(table, [.. rows.Select(Row)])]);
    }

    private static IReadOnlyList<SubjectCell> Row(TargetBoard.Row row)
    {
        var now = row.State == TargetState.NoData ? null : row.Now;
        return
        [
            SubjectCell.Of(MeasurePrint.Target(row.Target.AsPrinted)),
            SubjectCell.Of(row.Code),
            SubjectCell.Of(now is null ? null : Fact(row.Indicator!, now)),
            SubjectCell.Of(now?.Period.ChineseText),
            SubjectCell.Of(PlanFacts.TargetStates.First(state => state.State == row.State).Word),
            SubjectCell.Of(LeftOf(row, now)),
        ];
    }

    internal static NamedFact Fact(IndicatorDefinition indicator, IndicatorValue now) => new()
    {
        Name = $"attainment.{indicator.Code}",
        Label = indicator.Name,
        Figure = now.Number is { } number ? Reported.Of(number, indicator.Decimals) : null,
        Shown = now.Number is { } shown ? Reported.Of(shown, indicator.Decimals).ShownText : now.Text!,
        Unit = now.Number is null ? string.Empty : indicator.PrintedUnit,
        Period = now.Period,
        Origin = FactOrigin.Stored,
        Query = $"indicator={indicator.Code}&place=district&period={now.Period.Code}&basis={FigureWords.Of(now.Basis)}",
        Values = [now],
    };

    // Counts and shares have no such line, and what was used up cannot be made good.
    private static string LeftOf(TargetBoard.Row row, IndicatorValue? now)
    {
        if (now?.Number is null || row.Target.Value is not { } target)
        {
            return now is null ? "没有同口径的累计数，不测算" : "不是浓度均值，不测算";
        }

        return TargetCheck.Of(row.Indicator!, now, row.Target.Year, target) switch
        {
            { IsRefused: true } or { Value.Budget: null } => "不是浓度均值，不测算",
            { Value.Budget.Mean: null } => "全年已无剩余天数",
            { Value.Budget: { Mean: { Shown: > 0m } mean } budget } => string.Create(CultureInfo.InvariantCulture, $"余下{budget.DaysLeft}天须控制在{mean.ShownText}以内"),
            _ => "余下时段已不能补回",
        };
    }
}

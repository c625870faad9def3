using System.Globalization;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Shell;

namespace Lanshao.Rooms.Plans;

/// <summary>怎么算的 of the figures beside a target.</summary>
internal static class TargetHow
{
    private const string Rule = "GB/T 8170—2008 3.2，保留一位小数";

    /// <summary>Explains the figure that the target is compared with.</summary>
    public static HowComputed Now(TargetFigures figures)
    {
        var now = figures.Now!;
        return new($"{figures.Indicator!.Name} {now.Written}", [("数值", $"{now.Written}（{FigureWords.Of(now.Basis)}，原样保存，不重算）"), .. Origin(now)]);
    }

    /// <summary>Explains 完成比例.</summary>
    public static HowComputed Reached(TargetFigures figures) => new(
        Percent("完成比例", figures.ReachedPercent!.Value),
        [
            ("输入", string.Create(CultureInfo.InvariantCulture, $"当前值{figures.Now!.Written}，目标{figures.Target.Value:0.######}")),
            ("计算", string.Create(CultureInfo.InvariantCulture, $"{figures.Now.Number:0.######}÷{figures.Target.Value:0.######}")),
            ("修约", Rule),
            ("目标原句", figures.Target.Quote),
            .. Origin(figures.Now),
        ]);

    /// <summary>Explains 时间进度.</summary>
    public static HowComputed Time(TargetFigures figures)
    {
        var (start, end, now) = (new DateOnly(figures.Target.Year, 1, 1), figures.Target.DueOn ?? new DateOnly(figures.Target.Year, 12, 31), figures.Now!.ToOn);
        var (passed, all) = (now.DayNumber - start.DayNumber + 1, end.DayNumber - start.DayNumber + 1);
        return new(
            Percent("时间进度", figures.TimePercent!.Value),
            [
                ("输入", $"{start:yyyy-MM-dd}至{now:yyyy-MM-dd}共{passed}天，至{end:yyyy-MM-dd}共{all}天"),
                ("计算", passed > all ? $"{passed}天已超过{all}天，按100%计" : $"{passed}÷{all}"),
                ("修约", Rule),
            ]);
    }

    private static string Percent(string name, decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{name} {percent:0.0}%");

    private static IEnumerable<(string Name, string Text)> Origin(IndicatorValue now) =>
    [
        ("来源", now.SourceTable.Length == 0 ? now.Source : $"{now.Source}《{now.SourceTable}》"),
        ("口径", $"站点：{now.StationScope}；沙尘：{now.SandBasis}；时段：{now.PeriodBasis}，{now.Period.ChineseText}"),
        ("状态", FigureWords.Of(now.Status)),
    ];
}

using System.Globalization;
using Lanshao.Documents.Charts;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>The values around an alert with the limit, and beside them what the rule compared them with.</summary>
/// <param name="Curve">The values.</param>
/// <param name="Condition">What was found.</param>
/// <param name="Unit">The unit in words; empty where there is none.</param>
internal sealed record AlertCurveChart(AlertCurve Curve, AlertCondition Condition, string Unit)
{
    private const int MinutesBetweenLabels = 30;

    public ChartDrawing Draw(double width, UiTexts t)
    {
        var limit = Condition.Limit is { } value ? new ChartTarget(value, t["限值{0}", Text(value)]) : null;
        var title = t["{0}报警前后的数值（5分钟均值）", Condition.DeviceName];
        var said = t["最高{0}{1}，{2}", Text(Condition.Peak!.Value), Unit, AlertCells.Time(Condition.PeakUtc)] + (limit is null ? string.Empty : t["；限值{0}{1}", Text(limit.Value), Unit]) + (Beside(t) is { Length: > 0 } beside ? t["；灰线为{0}", beside] : string.Empty);
        return TrendLines.Draw(new(title, said, t["时间"], t["本设备"], Curve.IsMedian ? t["周边中位数"] : t["印证设备"]), [.. Curve.Steps.Select(step => Point(step, t))], limit, width);
    }

    /// <summary>Says what the lines are.</summary>
    public string Note(UiTexts t) => t["{0}报警前后的数值（5分钟均值）", Condition.DeviceName] + "。" + t["{0}虚线为最高值时的限值。", Beside(t) is { Length: > 0 } beside ? t["灰线为{0}；", beside] : string.Empty];

    private string Beside(UiTexts t) => Curve.IsMedian ? t["其他同类设备的中位数"] : Curve.Other is { } other ? t["印证设备{0}", other] : string.Empty;

    private static TrendLines.Point Point(AlertCurve.Moment step, UiTexts t)
    {
        var civil = ChinaTime.CivilOf(step.StartUtc);
        var time = civil.ToString("HH:mm", CultureInfo.InvariantCulture);
        return new(civil.Minute % MinutesBetweenLabels == 0 ? time : string.Empty, step.Value, step.Value is { } value ? Text(value) : t["没有数值"], step.Beside, step.Beside is { } beside ? Text(beside) : string.Empty) { Name = time };
    }

    private static string Text(decimal value) => Rounding.HalfEven(value, Math.Abs(value) >= 10 ? 0 : 2).ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>The words in which alerts are printed.</summary>
internal static class AlertCells
{
    private const int MinutesOfDay = 24 * 60;
    private const int DaysFrom = 3 * MinutesOfDay;

    /// <summary>Returns a civil time.</summary>
    public static string Time(DateTime atUtc) => $"{ChinaTime.CivilOf(atUtc):yyyy-MM-dd HH:mm}";

    /// <summary>Returns a length of time in whole minutes and hours.</summary>
    public static string Length(TimeSpan length, UiTexts t)
    {
        var minutes = (int)length.TotalMinutes;
        return minutes >= DaysFrom ? t["{0}天", minutes / MinutesOfDay] : minutes < 60 ? t["{0}分钟", minutes] : minutes % 60 == 0 ? t["{0}小时", minutes / 60] : t["{0}小时{1}分", minutes / 60, minutes % 60];
    }

    /// <summary>Returns a number with at most two decimals.</summary>
    public static string Number(decimal? value)
    {
        if (value is not { } number)
        {
            return "—";
        }

        var shown = Rounding.HalfEven(number, Math.Abs(number) >= 10 ? 0 : 2);
        return shown.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns 数值/限值 of the highest condition; what the rule is about where it has no values.</summary>
    public static Cell Values(AlertLine line, AlertRule? rule) =>
        line.Worst is { Peak: { } peak } top ? Cell.Of($"{Number(peak)}/{Number(top.Limit)}").Noted(rule?.Unit is { Length: > 0 } unit ? unit : null) : Cell.Missing("按状态判断，无数值");

    /// <summary>Returns whether an alert was only recorded and nobody has touched it: it waits for nobody.</summary>
    public static bool WaitsForNobody(Alert alert) => alert is { Grade: AlertGrade.Record, State: AlertState.Waiting };

    public static string Area(string? code, Pack? pack) => code is null ? string.Empty : pack?.District.FindSubdistrict(code)?.Name ?? code;

    /// <summary>Returns the phenomenon with its value and length: 现象（数值、持续）.</summary>
    public static string Phenomenon(AlertLine line, AlertRule? rule, UiTexts t)
    {
        var top = line.Worst;
        var value = top?.Peak is { } peak ? t[rule?.Kind == RuleKind.Budget ? "最低{0}{1}，" : "最高{0}{1}，", Number(peak), rule?.Unit ?? string.Empty] : string.Empty;
        if (top?.IsOfPlace == true)
        {
            return $"{line.Alert.RuleName}（{top.DeviceName}，{value.TrimEnd('，')}）";
        }

        var devices = line.Conditions.Select(condition => condition.DeviceNumber).Distinct().Count();
        var count = devices > 1 ? t["{0}台，", devices] : string.Empty;
        return $"{line.Alert.RuleName}（{count}{value}{t["持续{0}", Length(line.Longest, t)]}）";
    }
}

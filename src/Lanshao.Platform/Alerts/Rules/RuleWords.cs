using Lanshao.Platform.Monitoring;

namespace Lanshao.Platform.Alerts.Rules;

/// <summary>The words of rules: as the pack writes them, and as pages print them.</summary>
public static class RuleWords
{
    public static IReadOnlyDictionary<string, RuleKind> Kinds { get; } = new Dictionary<string, RuleKind>
    {
        ["threshold"] = RuleKind.Threshold,
        ["rise"] = RuleKind.Rise,
        ["night-spike"] = RuleKind.NightSpike,
        ["neighbours"] = RuleKind.Neighbours,
        ["silent"] = RuleKind.Silent,
        ["purifier-off"] = RuleKind.PurifierOff,
        ["budget"] = RuleKind.Budget,
        ["forecast"] = RuleKind.Forecast,
    };

    public static IReadOnlyDictionary<string, AlertGrade> Grades { get; } = new Dictionary<string, AlertGrade>
    {
        ["immediate"] = AlertGrade.Immediate,
        ["same-day"] = AlertGrade.SameDay,
        ["record"] = AlertGrade.Record,
    };

    public static IReadOnlyDictionary<string, AlertGrouping> Groups { get; } = new Dictionary<string, AlertGrouping>
    {
        ["device"] = AlertGrouping.Device,
        ["owner"] = AlertGrouping.Owner,
        ["subdistrict"] = AlertGrouping.Subdistrict,
    };

    public static IReadOnlyDictionary<string, DeviceKind> Devices { get; } = new Dictionary<string, DeviceKind>
    {
        ["air"] = DeviceKind.Air,
        ["dust"] = DeviceKind.Dust,
        ["fume"] = DeviceKind.Fume,
        ["water"] = DeviceKind.Water,
        ["noise"] = DeviceKind.Noise,
        ["weather"] = DeviceKind.Weather,
        ["other"] = DeviceKind.Other,
    };

    public static string WordOf(DeviceKind kind) => Devices.First(word => word.Value == kind).Key;

    public static string Of(AlertGrade grade) => grade switch
    {
        AlertGrade.Immediate => "立即处置",
        AlertGrade.SameDay => "当日处置",
        _ => "仅记录",
    };

    public static string Of(RuleKind kind) => kind switch
    {
        RuleKind.Threshold => "超过限值",
        RuleKind.Rise => "快速上升",
        RuleKind.NightSpike => "夜间突高",
        RuleKind.Neighbours => "明显高于周边",
        RuleKind.Silent => "设备离线",
        RuleKind.PurifierOff => "净化器未开启",
        RuleKind.Budget => "日历余量不足",
        _ => "预报达到级别",
    };

    public static string Of(AlertGrouping group) => group switch
    {
        AlertGrouping.Device => "按设备",
        AlertGrouping.Owner => "按所属单位",
        _ => "按街道",
    };
}

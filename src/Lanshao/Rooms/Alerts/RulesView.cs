using System.Globalization;
using Lanshao.Hj212.Codes;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>报警规则: B16.</summary>
internal sealed record RulesView(int Revision, AlertRules Rules, IReadOnlyDictionary<string, RuleFigures> Figures, PageTable Table, string Answer)
{
    public const string Path = "/alerts/rules";
    public const string One = "/alerts/rules/rule";
    public const int Nights = 30;
    private static readonly RuleFigures None = new(0, 0, 0, Nights, null);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("规则"), new("条件", ColumnKind.Prose), new("等级", ColumnKind.OneLine), new("近30日次数", ColumnKind.Figure), new("每晚次数", ColumnKind.Figure), new("查实数", ColumnKind.Figure), new("查实率", ColumnKind.Figure), new("平均提前时间", ColumnKind.OneLine), new("启用", ColumnKind.Mark),
    ];

    public static async Task<Outcome<RulesView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var rules = read.Value.Read(AlertRules.Part);
        var figures = await RuleFigures.ReadAsync(db, ChinaTime.Today(clock), Nights, ct);
        var table = new PageTable(texts["报警规则"], Columns, [.. rules.All.Select(rule => Row(rule, figures.GetValueOrDefault(rule.Code) ?? None, rules, texts, here))]) { IsWide = true, IsStacked = true, Below = [texts["查实率为确有问题的起数与已有结果的起数之比；平均提前时间为发出报警至数值最高时的平均时长，只计查实的。"]] };
        return new RulesView(read.Value.Revision, rules, figures, table, AnswerOf(rules, figures, texts));
    }

    /// <summary>Returns what the rule has done, and that it needs work where it is wrong too often.</summary>
    public static string Judged(AlertRule rule, RuleFigures figures, AlertRules rules, UiTexts t)
    {
        var rate = figures.HitRate is { } hit ? t["查实率{0}%", Number(hit)] : t["尚无核查结果"];
        var poor = figures.IsPoor(rules.LeastHitRate) ? t["，低于{0}%，建议调整", rules.LeastHitRate] : string.Empty;
        return t["{0}：近30日报警{1}次（每晚{2}次），{3}{4}。", rule.Name, figures.Alerts, OneDecimal(figures.PerNight), rate, poor];
    }

    public RuleFigures FiguresOf(AlertRule rule) => Figures.GetValueOrDefault(rule.Code) ?? None;

    /// <summary>Returns the condition of a rule in words.</summary>
    public static string Condition(AlertRule rule, UiTexts t)
    {
        var unit = rule.Unit.Length == 0 ? string.Empty : t[rule.Unit];
        var factor = CodeTables.Find(rule.Factor)?.Name is { Length: > 0 } name ? t[name] : rule.Devices is [DeviceKind.Fume] ? t["油烟浓度"] : rule.Factor;
        if (rule.IsOfPlaces)
        {
            var item = ForecastItems.WordOf(rule.Factor);
            return rule.Kind == RuleKind.Budget
                ? t["各街道{0}年度目标的剩余时段控制线低于{1}{2}，不低于{3}解除；{4}合并", item, Number(rule.Under ?? 0), unit, Number(rule.Clear ?? rule.Under ?? 0), t[RuleWords.Of(rule.Group)]]
                : t["今后{0}日内{1}预报上限不低于{2}{3}，低于{4}解除；{5}合并", rule.Lead, item, Number(rule.Over ?? 0), unit, Number(rule.Clear ?? rule.Over ?? 0), t[RuleWords.Of(rule.Group)]];
        }

        var what = rule.Kind switch
        {
            RuleKind.Threshold => t["{0}不低于{1}{2}，低于{3}解除", factor, Number(rule.Over ?? 0), unit, Number(rule.Clear ?? rule.Over ?? 0)],
            RuleKind.Rise => t["{0}比{1}分钟内最低值高{2}{3}", factor, rule.Window, Number(rule.By ?? 0), unit],
            RuleKind.NightSpike => t["{0}不低于本站近{1}日同时刻均值的{2}倍且高{3}{4}", factor, rule.Days, Number(rule.Times ?? 1), Number(rule.By ?? 0), unit],
            RuleKind.Neighbours => t["{0}不低于同类设备中位数的{1}倍且高{2}{3}", factor, Number(rule.Times ?? 1), Number(rule.By ?? 0), unit],
            RuleKind.Silent => t["未上报数据"],
            _ => t["营业时段风机开、净化器未开"],
        };
        var hours = rule.Hours.IsAlways ? string.Empty : t["；时段{0}", rule.Hours.Words];
        return t["{0}：{1}，持续{2}分钟{3}；{4}合并", string.Join('、', rule.Devices.Select(kind => t[DeviceWords.Of(kind)])), what, rule.Minutes, hours, t[RuleWords.Of(rule.Group)]];
    }

    public static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Returns a count a night: 2.0.</summary>
    public static string OneDecimal(decimal number) => Rounding.HalfEven(number, 1).ToString("0.0", CultureInfo.InvariantCulture);

    private static string AnswerOf(AlertRules rules, IReadOnlyDictionary<string, RuleFigures> figures, UiTexts t)
    {
        var poor = rules.All.Where(rule => figures.GetValueOrDefault(rule.Code)?.IsPoor(rules.LeastHitRate) == true).Select(rule => rule.Name).ToList();
        var all = t["规则{0}条，启用{1}条；近30日报警{2}次，查实{3}次", rules.All.Count, rules.All.Count(rule => rule.IsEnabled), figures.Values.Sum(one => one.Alerts), figures.Values.Sum(one => one.Confirmed)];
        return poor.Count == 0 ? all + "。" : t["{0}；查实率低于{1}%、建议调整的：{2}。", all, rules.LeastHitRate, string.Join('、', poor)];
    }

    private static TableRow Row(AlertRule rule, RuleFigures figures, AlertRules rules, UiTexts t, PageAddress here) => new(
    [
        Cell.Of(rule.Name).LinkedTo(here.To(One, ("code", rule.Code))),
        Cell.Of(Condition(rule, t)),
        Cell.Of(t[RuleWords.Of(rule.Grade)]),
        Cell.Whole(figures.Alerts).LinkedTo(here.To(AlertsView.Path, ("show", "all"), ("rule", rule.Code))),
        Cell.Number(figures.PerNight, 1),
        Cell.Whole(figures.Confirmed),
        figures.HitRate is { } rate ? Cell.Percent(rate, 0).Noted(figures.IsPoor(rules.LeastHitRate) ? t["低于{0}%，建议调整", rules.LeastHitRate] : $"{figures.Confirmed}/{figures.Concluded}") : Cell.Missing(t["尚无核查结果"]),
        figures.LeadMinutes is { } lead ? Cell.Of(AlertCells.Length(TimeSpan.FromMinutes((double)lead), t)) : Cell.Missing(t["尚无查实的报警"]),
        Cell.Of(rule.IsEnabled ? t["是"] : t["否"]),
    ]);
}

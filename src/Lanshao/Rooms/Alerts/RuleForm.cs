using System.Globalization;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Alerts;

/// <summary>The fields in which a rule can be changed on a page.</summary>
internal static class RuleForm
{
    private const decimal Largest = 1_000_000;
    private const int MostDecimals = 6;
    private const int MostLead = 15;

    /// <summary>Returns the number fields that a kind of rule has: name, label, value.</summary>
    public static IEnumerable<(string Name, string Label, string Value)> Numbers(AlertRule rule)
    {
        (string Name, string Label, decimal? Value, bool IsShown)[] all =
        [
            ("over", "限值", rule.Over, rule.Kind is RuleKind.Threshold or RuleKind.Forecast),
            ("under", "剩余时段控制线下限", rule.Under, rule.Kind == RuleKind.Budget),
            ("clear", "解除值", rule.Clear ?? rule.Over ?? rule.Under, rule.Kind is RuleKind.Threshold or RuleKind.Forecast or RuleKind.Budget),
            ("lead", "提前天数", rule.Lead, rule.Kind == RuleKind.Forecast),
            ("times", "倍数", rule.Times, rule.Kind is RuleKind.NightSpike or RuleKind.Neighbours),
            ("by", "高出值", rule.By, rule.Kind is RuleKind.Rise or RuleKind.NightSpike or RuleKind.Neighbours),
            ("window", "比较时段（分钟）", rule.Window, rule.Kind == RuleKind.Rise),
            ("minutes", "持续时长（分钟）", rule.Minutes, !rule.IsOfPlaces),
            ("clearMinutes", "解除时长（分钟）", rule.ClearMinutes, !rule.IsOfPlaces),
        ];
        return all.Where(field => field.IsShown).Select(field => (field.Name, field.Label, field.Value?.ToString("0.######", CultureInfo.InvariantCulture) ?? string.Empty));
    }

    /// <summary>Returns the rule as the fields say it; ALR-007 for a field that does not fit. What is not given stays.</summary>
    public static Outcome<AlertRule> Read(AlertRule rule, Func<string, string?> field)
    {
        Refusal? wrong = null;
        decimal? Number(string name, string label, decimal? now, decimal least, decimal most)
        {
            if (field(name) is not { Length: > 0 } text)
            {
                return now;
            }

            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number.Scale <= MostDecimals)
            {
                return number;
            }

            wrong ??= Refusal.Invalid("ALR-007", ("field", label), ("found", text), ("expected", string.Create(CultureInfo.InvariantCulture, $"{least}—{most}")));
            return now;
        }

        int Whole(string name, string label, int now, int least, int most) => (int)decimal.Truncate(Number(name, label, now, least, most) ?? now);

        var hours = rule.Hours;
        if (field("hours") is { } typed && !HoursOfDay.TryParse(typed, out hours))
        {
            wrong ??= Refusal.Invalid("ALR-007", ("field", "时段"), ("found", typed), ("expected", "20:00-06:00"));
        }

        var read = rule with
        {
            Over = Number("over", "限值", rule.Over, 0, Largest),
            Under = Number("under", "剩余时段控制线下限", rule.Under, 0, Largest),
            Clear = Number("clear", "解除值", rule.Clear, 0, Largest),
            Lead = Whole("lead", "提前天数", rule.Lead, 0, MostLead),
            Times = Number("times", "倍数", rule.Times, 1, 1000),
            By = Number("by", "高出值", rule.By, 0, Largest),
            Window = Whole("window", "比较时段（分钟）", rule.Window, 5, 120),
            Minutes = rule.IsOfPlaces ? rule.Minutes : Whole("minutes", "持续时长（分钟）", rule.Minutes, 5, 120),
            ClearMinutes = rule.IsOfPlaces ? rule.ClearMinutes : Whole("clearMinutes", "解除时长（分钟）", rule.ClearMinutes, 5, 120),
            Hours = hours,
            Grade = RuleWords.Grades.TryGetValue(field("grade") ?? string.Empty, out var grade) ? grade : rule.Grade,
            Group = RuleWords.Groups.TryGetValue(field("group") ?? string.Empty, out var group) ? group : rule.Group,
            IsEnabled = field("enabled") is { Length: > 0 } enabled ? enabled == "yes" : rule.IsEnabled,
        };
        wrong ??= read.Clear > read.Over ? Refusal.Invalid("ALR-007", ("field", "解除值"), ("found", $"{read.Clear}"), ("expected", $"≤{read.Over}")) : null;
        wrong ??= read.Clear < read.Under ? Refusal.Invalid("ALR-007", ("field", "解除值"), ("found", $"{read.Clear}"), ("expected", $"≥{read.Under}")) : null;
        return wrong is not null ? wrong : read;
    }
}

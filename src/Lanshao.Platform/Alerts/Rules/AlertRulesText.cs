using System.Globalization;
using System.Text;

namespace Lanshao.Platform.Alerts.Rules;

/// <summary>Writes <c>alerts.yaml</c> as it is read. Remarks above the first key stay; others do not survive an edit on a page.</summary>
public static class AlertRulesText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Writes the rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="before">The file as it was; its remarks at the top are kept.</param>
    public static string Write(AlertRules rules, string before)
    {
        var text = new StringBuilder();
        foreach (var line in before.Split('\n').TakeWhile(line => line.StartsWith('#')))
        {
            _ = text.Append(line.TrimEnd('\r')).Append('\n');
        }

        _ = text.Append(CultureInfo.InvariantCulture, $"night:\n  mostImmediate: {rules.MostImmediate}\n  mostMessages: {rules.MostOfNight}\n  immediateMinutes: {rules.ImmediateMinutes}\n  sameDayMinutes: {rules.SameDayMinutes}\n  leastHitRate: {rules.LeastHitRate}\n");
        if (rules.OpeningHours.Count > 0)
        {
            _ = text.Append("openingHours:\n");
            foreach (var (kind, hours) in rules.OpeningHours)
            {
                _ = text.Append(CultureInfo.InvariantCulture, $"  {RuleWords.WordOf(kind)}: {hours}\n");
            }
        }

        _ = text.Append(rules.All.Count == 0 ? "rules: []\n" : "rules:\n");
        foreach (var rule in rules.All)
        {
            Write(text, rule);
        }

        Write(text, rules.Neighbours);
        return text.ToString();
    }

    private static void Write(StringBuilder text, AlertRule rule)
    {
        void Line(string key, string? value) => _ = value is null ? text : text.Append(CultureInfo.InvariantCulture, $"    {key}: {value}\n");
        static string? Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);
        _ = text.Append(CultureInfo.InvariantCulture, $"  - code: {rule.Code}\n");
        Line("name", Quoted(rule.Name));
        Line("enabled", rule.IsEnabled ? null : "false");
        Line("kind", RuleWords.Kinds.First(word => word.Value == rule.Kind).Key);
        Line("devices", rule.IsOfPlaces ? null : $"[{string.Join(", ", rule.Devices.Select(RuleWords.WordOf))}]");
        Line("factor", rule.Factor);
        Line("running", rule.Running);
        Line("unit", rule.Unit.Length == 0 ? null : Quoted(rule.Unit));
        Line("over", Number(rule.Over));
        Line("under", Number(rule.Under));
        Line("clear", Number(rule.Clear));
        Line("lead", rule.Kind == RuleKind.Forecast ? Number(rule.Lead) : null);
        Line("times", Number(rule.Times));
        Line("by", Number(rule.By));
        Line("window", rule.Kind == RuleKind.Rise ? Number(rule.Window) : null);
        Line("days", rule.Kind == RuleKind.NightSpike ? Number(rule.Days) : null);
        Line("minutes", rule.IsOfPlaces ? null : Number(rule.Minutes));
        Line("clearMinutes", rule.IsOfPlaces ? null : Number(rule.ClearMinutes));
        Line("hours", rule.Hours.IsAlways ? null : $"{rule.Hours}");
        Line("grade", RuleWords.Grades.First(word => word.Value == rule.Grade).Key);
        Line("group", RuleWords.Groups.First(word => word.Value == rule.Group).Key);
        Line("cause", rule.Cause.Length == 0 ? null : Quoted(rule.Cause));
    }

    private static void Write(StringBuilder text, IReadOnlyDictionary<string, IReadOnlyList<string>> neighbours)
    {
        _ = neighbours.Count == 0 ? text : text.Append("neighbours:\n");
        foreach (var (place, beside) in neighbours)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"  - place: \"{place}\"\n    beside: [{string.Join(", ", beside.Select(code => $"\"{code}\""))}]\n");
        }
    }

    private static string Quoted(string text) => text.Length > 0 && text.All(c => Plain.Contains(c, StringComparison.Ordinal)) ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

using Lanshao.Platform.Alerts.Rules;

namespace Lanshao.Platform.Alerts.Nights;

/// <summary>One alert as the sheet of a night tells it: what was known at an instant, and nothing that came later.</summary>
/// <param name="Number">编号.</param>
/// <param name="RaisedUtc">When.</param>
/// <param name="Grade">等级.</param>
/// <param name="GradeReason">Why it is graded lower than its rule says.</param>
/// <param name="Subdistrict">The code of its 街道; null for none.</param>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Kind">What the rule looks at; null for one that the pack no longer has.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Cause">可能原因.</param>
/// <param name="Devices">The devices or places, each once.</param>
/// <param name="Peak">The value farthest beyond its limit; null where it has none.</param>
/// <param name="PeakUtc">When that was.</param>
/// <param name="Minutes">How long the longest condition had held.</param>
/// <param name="IsHeldBack">Whether the ceiling of the night kept it back.</param>
public sealed record NightLine(
    string Number, DateTime RaisedUtc, AlertGrade Grade, string GradeReason, string? Subdistrict, string Rule, RuleKind? Kind, string Unit, string Cause, IReadOnlyList<string> Devices, decimal? Peak, DateTime? PeakUtc, int Minutes, bool IsHeldBack)
{
    /// <summary>Gets the post that was told; null for nobody.</summary>
    public string? ToldPost { get; init; }

    public string? TakenPost { get; init; }

    public DateTime? TakenUtc { get; init; }

    public DateTime? ArrivedUtc { get; init; }

    /// <summary>Gets 现场情况.</summary>
    public string? Scene { get; init; }

    public AlertOutcome? Outcome { get; init; }

    public AlertState State { get; init; }

    /// <summary>Gets whether somebody was to be told of it.</summary>
    public bool IsSent => !IsHeldBack && Grade != AlertGrade.Record;

    internal static NightLine Of(AlertLine line, AlertRule? rule)
    {
        var alert = line.Alert;
        var top = line.Worst;
        return new(
            alert.Number, alert.RaisedUtc, alert.Grade, alert.GradeReason, alert.Subdistrict, alert.RuleName, rule?.Kind, rule?.Unit ?? string.Empty, rule?.Cause ?? string.Empty,
            [.. line.Conditions.Select(condition => condition.DeviceName).Distinct()], top?.Peak, top?.Peak is null ? null : top.PeakUtc, (int)line.Longest.TotalMinutes, alert.IsHeldBack)
        {
            ToldPost = alert.ToldPost,
            TakenPost = alert.TakenPost,
            TakenUtc = alert.TakenUtc,
            ArrivedUtc = alert.ArrivedUtc,
            Scene = alert.Scene,
            Outcome = alert.Outcome,
            State = alert.State,
        };
    }
}

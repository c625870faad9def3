using System.Globalization;

namespace Lanshao.Platform.Plans;

/// <summary>A measure's row in print, part by part: what two rows are compared by, and what a difference shows.</summary>
public static class MeasurePrint
{
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<(MeasureField Field, string Text)> Of(MeasureCode number, string taskTitle, MeasureDraft draft) =>
    [
        (MeasureField.Number, number.ToString()),
        (MeasureField.Task, taskTitle),
        (MeasureField.Text, draft.Text),
        (MeasureField.Deadline, Deadline(draft.Deadline)),
        (MeasureField.Lead, Units(draft, UnitRole.Lead)),
        (MeasureField.Main, Units(draft, UnitRole.Main)),
        (MeasureField.Assist, Units(draft, UnitRole.Assist)),
        (MeasureField.Milestones, string.Join('\n', draft.Milestones.Select(m => $"{m.DueOn.ToString(Day, CultureInfo.InvariantCulture)} {m.Quote}"))),
        (MeasureField.Targets, string.Join('\n', draft.Targets.Select(Target))),
        (MeasureField.Footnotes, draft.Footnotes ?? string.Empty),
    ];

    /// <summary>Prints a target: PM2.5年均浓度 ≤34 µg/m³（甲街道）.</summary>
    public static string Target(TargetDraft target)
    {
        var value = target.WaterClass ?? target.Value?.ToString("0.######", CultureInfo.InvariantCulture);
        var amount = value is null ? string.Empty : $" {Sign(target.Comparator)}{value}{(target.Unit is null ? string.Empty : $" {target.Unit}")}";
        return $"{target.Indicator}{amount}{(target.Scope.Length == 0 ? string.Empty : $"（{target.Scope}）")}";
    }

    /// <summary>Returns the printed sign of a comparator; empty where words say it.</summary>
    public static string Sign(TargetComparator comparator) => comparator switch
    {
        TargetComparator.AtMost => "≤",
        TargetComparator.AtLeast => "≥",
        TargetComparator.Equal => "=",
        TargetComparator.About => "≈",
        TargetComparator.AboutAtMost => "≈≤",
        TargetComparator.ClassAtMost => "≤",
        _ => string.Empty,
    };

    internal static IReadOnlyList<string> HeadOf(PlanDraft draft) =>
    [
        draft.Title,
        .. draft.DocumentNumber is { } number ? [number] : Array.Empty<string>(),
        .. draft.Issuer is { } issuer ? [issuer] : Array.Empty<string>(),
        .. draft.Annexes.SelectMany(a => new[] { string.Create(CultureInfo.InvariantCulture, $"附件{a.Number} {a.Title}"), $"{a.Title}：{string.Join('｜', a.Columns)}" }
            .Concat(a.Sections.Select(s => $"{a.Title}：{s.Title}"))),
    ];

    private static string Units(MeasureDraft draft, UnitRole role) => string.Join('、', draft.Units.Where(u => u.Role == role).Select(u => u.Raw));

    private static string Deadline(DeadlineDraft deadline)
    {
        var days = string.Join("—", new[] { deadline.From, deadline.DueOn }.Where(d => d is not null).Select(d => d!.Value.ToString(Day, CultureInfo.InvariantCulture)));
        return days.Length == 0 ? deadline.Raw : $"{deadline.Raw}（{days}）";
    }
}

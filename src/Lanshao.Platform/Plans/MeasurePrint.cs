using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans;

/// <summary>The parts of a measure's row that a difference names.</summary>
public enum MeasureField
{
    Task,
    Text,
    Deadline,
    Lead,
    Main,
    Assist,
    Milestones,
    Targets,
    Others,
}

/// <summary>One part of a row, as it stood and as it shall stand.</summary>
public sealed record FieldChange(MeasureField Field, string Old, string New);

/// <summary>A measure's row in print, part by part.</summary>
public static class MeasurePrint
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Returns what differs between two states of a row.</summary>
    public static IReadOnlyList<FieldChange> Compare(MeasureContent old, MeasureContent now) =>
        [.. Parts(old).Zip(Parts(now)).Where(p => p.First.Text != p.Second.Text).Select(p => new FieldChange(p.First.Field, p.First.Text, p.Second.Text))];

    /// <summary>Prints a target: PM2.5年均浓度 ≤34微克/立方米（甲街道）. The district itself goes without saying.</summary>
    public static string Target(TargetContent target) =>
        $"{target.Indicator}{(Amount(target) is { } amount ? $" {amount}" : string.Empty)}{(target.Scope.Length == 0 || target.PlaceCode == Place.District.Code ? string.Empty : $"（{target.Scope}）")}";

    /// <summary>Returns what a target asks for without its name, such as ≤34微克/立方米; null where it names no figure.</summary>
    public static string? Amount(TargetContent target)
    {
        var value = target.WaterClass ?? target.Value?.ToString("0.######", CultureInfo.InvariantCulture);
        var sign = target.IsStrict ? Sign(target.Comparator).Replace('≥', '>').Replace('≤', '<') : Sign(target.Comparator);
        var about = target.Comparator is TargetComparator.About or TargetComparator.AboutAtMost ? "左右" : string.Empty;
        return value is null ? null : $"{sign}{value}{Unit(target.Unit)}{about}";
    }

    /// <summary>Returns a unit as official prints write it behind a number: in Chinese and without a space.</summary>
    public static string Unit(string? unit) => unit switch
    {
        null => string.Empty,
        "µg/m³" => "微克/立方米",
        "mg/m³" => "毫克/立方米",
        "g/m²" => "克/平方米",
        "t/(km²·月)" => "吨/平方公里·月",
        _ => unit,
    };

    /// <summary>Returns the printed sign of a comparator; empty where words say it.</summary>
    private static string Sign(TargetComparator comparator) => comparator switch
    {
        TargetComparator.AtMost => "≤",
        TargetComparator.AtLeast => "≥",
        TargetComparator.Equal => "=",
        _ => string.Empty,
    };

    /// <summary>Prints the units of a role as the cell does.</summary>
    public static string Units(MeasureContent content, UnitRole role) => string.Join('、', content.Units.Where(u => u.Role == role).Select(u => u.Raw));

    private static IEnumerable<(MeasureField Field, string Text)> Parts(MeasureContent content) =>
    [
        (MeasureField.Task, content.Task ?? string.Empty),
        (MeasureField.Text, content.Text),
        (MeasureField.Deadline, Deadline(content.Deadline)),
        (MeasureField.Lead, Units(content, UnitRole.Lead)),
        (MeasureField.Main, Units(content, UnitRole.Main)),
        (MeasureField.Assist, Units(content, UnitRole.Assist)),
        (MeasureField.Milestones, string.Join('\n', content.Milestones.Select(m => $"{m.DueOn.ToString(Day, CultureInfo.InvariantCulture)} {m.Quote}"))),
        (MeasureField.Targets, string.Join('\n', content.Targets.Select(Target))),
        (MeasureField.Others, string.Join('\n', content.Others.Select(o => $"{o.Heading}：{o.Text}"))),
    ];

    private static string Deadline(DeadlineContent deadline)
    {
        var days = string.Join("—", new[] { deadline.From, deadline.DueOn }.Where(d => d is not null).Select(d => d!.Value.ToString(Day, CultureInfo.InvariantCulture)));
        return days.Length == 0 ? deadline.Raw : $"{deadline.Raw}（{days}）";
    }
}

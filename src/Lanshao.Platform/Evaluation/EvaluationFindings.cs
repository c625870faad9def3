using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Evaluation;

/// <summary>The reasons and questions of this room, each made in one place.</summary>
internal static class EvaluationFindings
{
    /// <summary>The city's ranks were not imported.</summary>
    public static Finding NoCityRank(string where) => Note("EVA-001", where);

    public static Finding NotStored(string indicator, Period period, string where) =>
        Note("EVA-002", where, ("indicator", indicator), ("period", period.ChineseText));

    /// <summary>The stored value is a reason: 缺测, 未报.</summary>
    public static Finding Missing(string indicator, Period period, string reason, string where) =>
        Note("EVA-006", where, ("indicator", indicator), ("period", period.ChineseText), ("reason", reason));

    /// <summary>No change was published, and none can be computed.</summary>
    public static Finding NoChange(Period before, string where) => Note("EVA-003", where, ("period", before.ChineseText));

    /// <summary>No whole number was published, and a printed decimal is not rounded again.</summary>
    public static Finding NoWhole(string where) => Note("EVA-004", where);

    /// <summary>The value is on another scope than the table's, so it takes no part in the ranking.</summary>
    public static Finding OtherScope(FigureScope own, FigureScope table, string where) =>
        Of("EVA-005", Severity.Warning, where, ("found", Text(own)), ("expected", Text(table)));

    /// <summary>No plan of the year sets a target.</summary>
    public static Finding NoTarget(Period period, string indicator, string where) =>
        Note("EVA-007", where, ("year", $"{period.To:yyyy}"), ("indicator", indicator));

    /// <summary>One of the two months has no place.</summary>
    public static Finding NoMove(Period before, string where) => Note("EVA-008", where, ("period", before.ChineseText));

    /// <summary>The figure is no mean from 1 January, or no day is left.</summary>
    public static Finding NoBudget(string where) => Note("EVA-009", where);

    /// <summary>The published change is not the one that follows from the published values.</summary>
    public static Finding ChangeDiffers(string published, string computed, string where) =>
        Of("EVA-010", Severity.Warning, where, ("published", published), ("computed", computed));

    /// <summary>A published total is not the sum of its parts.</summary>
    public static Finding SumDiffers(string name, string published, string computed, string where) =>
        Of("EVA-011", Severity.Error, where, ("name", name), ("published", published), ("computed", computed));

    /// <summary>The published whole number cannot come from a value that prints as the published one.</summary>
    public static Finding WholeDiffers(string whole, string value, string where) =>
        Of("EVA-012", Severity.Error, where, ("whole", whole), ("value", value));

    /// <summary>The given class of a water section is another than its concentrations give.</summary>
    public static Finding ClassDiffers(string published, string computed, string where) =>
        Of("EVA-013", Severity.Warning, where, ("published", published), ("computed", computed));

    /// <summary>Returns in a few words, as they stand below a printed table, why a figure is not there.</summary>
    internal static string ReasonOf(Finding finding) => finding.Code switch
    {
        "EVA-001" => "市级排名没有导入",
        "EVA-002" => "数据没有导入",
        "EVA-003" => "没有公布，也没有上年同期同口径的数",
        "EVA-004" => "没有公布取整值",
        "EVA-006" => finding.Arguments["reason"],
        "EVA-007" => "年度计划中没有这项目标",
        "EVA-008" => "上月没有同口径的位次",
        "EVA-009" => "没有自1月1日起的累计值，或全年已无剩余天数",
        _ => "口径不同，不并列",
    };

    /// <summary>Points whose concentrations give one class as a river and another as a lake, and the register does not say which they are.</summary>
    public static Finding Untyped(IReadOnlyList<string> points) =>
        new("EVA-033", Severity.Warning, new Dictionary<string, string> { ["points"] = string.Join('、', points) });

    private static string Text(FigureScope scope) => $"{scope.Station}、{scope.Sand}、{scope.Span}";

    private static Finding Note(string code, string where, params (string Name, string Text)[] arguments) => Of(code, Severity.Note, where, arguments);

    private static Finding Of(string code, Severity severity, string where, params (string Name, string Text)[] arguments) =>
        new(code, severity, arguments.Append(("where", where)).ToDictionary(argument => argument.Item1, argument => argument.Item2), where);
}

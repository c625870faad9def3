using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>The words of marks, and the links that lead to their hours.</summary>
internal static class MarkWords
{
    /// <summary>The page on which hours are reviewed.</summary>
    public const string One = "/devices/review";

    public static IReadOnlyList<(HourCheckKind Kind, string Word)> Kinds { get; } =
        [(HourCheckKind.Range, "超出范围"), (HourCheckKind.Jump, "突变"), (HourCheckKind.Flat, "恒值"), (HourCheckKind.Beside, "与周边差异大"), (HourCheckKind.Missing, "缺测")];

    public static string Of(HourCheckKind kind) => Kinds.First(word => word.Kind == kind).Word;

    /// <summary>Returns the check that the address asks for; null for all.</summary>
    public static HourCheckKind? Asked(PageAddress here) => Enum.TryParse<HourCheckKind>(here.Text("rule"), out var kind) && Enum.IsDefined(kind) ? kind : null;

    public static string Time(DateTime atUtc) => $"{ChinaTime.CivilOf(atUtc):yyyy-MM-dd HH:mm}";

    /// <summary>Returns the time of some hours; with how many, where it is more than one.</summary>
    public static Cell When(DateTime startUtc, int hours, UiTexts t) => Cell.Of(Time(startUtc)).Noted(hours > 1 ? t["共{0}小时", hours] : null);

    /// <summary>Returns the sentence of a mark: which rule, which values.</summary>
    public static string Sentence(Finding finding, UiTexts t) => ErrorTexts.Sentence(finding, t.Language);

    /// <summary>Returns the values that a mark names.</summary>
    public static Cell Values(HourMark mark, UiTexts t) => mark.Kind switch
    {
        HourCheckKind.Missing => Cell.Missing(t["缺测"]),
        HourCheckKind.Flat => Cell.Of(mark.Finding.Arguments["values"]),
        _ => Cell.Of(mark.Finding.Arguments["value"]),
    };

    /// <summary>Returns the link to the review of some hours, the first 24 of them.</summary>
    public static string Href(PageAddress here, string mn, string factor, DateTime startUtc, int hours) => here.To(
        One, ("mn", mn), ("factor", factor), ("from", ChinaTime.CivilOf(startUtc).ToString("yyyy-MM-dd-HH", CultureInfo.InvariantCulture)), ("hours", Math.Min(hours, 24).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads the hour that a link names.</summary>
    public static DateTime? HourOf(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd-HH", CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil) ? ChinaTime.InstantOf(civil) : null;
}

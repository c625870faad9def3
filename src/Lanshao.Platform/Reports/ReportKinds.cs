using System.Globalization;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports;

/// <summary>The kinds of reports as the command line, the pack and layouts name them, with the spans that each covers and what each is about.</summary>
public static class ReportKinds
{
    private static readonly Entry[] Entries =
    [
        new(ReportKind.Week, "week", "2024-W26", [PeriodKind.Week]),
        new(ReportKind.Month, "month", "2024-06", [PeriodKind.Month]),
        new(ReportKind.Quarter, "quarter", "2024Q2", [PeriodKind.Quarter]),
        new(ReportKind.HalfYear, "half-year", "2024H1", [PeriodKind.Half]),
        new(ReportKind.Year, "year", "2024", [PeriodKind.Year]),
        new(ReportKind.Subdistrict, "subdistrict", "2024H1、2024Q2、2024-06、2024", [PeriodKind.Half, PeriodKind.Quarter, PeriodKind.Month, PeriodKind.Year], NeedsSubject: true),
        new(ReportKind.HighValue, "high-value", "2024-06-30", [PeriodKind.Day], HasSubject: true),
        new(ReportKind.Attainment, "attainment", "2024-06-30", [PeriodKind.Day]),
        new(ReportKind.FloodSeason, "flood-season", "2024-06、2024-06-01..2024-07-15", [PeriodKind.Month, PeriodKind.Range]),
        new(ReportKind.Talk, "talk", "2024-06、2024-05-21..2024-06-20", [PeriodKind.Month, PeriodKind.Range], NeedsSubject: true),
        new(ReportKind.Rectification, "rectification", "2024-06-30", [PeriodKind.Day], NeedsSubject: true),
    ];

    /// <summary>Gets the kinds, the regular ones first, the shortest period first.</summary>
    public static IReadOnlyList<ReportKind> All { get; } = [.. Entries.Select(known => known.Kind)];

    /// <summary>Gets the kinds that are about one thing, a season or a day, and do not follow from their period alone.</summary>
    public static IReadOnlyList<ReportKind> Special { get; } = [.. All.Where(kind => kind >= ReportKind.Subdistrict)];

    /// <summary>Returns the name of a kind.</summary>
    public static string CodeOf(ReportKind kind) => Of(kind).Code;

    /// <summary>Returns the kind of a name; null for none.</summary>
    public static ReportKind? Find(string? code) => Entries.Where(known => known.Code == code).Select(known => (ReportKind?)known.Kind).FirstOrDefault();

    /// <summary>Returns how the spans of a kind are written.</summary>
    public static string ExampleOf(ReportKind kind) => Of(kind).Example;

    /// <summary>Says whether a kind of report covers a span.</summary>
    public static bool Covers(ReportKind kind, Period period) => Of(kind).Spans.Contains(period.Kind);

    /// <summary>Says whether a kind is about something inside the district: it must, or may, be named.</summary>
    public static bool HasSubject(ReportKind kind) => Of(kind).HasSubject || NeedsSubject(kind);

    /// <summary>Says whether a kind cannot be made for the district as a whole.</summary>
    public static bool NeedsSubject(ReportKind kind) => Of(kind).NeedsSubject;

    /// <summary>Returns the regular kind that covers a period; the half-year's where none does.</summary>
    public static ReportKind Of(Period period) => Entries.Where(known => known.Kind < ReportKind.Subdistrict && known.Spans.Contains(period.Kind)).Select(known => known.Kind).FirstOrDefault(ReportKind.HalfYear);

    /// <summary>Returns the period of a kind of report in which a day lies.</summary>
    public static Period PeriodOf(ReportKind kind, DateOnly day) => Of(kind).Spans[0] switch
    {
        PeriodKind.Week => Period.Week(ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default))),
        PeriodKind.Month => Period.Month(day.Year, day.Month),
        PeriodKind.Quarter => Period.Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        PeriodKind.Year => Period.Year(day.Year),
        PeriodKind.Day => Period.Day(day),
        _ => Period.Half(day.Year, day.Month <= 6 ? 1 : 2),
    };

    private static Entry Of(ReportKind kind) => Array.Find(Entries, known => known.Kind == kind)!;

    /// <param name="Kind">The kind.</param>
    /// <param name="Code">Its name.</param>
    /// <param name="Example">How its spans are written.</param>
    /// <param name="Spans">The spans that it covers, the usual one first.</param>
    /// <param name="HasSubject">Whether it may be about something inside the district.</param>
    /// <param name="NeedsSubject">Whether it must be.</param>
    private sealed record Entry(ReportKind Kind, string Code, string Example, IReadOnlyList<PeriodKind> Spans, bool HasSubject = false, bool NeedsSubject = false);
}

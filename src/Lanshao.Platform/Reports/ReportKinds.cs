namespace Lanshao.Platform.Reports;

/// <summary>The kinds of reports as the command line, the pack and layouts name them.</summary>
public static class ReportKinds
{
    private static readonly (ReportKind Kind, string Code)[] Codes =
        [(ReportKind.Week, "week"), (ReportKind.Month, "month"), (ReportKind.Quarter, "quarter"), (ReportKind.HalfYear, "half-year"), (ReportKind.Year, "year")];

    /// <summary>Gets the kinds, the shortest period first.</summary>
    public static IReadOnlyList<ReportKind> All { get; } = [.. Codes.Select(known => known.Kind)];

    /// <summary>Returns the name of a kind.</summary>
    public static string CodeOf(ReportKind kind) => Array.Find(Codes, known => known.Kind == kind).Code;

    /// <summary>Returns the kind of a name; null for none.</summary>
    public static ReportKind? Find(string? code) => Codes.Where(known => known.Code == code).Select(known => (ReportKind?)known.Kind).FirstOrDefault();
}

using Lanshao.Platform.Evaluation;

namespace Lanshao.Platform.Reports;

/// <summary>A table of figures behind a report.</summary>
/// <param name="Table">The table.</param>
/// <param name="Prefix">What the names of its facts begin with; empty for the figures that the report is about.</param>
public sealed record ReportTable(FigureTable Table, string Prefix)
{
    /// <summary>What the names of the figures of a document's own week or month begin with.</summary>
    public const string OwnPrefix = "own.";

    /// <summary>What the names of the figures of a 点评周期 begin with.</summary>
    public const string ReviewPrefix = "review.";
}

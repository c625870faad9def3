using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>What checking a document gave: what is right is counted, what is not is listed.</summary>
/// <param name="Source">The file.</param>
/// <param name="Consistent">Statements that agree with their other places.</param>
/// <param name="Inconsistent">Statements that do not.</param>
/// <param name="Unverifiable">Statements about which the document tells too little.</param>
/// <param name="Findings">The contradictions, in the order of the document.</param>
public sealed record CheckReport(SourceFile Source, int Consistent, int Inconsistent, int Unverifiable, IReadOnlyList<CheckFinding> Findings)
{
    /// <summary>All statements that were looked at.</summary>
    public int Checked => Consistent + Inconsistent + Unverifiable;
}

using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>One contradiction of a document with itself, at both places.</summary>
/// <param name="Code"><c>DOC-nnn</c>: its sentence is the explanation.</param>
/// <param name="Kind">What kind of contradiction.</param>
/// <param name="Severity">必须核对, 建议核对 or 提示.</param>
/// <param name="Statement">What is stated.</param>
/// <param name="Evidence">What it does not agree with, at most <see cref="MostEvidence"/> places.</param>
/// <param name="Stated">The value as stated.</param>
/// <param name="Computed">The value that follows from the other place.</param>
/// <param name="Arguments">Named values of the explanation.</param>
public sealed record CheckFinding(
    string Code,
    CheckKind Kind,
    Severity Severity,
    Spot Statement,
    IReadOnlyList<Spot> Evidence,
    string Stated,
    string Computed,
    IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>The most places that a finding lists beside the statement.</summary>
    public const int MostEvidence = 20;
}

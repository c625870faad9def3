using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Something in a plan that a careful clerk would ask about.</summary>
/// <param name="Code"><c>PLAN-nnn</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Annex">Number of the annex.</param>
/// <param name="Task">Number of the task, as printed.</param>
/// <param name="Row">The measure row of the annex.</param>
/// <param name="Arguments">Named values of the sentence; the place is among them as <c>place</c>.</param>
/// <param name="Quote">The words of the source, at most 300 characters.</param>
public sealed record ReadingFinding(string Code, Severity Severity, int? Annex, string? Task, int? Row, IReadOnlyDictionary<string, string> Arguments, string? Quote);

namespace Lanshao.Platform.Progress;

/// <summary>One staged row of a return that came back as a file; its key is the measure's id.</summary>
/// <param name="Code">The measure's number as printed.</param>
/// <param name="Text">进展情况.</param>
/// <param name="IsDone">是否完成.</param>
/// <param name="Verdict">是否符合预期.</param>
/// <param name="Advice">Words instead of yes or no.</param>
/// <param name="Clerk">经办人.</param>
/// <param name="Phone">联系电话.</param>
public sealed record ProgressImportRow(string Code, string? Text, bool? IsDone, OnTrackVerdict? Verdict, string? Advice, string? Clerk, string? Phone);

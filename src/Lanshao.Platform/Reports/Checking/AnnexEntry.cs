namespace Lanshao.Platform.Reports.Checking;

/// <summary>An annex in the list behind the text: 附件：1.…</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title as listed.</param>
/// <param name="Spot">The place in the list.</param>
internal sealed record AnnexEntry(int Number, string Title, Spot Spot);

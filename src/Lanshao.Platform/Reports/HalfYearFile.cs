using System.Globalization;
using Lanshao.Documents.Writing;

namespace Lanshao.Platform.Reports;

/// <summary>Sets the annexes of the half-year report as one Word file, every annex on pages of its own.</summary>
internal static class HalfYearFile
{
    public static byte[] Write(string title, IEnumerable<ReportAnnex> annexes, string? mark, DateTime madeAtUtc) => WordWriter.Write(
        new OfficialDocument(title, annexes.Select(annex => OfficialSection.Of(annex.Table, string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}"))))
        {
            Mark = mark,
            CreatedUtc = madeAtUtc,
        });
}

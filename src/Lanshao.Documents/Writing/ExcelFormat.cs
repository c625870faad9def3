using System.Globalization;

namespace Lanshao.Documents.Writing;

/// <summary>How a cell of a workbook looks.</summary>
/// <param name="Font">Index into <see cref="ExcelStyles.Fonts"/>.</param>
/// <param name="Align">Horizontal alignment as the file says it.</param>
/// <param name="HasBorder">Whether the cell is ruled.</param>
internal readonly record struct ExcelFormat(int Font, string Align, bool HasBorder)
{
    /// <summary>The number format, e.g. <c>0.0%</c>; empty for text.</summary>
    public string NumberFormat { get; init; } = string.Empty;

    /// <summary>Whether the text must stay text even when somebody edits the cell (it begins like a formula).</summary>
    public bool IsQuoted { get; init; }

    public static string NumberFormatOf(PrintCell cell)
    {
        var digits = cell.Decimals == 0 ? "0" : "0." + new string('0', cell.Decimals);
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{(cell.IsPercent ? "%" : string.Empty)}");
    }
}

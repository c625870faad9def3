namespace Lanshao.Documents.Sheets;

/// <summary>A row of a workbook or CSV file while it is streamed.</summary>
/// <param name="Sheet">The sheet's name; <see langword="null"/> for CSV.</param>
/// <param name="Number">Row of the sheet, or line of the file on which the record begins, from 1.</param>
/// <param name="Fields">The values from column A on, as they are printed; numbers as plain decimals; empty strings where nothing stands.</param>
public sealed record SheetRow(string? Sheet, int Number, IReadOnlyList<string> Fields);

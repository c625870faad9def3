using System.Globalization;
using System.Text.Json;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>A printed table as the API tells it: what is printed, the numbers, and the stored values behind every cell.</summary>
internal sealed record ApiTable(
    string Code,
    int? Annex,
    string Title,
    string Period,
    int PackRevision,
    string Answer,
    string? SortedBy,
    string? Unit,
    string Source,
    IReadOnlyList<ApiTable.Column> Columns,
    IReadOnlyList<ApiTable.Row> Rows,
    ApiTable.Row? Total,
    IReadOnlyList<ApiTable.Remark> Findings)
{
    public static ApiTable Of(FigureView view, Language language)
    {
        var table = view.Figures;
        return new(
            table.Definition.Code, table.Definition.Annex, table.Title, table.Period.Code, table.PackRevision, view.Answer.Text,
            table.Definition.SortedBy, table.Definition.UnitLine, table.SourceLine,
            [.. table.Columns.Select(column => new Column(column.Heading, Word(column.Shows), column.Indicator))],
            [.. table.Rows.Select(row => RowOf(row, language))],
            table.Total is { } total ? RowOf(total, language) : null,
            [.. table.Findings.Select(finding => RemarkOf(finding, language))]);
    }

    private static Row RowOf(PlaceRow row, Language language) => new(row.Place.Code, row.Name, [.. row.Cells.Select(cell => CellOf(cell, language))]);

    private static Cell CellOf(FigureCell cell, Language language) => new(
        cell.Text,
        cell.Figure?.ShownText,
        cell.Missing is { } missing ? RemarkOf(missing, language) : null,
        [.. cell.Findings.Select(finding => RemarkOf(finding, language))],
        [.. cell.Values.Select(ValueOf)]);

    private static Value ValueOf(IndicatorValue value) => new(
        value.Id, value.Indicator, value.Place.Code, value.Period.Code, value.Number?.ToString(CultureInfo.InvariantCulture) ?? value.Text,
        FigureWords.Of(value.Basis), FigureWords.Of(value.Status), value.StationScope, value.SandBasis, value.PeriodBasis,
        value.Source, value.SourceTable, value.IssuedOn, value.SourceRow, value.StoredUtc);

    private static Remark RemarkOf(Finding finding, Language language) => new(finding.Code, Word(finding.Severity), ErrorTexts.Sentence(finding, language), finding.Where);

    private static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    /// <param name="Heading">The heading as printed.</param>
    /// <param name="Shows">What the column shows.</param>
    /// <param name="Indicator">Its indicator, in a table of counts.</param>
    internal sealed record Column(string Heading, string Shows, string? Indicator);

    internal sealed record Row(string Place, string Name, IReadOnlyList<Cell> Cells);

    /// <param name="Text">What is printed; empty where a zero is left blank.</param>
    /// <param name="Number">The printed number, with exactly its decimals; null for words.</param>
    /// <param name="Missing">Why nothing stands here.</param>
    /// <param name="Findings">What a clerk would ask.</param>
    /// <param name="Values">The stored values behind it, the shown one first.</param>
    internal sealed record Cell(string Text, string? Number, Remark? Missing, IReadOnlyList<Remark> Findings, IReadOnlyList<Value> Values);

    internal sealed record Value(
        Guid Id, string Indicator, string Place, string Period, string? Written, string Basis, string Status, string StationScope, string SandBasis, string PeriodBasis,
        string Source, string SourceTable, DateOnly? IssuedOn, int? SourceRow, DateTime StoredUtc);

    internal sealed record Remark(string Code, string Severity, string Message, string? Where);
}

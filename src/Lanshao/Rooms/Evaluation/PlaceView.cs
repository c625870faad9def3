using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Evaluation;

/// <summary>One area in all printed tables of a period: its own rows, and in a ranking the neighbours above and below.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The period.</param>
/// <param name="Answer">How it stands, in words; empty where there are no figures.</param>
/// <param name="Tables">The tables in which it has a row, in the order of their annexes, with their address.</param>
public sealed record PlaceView(Subdistrict Area, Period Period, string Answer, IReadOnlyList<(PageTable Table, TableDefinition Definition)> Tables)
{
    /// <summary>Reads the area that an address asks for; EVA-022 where there is none.</summary>
    internal static async Task<Outcome<PlaceView>> LoadAsync(FigureRequest request, string code, CancellationToken ct)
    {
        var read = await CurrentPack.ReadAsync(request.Db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var pack = read.Value;
        var definitions = pack.Read(PrintedTables.Part).All;
        if (pack.District.FindSubdistrict(code) is not { } area)
        {
            return Refusal.NotFound("EVA-022", ("code", code));
        }

        var periods = definitions.Count == 0 ? [] : await FigureTables.PeriodsAsync(request.Db, definitions[0], ct);
        var period = request.Here.Period ?? (periods.Count > 0 ? periods[0] : Period.Year(ChinaTime.Today(request.Clock).Year));
        var tables = await FigureTables.LoadAsync(request.Db, pack, definitions, period, ct);
        var own = tables.Select(table => (Table: table, Rows: RowsOf(table, pack.District, area.Code))).Where(table => table.Rows.Count > 0 && table.Table.HasFigures).ToList();
        var clauses = own.Where(table => table.Table.Definition.Layout is TableLayout.Ranking or TableLayout.Counts).Select(table => AreaAnswer.Of(table.Table, table.Rows[0])).OfType<string>();
        return new PlaceView(area, period, string.Join('；', clauses), [.. own.Select(table => (Page(request, table.Table, table.Rows, pack.District.Facts.IsSample) with { Subject = area.Name }, table.Table.Definition))]);
    }

    private static PageTable Page(FigureRequest request, FigureTable table, IReadOnlyList<PlaceRow> own, bool isSample)
    {
        var shown = table.Definition.Layout == TableLayout.Ranking ? Neighbours(table, own[0]) : own;
        return new FigurePageTable(table, request.Texts, place => request.Here.To($"/places/{place.LocalCode}", ("place", null))).Make(isSample, [], shown.Contains);
    }

    private static IReadOnlyList<PlaceRow> Neighbours(FigureTable table, PlaceRow own)
    {
        var at = table.Rows.ToList().IndexOf(own);
        return [.. table.Rows.Skip(Math.Max(0, at - 1)).Take(at == 0 ? 2 : 3)];
    }

    private static IReadOnlyList<PlaceRow> RowsOf(FigureTable table, District district, string area) =>
        [.. table.Rows.Where(row => RowFilter.AreasOf(district, row.Place).Contains(area))];
}

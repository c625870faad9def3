using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What the page of a 排名核对单 shows; its files say the same.</summary>
/// <param name="Row">The area's row.</param>
/// <param name="View">The table that it checks.</param>
/// <param name="Sheet">The sheet; null where the area has no value in the table.</param>
/// <param name="Page">The sheet as a table; null without one.</param>
/// <param name="Answer">The sheet in a sentence; empty without one.</param>
public sealed record RankingSheetView(PlaceRow Row, FigureView View, RankingSheet? Sheet, PageTable? Page, string Answer)
{
    /// <summary>The parameter of the address that names the table.</summary>
    internal const string TableName = "table";

    /// <summary>Reads the sheet that an address asks for: EVA-021 where there is no such table, EVA-022 no such area.</summary>
    /// <param name="request">The store, the address and the words of the request.</param>
    /// <param name="stores">Where hours lie; null where there are none.</param>
    /// <param name="code">The area.</param>
    /// <param name="ct">Stops waiting.</param>
    internal static async Task<Outcome<RankingSheetView>> LoadAsync(FigureRequest request, MonitoringStores? stores, string? code, CancellationToken ct)
    {
        var view = await FigureView.LoadAsync(request, TableGroup.Rankings, request.Here.Text(TableName), ct);
        if (view.IsRefused)
        {
            return view.Refusal;
        }

        var figures = view.Value.Figures;
        if (figures.Rows.FirstOrDefault(row => row.Place == Place.Subdistrict(code ?? string.Empty)) is not { } row)
        {
            return Refusal.NotFound("EVA-022", ("code", code ?? string.Empty));
        }

        if (await RankingSheet.ReadAsync(request.Db, stores, figures, row, ct) is not { } sheet)
        {
            return new RankingSheetView(row, view.Value, null, null, string.Empty);
        }

        var table = new RankingSheetTable(sheet, request.Texts);
        return new RankingSheetView(row, view.Value, sheet, table.Make(view.Value.Page.IsSample), table.Answer());
    }
}

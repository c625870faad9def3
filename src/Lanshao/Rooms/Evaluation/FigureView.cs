using Lanshao.Documents.Charts;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What a page of a printed table shows; its files say the same.</summary>
/// <param name="Figures">The table with everything behind it.</param>
/// <param name="Page">The table as the page shows it, in the order of the address.</param>
/// <param name="Answer">The answer in words.</param>
/// <param name="Beside">The tables of the same group, this one among them.</param>
/// <param name="Periods">The periods that have figures, the newest first.</param>
/// <param name="Area">The area that the address asks for; null for the whole district.</param>
public sealed record FigureView(FigureTable Figures, PageTable Page, Answer Answer, IReadOnlyList<TableDefinition> Beside, IReadOnlyList<Period> Periods, Subdistrict? Area)
{
    /// <summary>The parameter of the address that asks for an earlier version: its number.</summary>
    internal const string VersionName = "version";
    private const int MostVersions = 9999;

    /// <summary>Gets the year's target of the whole district on the same basis; null for none.</summary>
    public ChartTarget? Target { get; init; }

    /// <summary>Gets the district, for its map; null where it has none.</summary>
    public District? Grid { get; init; }

    /// <summary>Gets the row of the area that the address asks for; null where the rows are no areas.</summary>
    public PlaceRow? AreaRow => Area is null ? null : Figures.Rows.FirstOrDefault(row => row.Place == Place.Subdistrict(Area.Code));

    /// <summary>Gets the versions of a monthly table; null for tables without.</summary>
    public TableVersions? Versions { get; init; }

    /// <summary>Gets the version that is shown; null where there is none.</summary>
    public TableVersion? Version { get; init; }

    /// <summary>Reads the table that an address asks for.</summary>
    /// <param name="request">The store, the address and the words of the request.</param>
    /// <param name="group">Which tables the page has; null for all.</param>
    /// <param name="code">The table; null for the first of the group.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>The view; EVA-021 where there is no such table.</returns>
    internal static async Task<Outcome<FigureView>> LoadAsync(FigureRequest request, TableGroup? group, string? code, CancellationToken ct)
    {
        var read = await CurrentPack.ReadAsync(request.Db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var pack = read.Value;
        var beside = pack.Read(PrintedTables.Part).All.Where(table => group is null || table.Group == group).ToList();
        if ((code is null ? beside.FirstOrDefault() : beside.Find(table => table.Code == code)) is not { } definition)
        {
            return Refusal.NotFound("EVA-021", ("code", code ?? string.Empty), ("known", string.Join('、', beside.Select(table => table.Code))));
        }

        var periods = await FigureTables.PeriodsAsync(request.Db, definition, ct);
        var period = FigureTables.PeriodOf(definition, request.Here.Period ?? await NewestAsync(request, definition, periods, ct));
        var targets = definition.Layout is TableLayout.Ranking or TableLayout.Bulletin ? await AreaTargets.ReadAsync(request.Db, pack, period.To.Year, ct) : null;
        var versions = definition.Layout == TableLayout.Bulletin ? await FigureTables.VersionsAsync(request.Db, pack, definition, period, ct, targets!.Of) : null;
        var version = versions?.Find(request.Here.Whole(VersionName, 1, MostVersions)) ?? versions?.Newest;

        // The newest version is the table as it stands: figures of last year may have come since.
        var figures = version is not null && version != versions!.Newest ? version.Table : (await FigureTables.LoadAsync(request.Db, pack, [definition], period, ct, targets is null ? null : targets.Of))[0];
        return request.Show(figures, pack.District, beside, periods, NeedsTargets(definition) ? targets : null) with { Versions = versions, Version = version, Target = targets?.LineOf(figures) };
    }

    private static bool NeedsTargets(TableDefinition table) => table is { Layout: TableLayout.Bulletin } or { Layout: TableLayout.Ranking, Group: TableGroup.Dust };

    // A bulletin without a month of its own is of the month in which the newest figures end.
    private static async Task<Period> NewestAsync(FigureRequest request, TableDefinition table, IReadOnlyList<Period> periods, CancellationToken ct)
    {
        var known = periods.Count > 0 || table.Layout != TableLayout.Bulletin ? periods : await FigureQueries.PeriodsAsync(request.Db, table.Indicator, table.Basis, ct);
        return known.Count > 0 ? known[0] : Period.Year(ChinaTime.Today(request.Clock).Year);
    }
}

/// <summary>What a request for a table brings along.</summary>
internal sealed record FigureRequest(LanshaoContext Db, PageAddress Here, UiTexts Texts, TimeProvider Clock)
{
    public FigureView Show(FigureTable figures, District district, IReadOnlyList<TableDefinition> beside, IReadOnlyList<Period> periods, AreaTargets? targets)
    {
        var onScreen = targets is null || figures.Definition.Layout == TableLayout.Bulletin ? [] : new TargetColumns(figures, targets, Texts).Columns();
        var page = new FigurePageTable(figures, Texts, place => Here.To($"/places/{place.LocalCode}", ("place", null)))
            .Make(district.Facts.IsSample, onScreen, new RowFilter(figures, district, Here).Test());
        var area = Here.Place.Kind == PlaceKind.Subdistrict ? district.FindSubdistrict(Here.Place.LocalCode) : null;
        return new(figures, page.Sorted(Here.Sort), TableAnswer.Of(figures, district), beside, periods, area) { Grid = district.HasGrid ? district : null };
    }
}

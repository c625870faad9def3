using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>The files and the API of the printed tables.</summary>
internal static class EvaluationEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles("/tables/{code}", async context => (await ViewAsync(context, (string?)context.Request.RouteValues["code"])).Then<PageTable>(view => view.Page))
            .Needs(Permissions.IndicatorsRead);
        app.MapTableFiles("/air/figures", context => AirAsync(context, (figures, t) => figures.Table(t))).Needs(Permissions.IndicatorsRead);
        app.MapTableFiles("/air/days", context => AirAsync(context, (figures, t) => new AirDays(figures.Days, figures.Period, figures.IsSample, t).Table())).Needs(Permissions.IndicatorsRead);
        app.MapTableFiles("/ranking-sheets/{code}", SheetAsync).Needs(Permissions.IndicatorsRead);
        app.MapGet("/api/v1/tables", (Delegate)TablesAsync).Needs(Permissions.IndicatorsRead).WithSummary("The printed tables of the pack, in the order of their annexes.");
        app.MapGet("/api/v1/tables/{code}", (Delegate)TableAsync).Needs(Permissions.IndicatorsRead)
            .WithSummary("A printed table: ?period=2024H1, the newest with figures where it is left out.").Produces<ApiTable>();
    }

    private static async Task<IResult> TablesAsync(HttpContext context, LanshaoContext db, CancellationToken ct) =>
        (await CurrentPack.ReadAsync(db, ct)).Then<Listed>(pack =>
            new Listed([.. pack.Read(PrintedTables.Part).All.Select(table => new ListedTable(table.Code, table.Annex, table.ShortTitle, table.Title, table.Indicator))])).ToHttp(context);

    private static async Task<IResult> TableAsync(HttpContext context, string code)
    {
        var found = await ViewAsync(context, code);
        var answer = found.Then<ApiTable>(view => ApiTable.Of(view, Languages.Of(context))).ToHttp(context);
        return found.Value is { Page: { Carries: { } figures } page } ? await ExportNotes.AnswerAsync(context, page.FullTitle, "json", figures, answer, "/rankings/" + code) : answer;
    }

    private static async Task<Outcome<PageTable>> AirAsync(HttpContext context, Func<AirFigures, UiTexts, PageTable> table)
    {
        var services = context.RequestServices;
        var (db, here, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<TimeProvider>());
        return (await AirFigures.ReadAsync(db, here.Period, ChinaTime.Today(clock), context.RequestAborted)).Then<PageTable>(figures => table(figures, services.GetRequiredService<UiTexts>()));
    }

    private static async Task<Outcome<PageTable>> SheetAsync(HttpContext context)
    {
        var stores = await context.RequestServices.GetRequiredService<GatewayHost>().StoresAsync(context.RequestAborted);
        var sheet = await RankingSheetView.LoadAsync(RequestOf(context), stores.Value, (string?)context.Request.RouteValues["code"], context.RequestAborted);
        return sheet.Then<PageTable>(view => view.Page is { } table ? table : Refusal.NotFound("EVA-023", ("area", view.Row.Name), ("period", view.View.Figures.Period.ChineseText)));
    }

    private static Task<Outcome<FigureView>> ViewAsync(HttpContext context, string? code) => FigureView.LoadAsync(RequestOf(context), null, code, context.RequestAborted);

    private static FigureRequest RequestOf(HttpContext context) => new(
        context.RequestServices.GetRequiredService<LanshaoContext>(),
        context.RequestServices.GetRequiredService<PageAddress>(),
        context.RequestServices.GetRequiredService<UiTexts>(),
        context.RequestServices.GetRequiredService<TimeProvider>());

    internal sealed record Listed(IReadOnlyList<ListedTable> Tables);

    internal sealed record ListedTable(string Code, int? Annex, string ShortTitle, string Title, string Indicator);
}

using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Layouts;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>Making a report, its files, and the facts behind it.</summary>
internal static class ReportEndpoints
{
    private const string SampleMark = "演示数据";
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles(CorrectionsView.Path, async context => (await CorrectionsView.LoadAsync(context)).Then<Shell.Tables.PageTable>(view => view.Table)).Needs(Permissions.IndicatorsRead);
        app.MapPost("/reports/half-year", (Delegate)MakeAsync).Needs(Permissions.ReportsRender).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/reports/{id:guid}/moves", (Delegate)MoveAsync).Needs(Permissions.ReportsMove).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/reports/{id:guid}/wording", (Delegate)RewordAsync).Needs(Permissions.ReportsRender).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/reports/{id:guid}/name", (Delegate)NameAsync).Needs(Permissions.ReportsMove).ExcludeFromDescription();
        app.MapGet("/reports/{id:guid}.docx", (Delegate)FileAsync).Needs(Permissions.ReportsRead).ExcludeFromDescription();
        app.MapGet("/reports/annex-{number:int}.{ending}", (Delegate)AnnexAsync).Needs(Permissions.ReportsRead).TakesTime(Most).ExcludeFromDescription();
        app.MapGet("/reports/layouts/{kind}.docx", (Delegate)LayoutAsync).Needs(Permissions.ReportsRead).TakesTime(Most).ExcludeFromDescription();
        app.MapTableFiles("/reports/annexes", TableAsync).Needs(Permissions.ReportsRead);
        app.MapGet("/api/v1/reports/{id:guid}/facts", (Delegate)FactsAsync).Needs(Permissions.ReportsRead)
            .WithSummary("The figures that a report prints, each with the stored values that it came from: ?after=200 for the next page.").Produces<KeyPage<Fact>>();
    }

    private static async Task<IResult> MakeAsync(HttpContext context, LanshaoContext db, DataFolder data, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var written = form["period"].ToString();
        if (!Period.TryParse(written, out var period))
        {
            return Refusal.Invalid("RPT-011", ("found", written), ("expected", "2024H1、2024Q2、2024-06、2024-W26、2024")).ToHttp(context);
        }

        var kind = ReportKinds.Find(form["kind"]) ?? ReportKinds.Of(period);
        var rendered = await RenderReport.RunAsync(db, new FileStore(data.FilesPath), new ReportScope(kind, period, form["about"].ToString()), actor, clock, ct);
        return rendered.IsRefused ? rendered.Refusal.ToHttp(context) : Results.LocalRedirect(PageOf(rendered.Value.Report.Scope, form["about"].ToString()));
    }

    // Where the renderings of a report are listed.
    private static string PageOf(ReportScope scope, string about) => scope.Kind switch
    {
        ReportKind.HalfYear or ReportKind.Quarter => $"/reports?period={scope.Period.Code}#made",
        ReportKind.Week or ReportKind.Month or ReportKind.Year => $"/reports/regular?kind={ReportKinds.CodeOf(scope.Kind)}&period={scope.Period.Code}#made",
        _ => $"/reports/special?kind={ReportKinds.CodeOf(scope.Kind)}&period={scope.Period.Code}&about={Uri.EscapeDataString(about)}#made",
    };

    private static async Task<IResult> MoveAsync(HttpContext context, Guid id, LanshaoContext db, DataFolder data, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var request = new MoveReport.Request(id, form["return"] == "1", form["note"], form["knowing"] == "1", VersionOf(form));
        var moved = await MoveReport.RunAsync(db, new FileStore(data.FilesPath), request, actor, clock, ct);
        return Again(context, id, moved.Refusal, "steps");
    }

    private static async Task<IResult> NameAsync(HttpContext context, Guid id, LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var named = await NameReport.RunAsync(db, new(id, form["name"], VersionOf(form)), actor, clock, ct);
        return Again(context, id, named.Refusal, "steps");
    }

    private static async Task<IResult> RewordAsync(HttpContext context, Guid id, LanshaoContext db, DataFolder data, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var typed = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        if (typed.ContainsKey("find") || typed.ContainsKey("insert"))
        {
            return PageRoutes.Again<RewordPage>(context, WithFact(typed));
        }

        var sentences = typed.Where(field => field.Key.StartsWith("s-", StringComparison.Ordinal)).ToDictionary(field => field.Key[2..], field => field.Value, StringComparer.Ordinal);
        var added = typed.Where(field => field.Key.StartsWith("add-", StringComparison.Ordinal) && int.TryParse(field.Key[4..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(field => int.Parse(field.Key[4..], NumberStyles.None, CultureInfo.InvariantCulture), field => field.Value);
        var reworded = await RewordReport.RunAsync(db, new FileStore(data.FilesPath), new(id, sentences, added), actor, clock, ct);
        return reworded.IsRefused ? PageRoutes.Refused<RewordPage>(context, reworded.Refusal, typed) : Again(context, reworded.Value.Report.Id, null, "text");
    }

    // Looking for a figure saves nothing; one that was chosen stands at the end of the sentence that was named.
    private static Dictionary<string, string> WithFact(Dictionary<string, string> typed)
    {
        if (typed.Remove("insert", out var name) && typed.GetValueOrDefault("into") is { } into && typed.TryGetValue(into, out var text))
        {
            typed[into] = text + "{" + name + "}";
        }

        return typed;
    }

    // A form without a version is stale by definition.
    private static int VersionOf(IFormCollection form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static IResult Again(HttpContext context, Guid id, Refusal? refusal, string section) => refusal is not null
        ? PageRoutes.Refused<ReportPage>(context, refusal)
        : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To($"/reports/{id:D}") + "#" + section);

    private static async Task<IResult> FileAsync(HttpContext context, Guid id, LanshaoContext db, DataFolder data, CancellationToken ct)
    {
        var found = await ReportQueries.FindAsync(db, id, ct);
        if (found.IsRefused)
        {
            return found.Refusal.ToHttp(context);
        }

        return new FileStore(data.FilesPath).OpenRead(found.Value.FileSha256) is { } content
            ? await ExportNotes.AnswerAsync(context, found.Value.Title, "docx", CarriedFigures.Of(found.Value), Results.File(content, RenderReport.MediaType, found.Value.Title + ".docx"))
            : Refusal.NotFound("RPT-018").ToHttp(context);
    }

    // The layout in use: the office's own, or as the program makes it.
    private static async Task<IResult> LayoutAsync(HttpContext context, string kind, LanshaoContext db, DataFolder data, CancellationToken ct)
    {
        if (ReportKinds.Find(kind) is not { } known)
        {
            return Refusal.NotFound("RPT-018").ToHttp(context);
        }

        var made = context.Request.Query.ContainsKey("made");
        var own = made ? null : await ReportLayouts.OpenOwnAsync(db, new FileStore(data.FilesPath), known, ct);
        var layout = own is null ? await ReportLayouts.MakeAsync(db, known, ct) : own;
        return layout.IsRefused ? layout.Refusal.ToHttp(context) : Results.File(layout.Value, RenderReport.MediaType, $"{KindWords.Of(known)}版式模板.docx");
    }

    private static async Task<IResult> AnnexAsync(HttpContext context, int number, string ending)
    {
        var view = await ViewAsync(context);
        if (view.Annexes.IsRefused)
        {
            return view.Annexes.Refusal.ToHttp(context);
        }

        var annexes = view.Annexes.Value;
        return annexes.All.FirstOrDefault(annex => annex.Number == number) is { } found
            ? await ExportNotes.AnswerAsync(context, found.Table.Title, ending, CarriedFigures.YearTo(ExportReach.Official, view.Period), TableFiles.Answer(found.Table, ending, annexes.IsSample ? SampleMark : null), $"/reports?period={view.Period.Code}")
            : Refusal.NotFound("RPT-018").ToHttp(context);
    }

    private static async Task<Outcome<PageTable>> TableAsync(HttpContext context)
    {
        var view = await ViewAsync(context);
        return view.Annexes.Then<PageTable>(_ => view.Table(context.RequestServices.GetRequiredService<UiTexts>(), context.RequestServices.GetRequiredService<PageAddress>()));
    }

    private static async Task<IResult> FactsAsync(HttpContext context, Guid id, int? after, LanshaoContext db, CancellationToken ct)
    {
        var found = await ReportQueries.FindAsync(db, id, ct);
        return found.IsRefused ? found.Refusal.ToHttp(context)
            : await ExportNotes.AnswerAsync(context, found.Value.Title, "json", CarriedFigures.Of(found.Value), Results.Ok(await ReportQueries.FactsAsync(db, id, after ?? 0, ct)), $"/reports/{id:D}");
    }

    private static Task<HalfYearView> ViewAsync(HttpContext context) => HalfYearView.LoadAsync(
        context.RequestServices.GetRequiredService<LanshaoContext>(),
        context.RequestServices.GetRequiredService<PageAddress>(),
        context.RequestServices.GetRequiredService<TimeProvider>(),
        context.RequestAborted);
}

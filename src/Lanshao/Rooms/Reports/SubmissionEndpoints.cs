using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Sending;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>报送记录: registering, correcting, taking back; the list and the figures as files and by the API.</summary>
internal static class SubmissionEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/reports/{id:guid}/submissions", (Delegate)RegisterAsync).Needs(Permissions.ReportsMove).ExcludeFromDescription();
        app.MapPost(SubmissionsView.Path + "/{id:guid}/corrections", (Delegate)CorrectAsync).Needs(Permissions.ReportsMove).TakesTime(Most).ExcludeFromDescription();
        app.MapPost(SubmissionsView.Path + "/{id:guid}/void", (Delegate)VoidAsync).Needs(Permissions.ReportsMove).ExcludeFromDescription();
        app.MapGet(SubmissionsView.Path + "/{id:guid}/corrections/{seq:int}.docx", (Delegate)LetterAsync).Needs(Permissions.ReportsRead).ExcludeFromDescription();
        app.MapLongTableFiles(SubmissionsView.Path, ListAsync).Needs(Permissions.ReportsRead);
        app.MapLongTableFiles(SubmissionsView.Path + "/{id:guid}/facts", SentFactsAsync).Needs(Permissions.ReportsRead);
        app.MapGet("/api/v1/submissions", (Delegate)AllAsync).Needs(Permissions.ReportsRead)
            .WithSummary("What was sent, the newest first: ?value= only what prints a stored value, ?after= for the next page.").Produces<KeyPage<SubmissionItem>>();
        app.MapGet("/api/v1/submissions/{id:guid}", (Delegate)OneAsync).Needs(Permissions.ReportsRead).TakesTime(Most)
            .WithSummary("One sending with what reads differently since; its figures are at /api/v1/reports/{report}/facts.").Produces<SubmissionDetail>();
        app.MapPut("/api/v1/submissions/{id:guid}", (Delegate)PutAsync).Needs(Permissions.ReportsMove)
            .WithSummary("Registers that an issued document was sent; the same key again changes nothing.").Produces<SubmissionItem>();
    }

    private static async Task<IResult> RegisterAsync(HttpContext context, Guid id, LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var sentOn = DateOnly.TryParseExact(form["sentOn"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var key = Guid.TryParse(form["key"], CultureInfo.InvariantCulture, out var given) ? given : Guid.CreateVersion7();
        var text = new SubmissionText(sentOn, form["recipients"].ToString(), form["channel"].ToString(), form["number"].ToString(), form["note"].ToString());
        var registered = await RegisterSubmission.RunAsync(db, new(key, id, text), actor, clock, ct);
        return registered.IsRefused
            ? PageRoutes.Refused<ReportPage>(context, registered.Refusal, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
            : Again(context, registered.Value.Id, string.Empty);
    }

    private static async Task<IResult> CorrectAsync(HttpContext context, Guid id, LanshaoContext db, FileStore files, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var made = await CorrectSubmission.RunAsync(db, files, id, new(form["issuer"].ToString(), form["number"].ToString(), form["note"].ToString()), actor, clock, ct);
        return made.IsRefused ? PageRoutes.Refused<SubmissionPage>(context, made.Refusal) : Again(context, id, "#corrections");
    }

    private static async Task<IResult> VoidAsync(HttpContext context, Guid id, LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var taken = await VoidSubmission.RunAsync(db, id, form["reason"].ToString(), version, actor, clock, ct);
        return taken.IsRefused ? PageRoutes.Refused<SubmissionPage>(context, taken.Refusal) : Again(context, id, string.Empty);
    }

    private static async Task<IResult> LetterAsync(HttpContext context, Guid id, int seq, LanshaoContext db, FileStore files, CancellationToken ct)
    {
        var found = await SubmissionQueries.FindAsync(db, id, ct);
        return found.Value is { } row && row.Submission.Corrections.FirstOrDefault(correction => correction.Seq == seq) is { } correction && files.OpenRead(correction.FileSha256) is { } content
            ? await ExportNotes.AnswerAsync(context, CorrectionLetter.TitleOf(row.Report), "docx", CarriedFigures.Of(row.Report), Results.File(content, RenderReport.MediaType, $"{CorrectionLetter.TitleOf(row.Report)}.docx"), $"{SubmissionsView.Path}/{id:D}")
            : Refusal.NotFound("RPT-064").ToHttp(context);
    }

    private static async Task<Outcome<TablePart>> ListAsync(HttpContext context, string? after)
    {
        var view = await SubmissionsView.LoadAsync(context, after);
        return new TablePart(view.Table, view.Page.After);
    }

    private static async Task<Outcome<TablePart>> SentFactsAsync(HttpContext context, string? after)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, texts) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<UiTexts>());
        var id = Guid.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        var found = await SubmissionQueries.FindAsync(db, id, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var row = found.Value;
        var facts = await ReportQueries.FactsAsync(db, row.Report.Id, int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0, ct);
        return new TablePart(FactTable.Of(texts, (await CurrentPack.ReadAsync(db, ct)).Value!.District, row.Report, facts.Rows), facts.After);
    }

    private static async Task<IResult> AllAsync(LanshaoContext db, Guid? value, int? after, CancellationToken ct)
    {
        var page = await SubmissionQueries.ListAsync(db, value, after, ct);
        return Results.Ok(new KeyPage<SubmissionItem>([.. page.Rows.Select(SubmissionItem.Of)], page.After));
    }

    private static async Task<IResult> OneAsync(HttpContext context, Guid id, LanshaoContext db, FileStore files, TimeProvider clock, CancellationToken ct)
    {
        var view = await SubmissionView.LoadAsync(db, files, id.ToString("D"), ChinaTime.NowUtc(clock), ct);
        return view.Then<SubmissionDetail>(found => new SubmissionDetail(SubmissionItem.Of(found.Row), found.Reading.Value?.Lines ?? [])).ToHttp(context);
    }

    private static async Task<IResult> PutAsync(HttpContext context, Guid id, SubmissionRequest request, LanshaoContext db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var text = new SubmissionText(request.SentOn, request.Recipients ?? string.Empty, request.Channel ?? string.Empty, request.DocumentNumber ?? string.Empty, request.Note ?? string.Empty);
        var registered = await RegisterSubmission.RunAsync(db, new(id, request.Report, text), actor, clock, ct);
        return registered.IsRefused ? registered.Refusal.ToHttp(context) : (await SubmissionQueries.FindAsync(db, id, ct)).Then<SubmissionItem>(row => SubmissionItem.Of(row)).ToHttp(context);
    }

    private static SeeOtherResult Again(HttpContext context, Guid id, string section) => new(context.RequestServices.GetRequiredService<PageAddress>().To($"{SubmissionsView.Path}/{id:D}") + section);
}

/// <summary>What the API takes to register a sending.</summary>
internal sealed record SubmissionRequest(Guid Report, DateOnly? SentOn, string? Recipients, string? Channel, string? DocumentNumber, string? Note);

/// <summary>A sending as the API tells it.</summary>
internal sealed record SubmissionItem(
    Guid Id, int Number, Guid Report, string Kind, string Period, string Title, int Rendering, DateOnly SentOn, string Recipients, string Channel, string DocumentNumber, string Note,
    string FileSha256, string FactsSha256, int Figures, int CorrectedSince, int Corrections, string RegisteredBy, DateTime RegisteredUtc, DateTime? VoidedUtc, string? VoidReason)
{
    public static SubmissionItem Of(SubmissionRow row)
    {
        var (sent, report) = (row.Submission, row.Report);
        return new(
            sent.Id, sent.Number, report.Id, ReportKinds.CodeOf(report.Kind), report.Period.Code, report.Title, report.Number, sent.SentOn, sent.Recipients, sent.Channel, sent.DocumentNumber, sent.Note,
            sent.FileSha256, sent.FactsSha256, row.Figures, row.Corrected, sent.Corrections.Count, sent.RegisteredBy, sent.RegisteredUtc, sent.VoidedUtc, sent.VoidReason);
    }
}

/// <summary>A sending with what reads differently since its recipients last heard.</summary>
internal sealed record SubmissionDetail(SubmissionItem Submission, IReadOnlyList<CorrectionLine> Changes);

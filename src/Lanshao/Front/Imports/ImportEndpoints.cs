using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Imports;

/// <summary>The posts of every import: read and preview, confirm, drop, take back.</summary>
internal static class ImportEndpoints
{
    private const int MostRejected = 100_000;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/imports", PreviewAsync).Needs(Permissions.ImportsApply).TakesUploads().TakesTime(Most).ExcludeFromDescription();
        app.MapGet("/imports/{id:guid}/rejected.{ending}", RejectedAsync).Needs(Permissions.ImportsRead).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/imports/{id:guid}/apply", (Guid id, HttpContext context) => DecideAsync(id, context, ApplyImport.RunAsync)).Needs(Permissions.ImportsApply).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/imports/{id:guid}/again", AgainAsync).Needs(Permissions.ImportsApply).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/imports/{id:guid}/undo", (Guid id, HttpContext context) => DecideAsync(id, context, UndoImport.RunAsync)).Needs(Permissions.ImportsApply).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/imports/{id:guid}/discard", (Guid id, HttpContext context) => DecideAsync(id, context, (db, _, batch, actor, clock, ct) => DiscardImport.RunAsync(db, batch, actor, clock, ct))).Needs(Permissions.ImportsApply).ExcludeFromDescription();
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, LanshaoContext db, FileStore files, Actor actor, TimeProvider clock, PageAddress here)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var typed = form.ToDictionary(field => field.Key, field => field.Value.ToString());
        if (ImportOffers.Find(form["kind"]) is not { } offer)
        {
            return PageRoutes.Refused<NewImportPage>(context, Refusal.Invalid("IMP-009"), typed);
        }

        if (!actor.May(offer.Kind.Permission))
        {
            return Refusal.Forbidden("ACC-001", ("permission", offer.Kind.Permission)).ToHttp(context);
        }

        var limits = context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits();
        var (file, mediaType) = await ReadAsync(form, limits.FileBytes, ct);
        var outcome = file.IsRefused ? file.Refusal : await PreviewImport.RunAsync(db, files, offer.Kind, new(file.Value, typed.Where(field => field.Key != TypedRows.FieldName).ToDictionary()) { Limits = limits }, mediaType, actor, clock, ct);
        return outcome.IsRefused
            ? PageRoutes.Refused<NewImportPage>(context, outcome.Refusal, typed)
            : SeeOther(outcome.Value is { IsNothingNew: true, EarlierBatch: { } earlier } ? here.To($"/imports/{earlier}", ("again", "1")) : here.To($"/imports/{outcome.Value.Batch.Id}"));
    }

    // What was typed is a file like any other: kept, staged, taken back as a whole.
    private static async Task<(Outcome<IncomingFile> File, string MediaType)> ReadAsync(IFormCollection form, long mostBytes, CancellationToken ct)
    {
        if (form.Files.GetFile("file") is { Length: > 0 } upload)
        {
            await using var stream = upload.OpenReadStream();
            return (await IncomingFile.ReadAsync(stream, upload.FileName, mostBytes, ct), upload.ContentType);
        }

        return (TypedRows.ToFile(form[TypedRows.FieldName].ToString()) is { } file ? file : Refusal.Invalid("IMP-010"), "text/csv");
    }

    // The clerk answered what the file did not tell: it is read anew, and the preview before is put aside.
    private static async Task<IResult> AgainAsync(Guid id, HttpContext context, LanshaoContext db, FileStore files, Actor actor, TimeProvider clock, PageAddress here)
    {
        var ct = context.RequestAborted;
        var answer = (await context.Request.ReadFormAsync(ct))["choice"];
        var batch = await ImportQueries.FindAsync(db, id, ct);
        var offer = ImportOffers.Find(batch?.Kind);
        if (batch is not { State: ImportState.Previewed } || offer is null || files.OpenRead(batch.FileSha256) is not { } stream)
        {
            return Refusal.NotFound("IMP-003").ToHttp(context);
        }

        await using (stream)
        {
            var choices = offer.Question(batch, context.RequestServices.GetRequiredService<UiTexts>()).Choices;
            if (!actor.May(offer.Kind.Permission) || !int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= choices.Count)
            {
                return PageRoutes.Refused<ImportPage>(context, Refusal.Invalid("IMP-009"));
            }

            var limits = context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits();
            var file = await IncomingFile.ReadAsync(stream, batch.FileName, limits.FileBytes, ct);
            var outcome = file.IsRefused ? file.Refusal : await PreviewImport.RunAsync(db, files, offer.Kind, new(file.Value, choices[at].Arguments) { Limits = limits }, "application/octet-stream", actor, clock, ct);
            if (outcome.IsRefused)
            {
                return PageRoutes.Refused<ImportPage>(context, outcome.Refusal);
            }

            await DiscardImport.RunAsync(db, id, actor, clock, ct);
            return SeeOther(outcome.Value is { IsNothingNew: true, EarlierBatch: { } earlier } ? here.To($"/imports/{earlier}", ("again", "1")) : here.To($"/imports/{outcome.Value.Batch.Id}"));
        }
    }

    // The rows that could not be read, as they were written: corrected, they can be imported again.
    private static async Task<IResult> RejectedAsync(Guid id, string ending, LanshaoContext db, FrameFactsCache facts, HttpContext context, CancellationToken ct)
    {
        if (await ImportQueries.FindAsync(db, id, ct) is not { } batch)
        {
            return Refusal.NotFound("IMP-003").ToHttp(context);
        }

        await facts.LoadAsync(context);
        var rows = await ImportQueries.RowsAsync(db, id, [ImportAction.Reject], MostRejected, ct);
        return TableFiles.Answer(RejectTable.Of(batch.FileName, rows), ending, FrameFactsCache.Of(context.RequestServices).IsSample ? "演示数据" : null);
    }

    private static async Task<IResult> DecideAsync(Guid id, HttpContext context, Decision decide)
    {
        var services = context.RequestServices;
        var (db, actor, ct) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<Actor>(), context.RequestAborted);
        if (await ImportQueries.FindAsync(db, id, ct) is not { } batch || ImportOffers.Find(batch.Kind) is not { } offer)
        {
            return Refusal.NotFound("IMP-003").ToHttp(context);
        }

        if (!actor.May(offer.Kind.Permission))
        {
            return Refusal.Forbidden("ACC-001", ("permission", offer.Kind.Permission)).ToHttp(context);
        }

        var outcome = await decide(db, offer.Kind, id, actor, services.GetRequiredService<TimeProvider>(), ct);
        return outcome.IsRefused ? PageRoutes.Refused<ImportPage>(context, outcome.Refusal) : SeeOther(services.GetRequiredService<PageAddress>().To($"/imports/{id}"));
    }

    /// <summary>303: the browser asks for the page anew, so that a reload sends nothing twice.</summary>
    private static SeeOtherResult SeeOther(string address) => new SeeOtherResult(address);

    private delegate Task<Outcome<ImportBatch>> Decision(LanshaoContext db, ImportKind kind, Guid batchId, Actor actor, TimeProvider clock, CancellationToken ct);
}

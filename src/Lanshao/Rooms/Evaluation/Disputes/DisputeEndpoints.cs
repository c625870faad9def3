using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Evaluation.Disputes;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Rooms.Evaluation.Disputes;

/// <summary>The posts and files of 异议登记.</summary>
internal static class DisputeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles(DisputesView.Path, async context => (await DisputesView.LoadAsync(context)).Then<Shell.Tables.PageTable>(view => view.Table)).Needs(Permissions.IndicatorsRead);
        app.MapPost("/rankings/disputes/file", (HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock) => FileAsync(context, db, actor, clock)).Needs(Permissions.IndicatorsImport).ExcludeFromDescription();
        app.MapPost("/rankings/disputes/answer", (HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock) => AnswerAsync(context, db, actor, clock)).Needs(Permissions.IndicatorsImport).ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string Of(string name) => form[name].ToString().Trim();
        var place = Of("area") is { Length: > 0 } area ? Place.Subdistrict(area) : Place.District;
        var filed = Period.TryParse(Of("span"), out var period) && DateOnly.TryParseExact(Of("received"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await FileDispute.RunAsync(db, new(place, Of("indicator"), period, Of("figure"), Of("text"), day), actor, clock, context.RequestAborted)
            : Refusal.Invalid("EVA-060", ("most", "500"));
        return Answer(context, form, filed);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var id = Guid.TryParse(form["dispute"], CultureInfo.InvariantCulture, out var dispute) ? dispute : Guid.Empty;
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var settled = Enum.TryParse<DisputeOutcome>(form["outcome"], out var outcome) && Enum.IsDefined(outcome)
            ? await AnswerDispute.RunAsync(db, new(id, outcome, form["answer"].ToString().Trim(), form["post"].ToString().Trim(), version), actor, clock, context.RequestAborted)
            : Refusal.Invalid("EVA-062", ("most", "500"));
        return Answer(context, form, settled);
    }

    private static IResult Answer(HttpContext context, IFormCollection form, Outcome<Dispute> done) => done.IsRefused
        ? PageRoutes.Refused<DisputesPage>(context, done.Refusal, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
        : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(DisputesView.Path, ("period", Period.Month(done.Value.ReceivedOn.Year, done.Value.ReceivedOn.Month).Code)));
}

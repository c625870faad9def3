using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Rooms.Evaluation.Rounds;

/// <summary>The post and the files of 点评周期管理.</summary>
internal static class RoundEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles(RoundsView.Path, async context => (await RoundsView.LoadAsync(context)).Then<Shell.Tables.PageTable>(view => view.Table)).Needs(Permissions.IndicatorsRead);
        app.MapPost("/rankings/rounds/save", (HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock) => SaveAsync(context, db, actor, clock)).Needs(Permissions.IndicatorsImport).ExcludeFromDescription();
    }

    private static async Task<IResult> SaveAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string Of(string name) => form[name].ToString().Trim();
        int Whole(string name) => int.TryParse(Of(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Of(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var saved = Day("from") is { } from && Day("to") is { } to
            ? await SaveReviewPeriod.RunAsync(db, new(Whole("number"), Of("indicator"), from, to, Of("source"), Of("reason"), Whole("revision")), actor, clock, context.RequestAborted)
            : Refusal.Invalid("EVA-050", ("most", "100"));
        return saved.IsRefused
            ? PageRoutes.Refused<RoundsPage>(context, saved.Refusal, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
            : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(RoundsView.One, ("id", $"{saved.Value.Id}")));
    }
}

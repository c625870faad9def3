using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>The posts and files of 数据审核记录.</summary>
internal static class ReviewEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles(ReviewsView.Path, async context => (await ReviewsView.LoadAsync(context)).Then<Shell.Tables.PageTable>(view => view.Table)).Needs(Permissions.DevicesRead);
        app.MapPost("/devices/reviews/propose", (HttpContext context, FileStore files) => PostAsync(context, (asked, stores) => ProposeAsync(context, files, asked, stores))).Needs(Permissions.ReadingsReview).TakesUploads().TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/reviews/doubt", (Delegate)((HttpContext context) => PostAsync(context, (asked, stores) => DoubtAsync(context, asked, stores)))).Needs(Permissions.ReadingsReview).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/reviews/take-back", (HttpContext context, FileStore files) => PostAsync(context, (asked, stores) => TakeBackAsync(context, files, asked, stores))).Needs(Permissions.ReadingsReview).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/reviews/settle", (Delegate)((HttpContext context) => PostAsync(context, (asked, stores) => SettleAsync(context, asked, stores)))).Needs(Permissions.ReadingsReview).TakesTime(Most).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext context, Func<Asked, MonitoringStores, Task<Outcome<HourReview>>> run)
    {
        var services = context.RequestServices;
        var (form, here) = (await context.Request.ReadFormAsync(context.RequestAborted), services.GetRequiredService<PageAddress>());
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(context.RequestAborted);
        var done = stores.IsRefused ? stores.Refusal : await run(new(form, here, services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>()), stores.Value);
        return done.IsRefused
            ? PageRoutes.Refused<ReviewPage>(context, done.Refusal, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
            : new SeeOtherResult(here.To(MarkWords.One, ("id", $"{done.Value.Id}")));
    }

    private static async Task<Outcome<HourReview>> ProposeAsync(HttpContext context, FileStore files, Asked asked, MonitoringStores stores)
    {
        var ct = context.RequestAborted;
        IncomingFile? file = null;
        if (asked.Form.Files.GetFile("file") is { Length: > 0 } upload)
        {
            await using var stream = upload.OpenReadStream();
            var read = await IncomingFile.ReadAsync(stream, upload.FileName, context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits().FileBytes, ct);
            if (read.IsRefused)
            {
                return read.Refusal;
            }

            file = read.Value;
        }

        var conclusion = asked.Field("conclusion") == nameof(ReviewConclusion.Valid) ? ReviewConclusion.Valid : ReviewConclusion.Invalid;
        return await ProposeReview.RunAsync(asked.Db, stores, files, new(asked.Mn, asked.Factor, asked.FromUtc, asked.Hours, conclusion, asked.Field("reason"), asked.Field("evidence"), file, asked.Field("post")), asked.Actor, asked.Clock, ct);
    }

    private static async Task<Outcome<HourReview>> DoubtAsync(HttpContext context, Asked asked, MonitoringStores stores)
    {
        var told = asked.Field("told");
        return DateOnly.TryParseExact(told, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await DoubtReading.RunAsync(asked.Db, stores, new(asked.Mn, asked.Factor, asked.FromUtc, asked.Hours, asked.Field("text"), asked.Field("channel"), day, asked.Field("post")), asked.Actor, asked.Clock, context.RequestAborted)
            : Refusal.Invalid("MON-061", ("most", "500"));
    }

    private static Task<Outcome<HourReview>> TakeBackAsync(HttpContext context, FileStore files, Asked asked, MonitoringStores stores) =>
        TakeBackReview.RunAsync(asked.Db, stores, files, new(asked.Review, asked.Field("why"), asked.Field("by"), asked.Version), asked.Actor, asked.Clock, context.RequestAborted);

    private static async Task<Outcome<HourReview>> SettleAsync(HttpContext context, Asked asked, MonitoringStores stores)
    {
        var ct = context.RequestAborted;
        var settled = await SettleReview.RunAsync(asked.Db, stores, new(asked.Review, asked.Field("agrees") == "yes", asked.Field("post"), asked.Field("note"), asked.Version), asked.Actor, asked.Clock, ct);
        if (settled.IsRefused || !settled.Value.IsDecided)
        {
            return settled;
        }

        var issued = await IssueCorrections.RunAsync(asked.Db, stores, asked.Actor, asked.Clock, ct);
        return issued.IsRefused ? issued.Refusal : settled;
    }

    /// <summary>What a form says, and the hours that its address names.</summary>
    private sealed record Asked(IFormCollection Form, PageAddress Here, LanshaoContext Db, Actor Actor, TimeProvider Clock)
    {
        public string Mn => Here.Text("mn") ?? string.Empty;

        public string Factor => Here.Text("factor") ?? string.Empty;

        public DateTime FromUtc => MarkWords.HourOf(Here.Text("from")) ?? DateTime.UnixEpoch;

        public int Hours => Here.Whole("hours", 1, 24) ?? 0;

        public Guid Review => Guid.TryParse(Field("review"), CultureInfo.InvariantCulture, out var review) ? review : Guid.Empty;

        // A form without a version is stale by definition.
        public int Version => int.TryParse(Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

        public string Field(string name) => Form[name].ToString().Trim();
    }
}

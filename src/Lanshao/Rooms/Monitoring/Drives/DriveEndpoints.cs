using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Drives;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring.Drives;

/// <summary>The posts and files of TSP走航: photographs, handing over, and what came of it.</summary>
internal static class DriveEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/dust/drives/photo", (HttpContext context, FileStore files) => PostAsync(context, asked => PhotoAsync(context, files, asked))).Needs(Permissions.IndicatorsImport).TakesUploads().TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/dust/drives/refer", (Delegate)((HttpContext context) => PostAsync(context, ReferAsync))).Needs(Permissions.IndicatorsImport).ExcludeFromDescription();
        app.MapPost("/dust/drives/answer", (Delegate)((HttpContext context) => PostAsync(context, AnswerAsync))).Needs(Permissions.IndicatorsImport).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext context, Func<Asked, Task<Refusal?>> run)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (form, here, db) = (await context.Request.ReadFormAsync(ct), services.GetRequiredService<PageAddress>(), services.GetRequiredService<LanshaoContext>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        var usual = (pack.Value?.Read(HourChecks.Part).Drives ?? DriveRule.Usual).PeakTimes;
        var refusal = pack.Refusal ?? await run(new(form, DrivesView.TimesOf(here, usual), db, services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>(), ct));
        return refusal is not null
            ? PageRoutes.Refused<DrivesPage>(context, refusal, form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
            : new SeeOtherResult(here.To(DrivesView.Path, (DrivesView.DriveName, here.Text(DrivesView.DriveName)), (DrivesView.TimesName, here.Text(DrivesView.TimesName)), (PeakView.Name, here.Text(PeakView.Name))));
    }

    private static async Task<Refusal?> PhotoAsync(HttpContext context, FileStore files, Asked asked)
    {
        var photos = new List<IncomingFile>();
        foreach (var upload in asked.Form.Files.GetFiles("photo").Where(upload => upload.Length > 0))
        {
            await using var stream = upload.OpenReadStream();
            var read = await IncomingFile.ReadAsync(stream, upload.FileName, context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits().FileBytes, asked.Ct);
            if (read.IsRefused)
            {
                return read.Refusal;
            }

            photos.Add(read.Value);
        }

        return (await AddPeakPhoto.RunAsync(asked.Db, files, new(asked.Peak, photos, asked.Field("caption")), asked.Actor, asked.Clock, asked.Ct)).Refusal;
    }

    private static async Task<Refusal?> ReferAsync(Asked asked)
    {
        DateOnly? due = DateOnly.TryParseExact(asked.Field("due"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return (await ReferPeak.RunAsync(asked.Db, new(asked.Peak, asked.Field("unit"), asked.Field("wanted"), due, asked.Field("post")), asked.Actor, asked.Clock, asked.Ct)).Refusal;
    }

    private static async Task<Refusal?> AnswerAsync(Asked asked)
    {
        var id = Guid.TryParse(asked.Field("referral"), CultureInfo.InvariantCulture, out var referral) ? referral : Guid.Empty;

        // A form without a version is stale by definition.
        var version = int.TryParse(asked.Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return (await AnswerReferral.RunAsync(asked.Db, new(id, asked.Field("outcome") == "withdraw", asked.Field("result"), asked.Field("post"), version), asked.Actor, asked.Clock, asked.Ct)).Refusal;
    }

    /// <summary>What a form says.</summary>
    private sealed record Asked(IFormCollection Form, decimal Times, LanshaoContext Db, Actor Actor, TimeProvider Clock, CancellationToken Ct)
    {
        public FoundPeak Peak => new(Field("route"), PeakView.TimeOf(Field(PeakView.Name)) ?? DateTime.UnixEpoch, Times);

        public string Field(string name) => Form[name].ToString().Trim();
    }
}

using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>设备密钥: set by a form or a table, and from then on never shown.</summary>
internal static class DeviceKeys
{
    /// <summary>The name by which an address says how many frames were released.</summary>
    public const string ReleasedName = "released";
    private const int UsualDays = 7;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/devices/key", (HttpContext context, LanshaoContext db, DataFolder folder, Actor actor, TimeProvider clock) => SetAsync(context, db, folder, actor, clock)).Needs(Permissions.DevicesEdit).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/devices/key/end", (HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock) => EndAsync(context, db, actor, clock)).Needs(Permissions.DevicesEdit).ExcludeFromDescription();
        app.MapPost("/devices/keys", (HttpContext context, LanshaoContext db, DataFolder folder, Actor actor, TimeProvider clock) => ImportAsync(context, db, folder, actor, clock)).Needs(Permissions.DevicesEdit).TakesUploads().TakesTime(Most).ExcludeFromDescription();
    }

    /// <summary>Returns what may be said of a device's keys.</summary>
    public static async Task<string> TextAsync(LanshaoContext db, string mn, TimeProvider clock, UiTexts texts, CancellationToken ct)
    {
        var keys = await db.Set<DeviceKey>().AsNoTracking().Where(key => key.Mn == mn).OrderByDescending(key => key.SetUtc).ToListAsync(ct);
        if (keys.Find(key => key.EndsUtc is null) is not { } holds)
        {
            return keys.Find(key => key.EndReason is not null) is { EndsUtc: { } ended } last
                ? texts["{0}由{1}停用加密，设备按明文上报；事由：{2}。", Minute(ended), last.EndedBy!, last.EndReason!]
                : texts["没有登记密钥，设备按明文上报。"];
        }

        var text = texts["{0}由{1}登记密钥，数据须加密上报。", Minute(holds.SetUtc), holds.SetBy];
        return keys.Find(key => key.EndsUtc > ChinaTime.NowUtc(clock)) is { EndsUtc: { } ends } ? text + texts["上一密钥有效至{0}。", Minute(ends)] : text;
    }

    private static async Task<IResult> SetAsync(HttpContext context, LanshaoContext db, DataFolder folder, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var here = context.RequestServices.GetRequiredService<PageAddress>();
        var (form, mn) = (await context.Request.ReadFormAsync(ct), here.Text("mn") ?? string.Empty);
        var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : -1;
        var set = await SetDeviceKey.RunAsync(db, SecretBox.Of(folder), [new(mn, form["key"].ToString().Trim(), days)], actor, clock, ct);
        return set.IsRefused
            ? PageRoutes.Refused<DevicePage>(context, set.Refusal)
            : new SeeOtherResult(here.To($"{DevicesView.Path}/device", ("mn", mn), (ReleasedName, await ReleaseAsync(context, folder, [mn], clock))));
    }

    private static async Task<IResult> EndAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock)
    {
        var here = context.RequestServices.GetRequiredService<PageAddress>();
        var (form, mn) = (await context.Request.ReadFormAsync(context.RequestAborted), here.Text("mn") ?? string.Empty);
        var ended = await EndDeviceKey.RunAsync(db, new(mn, form["why"].ToString().Trim(), form["confirmed"] == "1"), actor, clock, context.RequestAborted);
        return ended.IsRefused ? PageRoutes.Refused<DevicePage>(context, ended.Refusal) : new SeeOtherResult(here.To($"{DevicesView.Path}/device", ("mn", mn)));
    }

    // What lay aside because no key opened it goes its way now.
    private static async Task<string> ReleaseAsync(HttpContext context, DataFolder folder, IEnumerable<string> devices, TimeProvider clock)
    {
        var (host, released) = (context.RequestServices.GetRequiredService<GatewayHost>(), 0);
        var stores = await host.StoresAsync(context.RequestAborted);
        foreach (var mn in stores.IsRefused ? [] : devices)
        {
            released += await ReleaseFrames.RunAsync(stores.Value!, host.Journal, mn, SecretBox.Of(folder), clock, context.RequestAborted);
        }

        return released.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, LanshaoContext db, DataFolder folder, Actor actor, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
        {
            return PageRoutes.Refused<DevicesPage>(context, Refusal.Invalid("IMP-010"));
        }

        var limits = context.RequestServices.GetRequiredService<SettingsBook>().DocumentLimits();
        await using var stream = upload.OpenReadStream();
        var file = await IncomingFile.ReadAsync(stream, upload.FileName, limits.FileBytes, ct);
        var rows = file.IsRefused ? file.Refusal : DeviceKeyFile.Read(file.Value, limits, UsualDays, ct);
        var set = rows.IsRefused ? rows.Refusal : await SetDeviceKey.RunAsync(db, SecretBox.Of(folder), rows.Value, actor, clock, ct);
        if (set.IsRefused)
        {
            return PageRoutes.Refused<DevicesPage>(context, set.Refusal);
        }

        _ = await ReleaseAsync(context, folder, rows.Value!.Select(row => row.Mn), clock);
        return new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(DevicesView.Path));
    }

    private static string Minute(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";
}

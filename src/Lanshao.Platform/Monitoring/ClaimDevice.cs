using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring;

/// <summary>认领: registers a device that has been reporting unknown, and takes its kept frames over.</summary>
public static class ClaimDevice
{
    public sealed record Request(string Mn, string Name, string Kind, string Tier, string? Subdistrict, string Password);

    /// <returns>How many frames went over; MON-002, MON-004, MON-006 for what does not fit, MON-009 when it is registered already.</returns>
    public static async Task<Outcome<int>> RunAsync(LanshaoContext db, MonitoringStores stores, FrameJournal? journal, SecretBox secrets, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        var register = await DeviceRegister.OpenAsync(db, ct);
        if (register.Find(request.Mn) is { VoidedUtc: null })
        {
            return Refusal.Conflict("MON-009", ("mn", request.Mn));
        }

        _ = register.Put(new(
            request.Mn, request.Name, DeviceWords.Kinds[request.Kind], DeviceWords.Tiers[request.Tier], request.Subdistrict, string.Empty, DevicePassword.Digest(request.Mn, request.Password), string.Empty, 60, 10, null, null));
        return await db.SaveAsync(actor, clock, ct) is { } refusal ? refusal : await ReleaseFrames.RunAsync(stores, journal, request.Mn, secrets, clock, ct);
    }

    private static Refusal? Check(Request request) =>
        request.Mn.Length is 0 or > Device.LongestMn || request.Mn.Any(c => c is < '!' or > '~') ? Refusal.Invalid("MON-002", ("found", request.Mn), ("where", "MN"))
        : request.Name.Length is 0 or > Device.LongestName ? Wrong("名称", request.Name, "1—100字")
        : !DeviceWords.Kinds.ContainsKey(request.Kind) ? Wrong("类型", request.Kind, string.Join("、", DeviceWords.Kinds.Keys))
        : !DeviceWords.Tiers.ContainsKey(request.Tier) ? Wrong("站点类别", request.Tier, string.Join("、", DeviceWords.Tiers.Keys))
        : request.Password.Length is 0 or > 24 ? Refusal.Invalid("MON-004", ("mn", request.Mn), ("where", "MN"))
        : null;

    private static Refusal Wrong(string heading, string found, string expected) => Refusal.Invalid("MON-006", ("heading", heading), ("found", found), ("expected", expected), ("where", "MN"));
}

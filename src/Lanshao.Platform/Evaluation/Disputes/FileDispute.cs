using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation.Disputes;

/// <summary>登记异议. The figure stays what it is.</summary>
public static class FileDispute
{
    public sealed record Request(Place Place, string Indicator, Period Period, string Figure, string Text, DateOnly ReceivedOn);

    public static async Task<Outcome<Dispute>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        if (!pack.Value.Read(IndicatorList.Part).ByCode.ContainsKey(request.Indicator) || (request.Place.Kind == PlaceKind.Subdistrict && pack.Value.District.FindSubdistrict(request.Place.LocalCode) is null))
        {
            return Refusal.Invalid("EVA-060", ("most", $"{Dispute.LongestText}"));
        }

        var filed = Dispute.File(request, actor, ChinaTime.NowUtc(clock));
        if (!filed.IsRefused)
        {
            db.Add(filed.Value);
        }

        return await db.SaveAsync(filed, actor, clock, ct);
    }
}

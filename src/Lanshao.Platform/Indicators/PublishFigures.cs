using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Indicators;

/// <summary>Takes values from another room (computed, reported) into the hub. The same value again changes nothing.</summary>
public static class PublishFigures
{
    /// <summary>Stores the values as new revisions where they differ from what stands; in the transaction of the caller where there is one.</summary>
    /// <returns>How many were new or changed; IND-017 for a value whose indicator, place or period is not known.</returns>
    public static async Task<Outcome<Published>> RunAsync(LanshaoContext db, IReadOnlyList<FigureRow> figures, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var indicators = pack.Value.Read(IndicatorList.Part).ByCode;
        if (figures.FirstOrDefault(figure => !IsKnown(figure, indicators)) is { } unknown)
        {
            return Refusal.Invalid("IND-017", ("key", unknown.Key()));
        }

        await using var write = db.Database.CurrentTransaction is null ? await db.BeginWriteAsync(ct) : null;
        var periods = figures.Select(figure => figure.Period).Distinct().Select(code => Period.TryParse(code, out var period) ? period : default).ToList();
        var writer = await FigureWriter.OpenAsync(db, periods, ct);
        var provenance = new IndicatorValue.Provenance(actor.Id, ChinaTime.NowUtc(clock), pack.Value.Revision);
        var count = figures.Count(figure => writer.WriteIfNew(figure, provenance));
        var saved = await db.SaveAsync<Published>(new Published(count), actor, clock, ct);
        if (!saved.IsRefused && write is not null)
        {
            await write.CommitAsync(ct);
        }

        return saved;
    }

    private static bool IsKnown(FigureRow figure, IReadOnlyDictionary<string, IndicatorDefinition> indicators) =>
        indicators.ContainsKey(figure.Indicator) && Place.TryParse(figure.Place, out _) && Period.TryParse(figure.Period, out _);

    /// <summary>What was stored.</summary>
    public sealed record Published(int Stored);
}

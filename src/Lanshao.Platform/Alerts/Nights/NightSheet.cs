using System.Text.Json;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Alerts.Nights;

/// <summary>夜间情况 of one night as it was known in the morning; never changed. What became known later stands in the alerts.</summary>
public sealed class NightSheet : ISpanned
{
    /// <summary>The hours that a sheet tells of: from eight in the evening to six in the morning.</summary>
    private const int From = 20;
    private const int To = 6;

    private NightSheet(DateOnly night, DateTime asOfUtc)
    {
        (Night, AsOfUtc) = (night, asOfUtc);
        LinesText = "[]";
    }

    /// <summary>Gets the civil day on which the night began.</summary>
    public DateOnly Night { get; private set; }

    /// <summary>Gets when it was made: what was known then is what it says.</summary>
    public DateTime AsOfUtc { get; private set; }

    /// <summary>Gets the revision of the pack whose rules held.</summary>
    public int PackRevision { get; private set; }

    /// <summary>Gets the alerts as JSON.</summary>
    public string LinesText { get; private set; }

    public IReadOnlyList<NightLine> Lines => JsonSerializer.Deserialize<NightLine[]>(LinesText) ?? [];

    DateOnly? ISpanned.AffectedFromOn => Night;

    DateOnly? ISpanned.AffectedToOn => Night.AddDays(1);

    /// <summary>Returns the stored sheet of a night; null where none was made.</summary>
    public static Task<NightSheet?> FindAsync(LanshaoContext db, DateOnly night, CancellationToken ct) => db.Set<NightSheet>().AsNoTracking().SingleOrDefaultAsync(sheet => sheet.Night == night, ct);

    /// <summary>Returns what is known of a night now, the earliest first; what corrected data took away is left out.</summary>
    public static async Task<IReadOnlyList<NightLine>> KnownAsync(LanshaoContext db, AlertRules rules, DateOnly night, CancellationToken ct)
    {
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(night).AddHours(From), ChinaTime.StartUtc(night.AddDays(1)).AddHours(To));
        var lines = await AlertQueries.RaisedAsync(db, fromUtc, toUtc, ct);
        return [.. lines.Where(line => line.Alert.Outcome != AlertOutcome.DataCorrected).Select(line => NightLine.Of(line, rules.Find(line.Alert.RuleCode)))];
    }

    internal static NightSheet Of(DateOnly night, IReadOnlyList<NightLine> lines, int revision, DateTime asOfUtc) => new(night, asOfUtc) { PackRevision = revision, LinesText = JsonSerializer.Serialize(lines) };

    internal sealed class Mapping : IEntityTypeConfiguration<NightSheet>
    {
        public void Configure(EntityTypeBuilder<NightSheet> builder)
        {
            builder.HasKey(sheet => sheet.Night);
            builder.Property(sheet => sheet.Night).ValueGeneratedNever();
            builder.Ignore(sheet => sheet.Lines);
        }
    }
}

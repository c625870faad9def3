using System.Globalization;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts.Nights;

/// <summary>编制夜间情况: at seven what is known of the last night is written down, once; it stays as it is.</summary>
public static class MakeNightSheet
{
    private const string Code = "alerts.night";
    private const int HoursToMakeUp = 5;
    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>The work.</summary>
    public static JobKind Kind { get; } = new(Code, "编制夜间情况", IsHeavy: false, async (run, ct) =>
    {
        // From noon on nobody knows any more what was known in the morning.
        if (ChinaTime.NowUtc(run.Clock) >= run.DueUtc.AddHours(HoursToMakeUp))
        {
            return "未编制";
        }

        // A house that did not stand in the morning knew nothing then: its first night is shown as it is known now.
        await using var db = run.Store.NewContext();
        var dueUtc = run.DueUtc;
        if (!await db.Set<Change>().AsNoTracking().AnyAsync(change => change.AtUtc < dueUtc, ct))
        {
            return "未编制";
        }

        var made = await RunAsync(db, ChinaTime.DayOf(run.DueUtc).AddDays(-1), Actor.System, run.Clock, ct);
        return made.Then<string>(sheet => string.Create(CultureInfo.InvariantCulture, $"列出{sheet.Lines.Count}件"));
    });

    /// <summary>Its time. A morning that was missed is made up until noon.</summary>
    public static JobSchedule Schedule { get; } = new(Code, Kind, Morning, null, CatchUp.Newest);

    /// <summary>Makes the sheet of a night; the one that there is, where there is one.</summary>
    public static async Task<Outcome<NightSheet>> RunAsync(LanshaoContext db, DateOnly night, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await NightSheet.FindAsync(db, night, ct) is { } made)
        {
            return made;
        }

        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var sheet = NightSheet.Of(night, await NightSheet.KnownAsync(db, pack.Value.Read(AlertRules.Part), night, ct), pack.Value.Revision, ChinaTime.NowUtc(clock));
        db.Add(sheet);
        return await db.SaveAsync<NightSheet>(sheet, actor, clock, ct);
    }
}

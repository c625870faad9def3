using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>A gateway takes the commands that wait for a device whose connection it holds; of several gateways one does. What none could take in time ends there.</summary>
public static class TakeCommands
{
    private const int MostTogether = 100;

    /// <summary>Returns the commands that the gateway is to send now; on record as sent by it.</summary>
    /// <param name="db">The business data.</param>
    /// <param name="reaches">Whether the gateway holds the connection of a device that has proved itself.</param>
    /// <param name="gateway">Its name.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<RemoteCommand>> RunAsync(LanshaoContext db, Func<string, bool> reaches, string gateway, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reaches);
        var waiting = await db.Set<RemoteCommand>().AsNoTracking()
            .Where(command => command.SentUtc == null && command.Step == ExchangeStep.Sent && command.Release != CommandRelease.Waiting && command.Release != CommandRelease.Declined)
            .OrderBy(command => command.AskedUtc).Select(command => command.Id).Take(MostTogether).ToListAsync(ct);
        var taken = new List<RemoteCommand>();
        foreach (var id in waiting)
        {
            if (await TakeAsync(db, id, reaches, gateway, clock, ct) is { } command)
            {
                taken.Add(command);
            }
        }

        return taken;
    }

    // The version tells whether another gateway was faster.
    private static async Task<RemoteCommand?> TakeAsync(LanshaoContext db, Guid id, Func<string, bool> reaches, string gateway, TimeProvider clock, CancellationToken ct)
    {
        var nowUtc = ChinaTime.NowUtc(clock);
        if (await db.Set<RemoteCommand>().SingleAsync(known => known.Id == id, ct) is not { IsWaitingToGo: true } command)
        {
            return null;
        }

        var isLate = nowUtc - command.DueUtc > RemoteCommand.Patience;
        if (isLate)
        {
            command.GiveUp(nowUtc);
        }
        else if (reaches(command.Mn))
        {
            command.GoOut(gateway, nowUtc);
        }

        return await db.SaveAsync(Actor.System, clock, ct) is null && !isLate && command.SentUtc is not null ? command : null;
    }
}

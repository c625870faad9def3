using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>复核远程命令: another post than the one that asked lets a command go out, or declines it. Within a day; nobody releases what he asked for himself.</summary>
public static class ReleaseCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public sealed record Request(Guid Command, bool Releases, string Post, string Note, bool IsConfirmed);

    /// <returns>The command, to be sent where it was released; MON-069 where none waits, MON-045 not confirmed, MON-054 without a post, MON-055 by the asker, and where it is released MON-067, MON-041, MON-042 as for asking.</returns>
    public static async Task<Outcome<RemoteCommand>> RunAsync(LanshaoContext db, Request request, Func<string, bool?> isConnected, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(isConnected);
        var nowUtc = ChinaTime.NowUtc(clock);
        var command = await db.Set<RemoteCommand>().SingleOrDefaultAsync(known => known.Id == request.Command, ct);
        if (command is not { Release: CommandRelease.Waiting } || nowUtc - command.AskedUtc > Longest)
        {
            return Refusal.Conflict("MON-069");
        }

        if (!request.IsConfirmed)
        {
            return Refusal.Invalid("MON-045");
        }

        if (command.RefusalOfSecond(request.Releases, request.Post, request.Note, actor) is { } wrong)
        {
            return wrong;
        }

        if (request.Releases && await AskDevice.RefusalOfSendingAsync(db, command, isConnected(command.Mn), ct) is { } refusal)
        {
            return refusal;
        }

        return await db.SaveAsync<RemoteCommand>(command.Settle(request.Releases, request.Post, request.Note, actor, nowUtc), actor, clock, ct);
    }
}

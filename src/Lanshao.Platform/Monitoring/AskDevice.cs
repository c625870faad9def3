using System.Text;
using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>下达远程命令: asks a connected device, confirmed, with a reason and on the record. It is sent by whoever holds its connection.</summary>
public static class AskDevice
{
    private const int MostDays = 31;
    private const int ShortestReason = 2;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    /// <param name="Mn">The device.</param>
    /// <param name="Kind">What it is asked.</param>
    /// <param name="From">From when on history is wanted, Beijing time; null where none is.</param>
    /// <param name="To">Until when, inclusive.</param>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="IsConfirmed">Whether the asker has confirmed it.</param>
    public sealed record Request(string Mn, RemoteCommandKind Kind, DateTime? From, DateTime? To, string Reason, bool IsConfirmed)
    {
        /// <summary>Gets what is set, of a command that needs two posts.</summary>
        public string Argument { get; init; } = string.Empty;

        /// <summary>Gets the post that asks, of such a command.</summary>
        public string Post { get; init; } = string.Empty;
    }

    /// <param name="db">The business data.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="isConnected">Whether the device is connected; null where another process may hold its connection, which then sends the command (<see cref="TakeCommands"/>).</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="ct">Stops.</param>
    /// <param name="secrets">Seals a new password.</param>
    /// <returns>The command, on record; MON-040 not registered, MON-041 not connected, MON-042 another is under way, MON-043 without reason, MON-044 a period that cannot be asked for, MON-045 not confirmed; of a command of two posts, which then waits for the second, MON-054 without a post, MON-067 not opened by the pack, MON-068 an argument that does not fit.</returns>
    public static async Task<Outcome<RemoteCommand>> RunAsync(LanshaoContext db, Request request, bool? isConnected, Actor actor, TimeProvider clock, CancellationToken ct, SecretBox? secrets = null)
    {
        var nowUtc = ChinaTime.NowUtc(clock);
        var command = RemoteCommand.Ask(request.Mn, request.Kind, SpanOf(request), request.Reason, actor, nowUtc);
        if (await RefusalOfAsync(db, request, command, isConnected, nowUtc, ct) is { } refusal)
        {
            return refusal;
        }

        if (RemoteCommand.OfTwoPosts.Contains(request.Kind))
        {
            _ = Applied(command, request, secrets);
        }

        db.Add(command);
        return await db.SaveAsync(actor, clock, ct) is { } stale ? stale : command;
    }

    /// <summary>Records how the exchanges stand.</summary>
    public static async Task RecordAsync(LanshaoContext db, IReadOnlyCollection<RemoteAnswer> answers, TimeProvider clock, CancellationToken ct)
    {
        var (ids, nowUtc) = (answers.Select(answer => answer.Command).ToList(), ChinaTime.NowUtc(clock));
        var commands = await db.Set<RemoteCommand>().Where(command => ids.Contains(command.Id)).ToListAsync(ct);
        foreach (var command in commands)
        {
            command.Heard(answers.First(answer => answer.Command == command.Id), nowUtc);
            if (command is { Step: ExchangeStep.Done, NewDigest: { } digest } && await db.Set<Device>().SingleOrDefaultAsync(device => device.Mn == command.Mn, ct) is { } device)
            {
                device.TakePassword(digest);
            }
        }

        _ = await db.SaveAsync(Actor.System, clock, ct);
    }

    /// <summary>Ends what a program that has ended was waiting for.</summary>
    /// <param name="db">The business data.</param>
    /// <param name="waiting">What this program itself waits for.</param>
    /// <param name="gateway">The name under which it sends; what others sent it leaves alone while something is heard of it. Null where there are no others.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="ct">Stops.</param>
    public static async Task GiveUpAsync(LanshaoContext db, IReadOnlyCollection<Guid> waiting, string? gateway, TimeProvider clock, CancellationToken ct)
    {
        var nowUtc = ChinaTime.NowUtc(clock);
        var sent = await Open(db).Where(command => command.SentUtc != null).ToListAsync(ct);
        foreach (var command in sent.Where(command => !waiting.Contains(command.Id) && (gateway is null || command.SentBy == gateway || nowUtc - command.ChangedUtc > LongestSilence)))
        {
            command.GiveUp(nowUtc);
        }

        _ = await db.SaveAsync(Actor.System, clock, ct);
    }

    /// <summary>Returns why a command of two posts cannot go out now.</summary>
    internal static async Task<Refusal?> RefusalOfSendingAsync(LanshaoContext db, RemoteCommand command, bool? isConnected, CancellationToken ct) =>
        !await IsOpenedAsync(db, command.Kind, ct) ? Refusal.Conflict("MON-067")
        : isConnected == false ? Refusal.Conflict("MON-041", ("mn", command.Mn))
        : await Open(db).AnyAsync(open => open.Mn == command.Mn, ct) ? Refusal.Conflict("MON-042", ("mn", command.Mn))
        : null;

    private static IQueryable<RemoteCommand> Open(LanshaoContext db) => db.Set<RemoteCommand>()
        .Where(command => (command.Step == ExchangeStep.Sent || command.Step == ExchangeStep.Accepted) && command.Release != CommandRelease.Waiting && command.Release != CommandRelease.Declined);

    private static async Task<bool> IsOpenedAsync(LanshaoContext db, RemoteCommandKind kind, CancellationToken ct) =>
        (await CurrentPack.ReadAsync(db, ct)).Value?.Read(OpenedCommands.Part).Kinds.Contains(kind) == true;

    private static RemoteCommand Applied(RemoteCommand command, Request request, SecretBox? secrets)
    {
        var isPassword = request.Kind == RemoteCommandKind.Password;
        return isPassword
            ? command.Apply(request.Post, string.Empty, (secrets ?? throw new ArgumentNullException(nameof(secrets))).Seal(Encoding.ASCII.GetBytes(request.Argument), RemoteCommand.PurposeOf(request.Mn)), DevicePassword.Digest(request.Mn, request.Argument))
            : command.Apply(request.Post, request.Argument, null, null);
    }

    private static async Task<Refusal?> RefusalOfAsync(LanshaoContext db, Request request, RemoteCommand command, bool? isConnected, DateTime nowUtc, CancellationToken ct)
    {
        var device = await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(known => known.Mn == request.Mn, ct);
        return device is null || !device.IsOpenOn(ChinaTime.DayOf(nowUtc)) ? Refusal.NotFound("MON-040", ("mn", request.Mn))
            : !request.IsConfirmed ? Refusal.Invalid("MON-045")
            : request.Reason.Length is < ShortestReason or > RemoteCommand.LongestReason ? Refusal.Invalid("MON-043", ("least", $"{ShortestReason}"), ("most", $"{RemoteCommand.LongestReason}"))
            : RemoteCommand.OfTwoPosts.Contains(request.Kind) ? await RefusalOfTwoPostsAsync(db, request, ct)
            : command.IsQuery && !CanBeAsked(command, nowUtc) ? Refusal.Invalid("MON-044", ("days", $"{MostDays}"))
            : isConnected == false ? Refusal.Conflict("MON-041", ("mn", request.Mn))
            : await Open(db).AnyAsync(open => open.Mn == request.Mn, ct) ? Refusal.Conflict("MON-042", ("mn", request.Mn))
            : null;
    }

    private static async Task<Refusal?> RefusalOfTwoPostsAsync(LanshaoContext db, Request request, CancellationToken ct) =>
        !await IsOpenedAsync(db, request.Kind, ct) ? Refusal.Conflict("MON-067")
        : request.Argument.Length > RemoteCommand.LongestArgument || CommandArgument.Read(request.Kind, request.Argument) is null ? Refusal.Invalid("MON-068")
        : request.Post.Length is 0 or > RemoteCommand.LongestPost ? Refusal.Invalid("MON-054", ("most", $"{RemoteCommand.LongestPost}"))
        : null;

    private static bool CanBeAsked(RemoteCommand command, DateTime nowUtc) =>
        command is { FromUtc: { } from, ToUtc: { } to } && from <= to && to <= nowUtc && to - from <= TimeSpan.FromDays(MostDays);

    private static (DateTime FromUtc, DateTime ToUtc)? SpanOf(Request request) =>
        request is { From: { } from, To: { } to } ? (ChinaTime.InstantOf(from), ChinaTime.InstantOf(to)) : null;
}

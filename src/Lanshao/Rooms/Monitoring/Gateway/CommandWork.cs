using System.Globalization;
using System.Text;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>Sends the commands that wait in the store to the devices whose connections this gateway holds, whichever process they were asked in, and records the answers there.</summary>
/// <param name="gateway">Holds the connections.</param>
/// <param name="business">Where commands lie.</param>
/// <param name="secrets">Opens new passwords.</param>
/// <param name="clock">For pauses and notes.</param>
internal sealed class CommandWork(DeviceGateway gateway, Store business, SecretBox secrets, TimeProvider clock)
{
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private int _isAsked;

    /// <summary>Says that a command has just been asked in this process.</summary>
    public void Nudge() => Volatile.Write(ref _isAsked, 1);

    /// <summary>Works until it is stopped. What an earlier run was waiting for will not be answered any more.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using (var db = business.NewContext())
        {
            await AskDevice.GiveUpAsync(db, gateway.Exchanges.Waiting, business.Kind == StoreKind.PostgreSql ? Name() : null, clock, ct);
        }

        for (var looked = gateway.Elapsed; !ct.IsCancellationRequested;)
        {
            await Task.Delay(BetweenTurns, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await RecordAsync(ct);
            if (Interlocked.Exchange(ref _isAsked, 0) == 1 || gateway.Elapsed - looked >= BetweenLooks)
            {
                looked = gateway.Elapsed;
                await SendAsync(ct);
            }
        }
    }

    // The same machine and port is the same gateway after a restart, too.
    private string Name() => string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{gateway.EndPoint.Port}");

    private async Task SendAsync(CancellationToken ct)
    {
        await using var db = business.NewContext();
        foreach (var command in await TakeCommands.RunAsync(db, gateway.Exchanges.Reaches, Name(), clock, ct))
        {
            gateway.Exchanges.Begin(command, command.Secret is { } text && secrets.Open(text, RemoteCommand.PurposeOf(command.Mn)) is { } opened ? Encoding.ASCII.GetString(opened) : null);
        }
    }

    private async Task RecordAsync(CancellationToken ct)
    {
        if (gateway.Exchanges.Turn() is { Count: > 0 } answers)
        {
            await using var db = business.NewContext();
            await AskDevice.RecordAsync(db, answers, clock, ct);
            gateway.Exchanges.Told(answers);
        }
    }
}

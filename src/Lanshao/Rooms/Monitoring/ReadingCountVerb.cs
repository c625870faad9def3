using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring;

/// <summary><c>reading count [--acks FILE]</c>: what is stored, and whether an acknowledged frame is not.</summary>
internal static class ReadingCountVerb
{
    private static readonly Option<string?> Acks = new("--acks") { Description = "模拟设备写下的应答清单：MN、QN、CN、PNO" };

    public static Command Command() => DataVerb.On(new Command("count", "核对监测数据和报文的数量") { Acks }, Permissions.DevicesRead, RunAsync);

    private static async Task<int> RunAsync(DataVerb verb, CancellationToken ct)
    {
        var stores = await MonitoringStores.OpenAsync(verb.Folder, ct);
        if (stores.IsRefused)
        {
            return verb.Output.Refuse(stores.Refusal);
        }

        var acknowledged = await ReadAsync(verb.Parsed.GetValue(Acks), ct);
        if (acknowledged.IsRefused)
        {
            return verb.Output.Refuse(acknowledged.Refusal);
        }

        // Readings are derived from the journal; those that are still to come count, too.
        _ = await new Derivation(stores.Value, TimeProvider.System, verb.Settings[AllSettings.GatewayBackFillDays]).DrainAsync(ct);
        var stored = await StoredCounts.ReadAsync(stores.Value, acknowledged.Value, ct);
        return verb.Output.Print(stored, (writer, counts) => writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"监测数据{counts.Readings}个，报文{counts.Frames}帧，已应答而不在库的{counts.AcknowledgedMissing}帧")));
    }

    private static async Task<Outcome<IReadOnlyList<FrameIdentity>>> ReadAsync(string? path, CancellationToken ct)
    {
        var identities = new List<FrameIdentity>();
        if (path is null)
        {
            return identities;
        }

        if (!File.Exists(path))
        {
            return Refusal.Unreadable("IMP-008", ("file", path), ("reason", "—"));
        }

        await foreach (var line in File.ReadLinesAsync(path, ct))
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (line.Split('\t') is not [var mn, var qn, var cn, .. var rest] || rest.Length > 1)
            {
                return Refusal.Unreadable("MON-008", ("file", path), ("where", (identities.Count + 1).ToString(CultureInfo.InvariantCulture)));
            }

            identities.Add(new(mn, qn, cn, rest.Length == 0 ? string.Empty : rest[0]));
        }

        return identities;
    }
}

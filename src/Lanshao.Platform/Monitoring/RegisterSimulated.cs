using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Monitoring;

/// <summary>Registers devices of the simulator, which no one has to claim: their MNs cannot be taken for those of devices, and their class keeps them out of every figure.</summary>
public static class RegisterSimulated
{
    private const int RealtimeSeconds = 60;
    private const int MinuteMinutes = 10;

    /// <summary>Registers those of the MNs that are of the simulator and not registered yet.</summary>
    public static async Task RunAsync(LanshaoContext db, IReadOnlyCollection<string> mns, TimeProvider clock, CancellationToken ct)
    {
        var simulated = mns.Where(mn => SimulatedDevice.KindOf(mn) is not null).ToList();
        if (simulated.Count == 0)
        {
            return;
        }

        var register = await DeviceRegister.OpenAsync(db, ct);
        foreach (var mn in simulated.Where(mn => register.Find(mn) is null))
        {
            _ = register.Put(RowOf(mn, SimulatedDevice.KindOf(mn)!.Value));
        }

        _ = await db.SaveAsync(Actor.System, clock, ct);
        db.ChangeTracker.Clear();
    }

    private static DeviceRow RowOf(string mn, Hj212.Simulation.DeviceKind simulated)
    {
        var kind = Enum.Parse<DeviceKind>(simulated.ToString());
        return new(mn, $"模拟{DeviceWords.Of(kind)}设备{mn[^4..]}", kind, StationTier.Simulated, null, string.Empty, DevicePassword.Digest(mn, SimulatedDevice.Password), string.Empty, RealtimeSeconds, MinuteMinutes, null, null);
    }
}

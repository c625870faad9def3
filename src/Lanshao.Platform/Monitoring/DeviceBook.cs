using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Monitoring;

/// <summary>What a receiver makes of who says to be a device.</summary>
public enum Belief
{
    /// <summary>Registered, and the password is right: into the journal, then answered.</summary>
    Believed,

    /// <summary>No such MN.</summary>
    UnknownDevice,

    /// <summary>The password is wrong.</summary>
    WrongPassword,

    /// <summary>The password is right, but it speaks from outside the network that the register names.</summary>
    OtherNetwork,

    /// <summary>Registered as gone.</summary>
    ClosedDevice,

    /// <summary>Somebody refused it: neither kept nor answered.</summary>
    Rejected,
}

/// <summary>The register in memory, for judging every frame; read again when it has changed.</summary>
/// <param name="business">Where the register lies.</param>
/// <param name="acceptsSimulated">Whether simulated devices on this machine are believed without being registered first.</param>
/// <param name="clock">Says which day it is.</param>
/// <param name="secrets">Opens the keys of devices; null where nobody encrypts.</param>
public sealed class DeviceBook(Store business, bool acceptsSimulated, TimeProvider clock, SecretBox? secrets = null)
{
    private static readonly byte[] SimulatedPassword = System.Text.Encoding.ASCII.GetBytes(SimulatedDevice.Password);
    private FrozenDictionary<string, Entry> _devices = FrozenDictionary<string, Entry>.Empty;
    private FrozenSet<string> _rejected = FrozenSet<string>.Empty;
    private FrozenDictionary<string, DeviceKeyRing> _keys = FrozenDictionary<string, DeviceKeyRing>.Empty;
    private long _changedAt = -1;

    /// <summary>Reads the register again if it has changed.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var db = business.NewContext();
        var changedAt = await MonitoringQueries.RegisterChangedAtAsync(db, ct);
        if (changedAt == _changedAt)
        {
            return;
        }

        var known = _devices;
        var devices = await db.Set<Device>().AsNoTracking().Where(device => device.VoidedUtc == null).ToListAsync(ct);
        _devices = devices.ToFrozenDictionary(device => device.Mn, device => Entry.Of(device, known.GetValueOrDefault(device.Mn)), StringComparer.Ordinal);
        _rejected = (await db.Set<RejectedDevice>().AsNoTracking().Select(rejected => rejected.Mn).ToListAsync(ct)).ToFrozenSet(StringComparer.Ordinal);
        _keys = secrets is null ? _keys : await DeviceKeyRing.ReadAsync(db, secrets, ct);
        _changedAt = changedAt;
    }

    /// <summary>Judges who sent a frame.</summary>
    /// <param name="mn">The MN that it names.</param>
    /// <param name="password">The password that it carries.</param>
    /// <param name="isFromThisMachine">Whether it came over the loopback: elsewhere nobody is a simulated device.</param>
    /// <param name="from">From where it came; null where that is not asked.</param>
    public Belief Judge(string mn, ReadOnlySpan<byte> password, bool isFromThisMachine, IPAddress? from = null)
    {
        if (_rejected.Contains(mn))
        {
            return Belief.Rejected;
        }

        if (_devices.TryGetValue(mn, out var entry))
        {
            return entry.Device.Tier == StationTier.Simulated && !(isFromThisMachine && acceptsSimulated) ? Belief.UnknownDevice
                : !entry.Device.IsOpenOn(ChinaTime.Today(clock)) ? Belief.ClosedDevice
                : !entry.Proves(password) ? Belief.WrongPassword
                : from is null || entry.IsAtHome(from) ? Belief.Believed
                : Belief.OtherNetwork;
        }

        return !isFromThisMachine || !acceptsSimulated || !IsSimulated(mn) ? Belief.UnknownDevice
            : CryptographicOperations.FixedTimeEquals(password, SimulatedPassword) ? Belief.Believed
            : Belief.WrongPassword;
    }

    /// <summary>Returns the password that a device's own frames have proved, for requests to it; null of one that has proved none since the start.</summary>
    public string? PasswordOf(string mn) =>
        _devices.TryGetValue(mn, out var entry) ? entry.Proven
        : acceptsSimulated && IsSimulated(mn) ? SimulatedDevice.Password
        : null;

    /// <summary>Returns whether a device must encrypt what it reports: a key is set for it.</summary>
    public bool MustEncrypt(string mn) => _keys.GetValueOrDefault(mn) is { Holds: true };

    /// <summary>Returns the frame as it was before its content was encrypted, with the check code that it carried, which then fits; null where no key of its device opens it.</summary>
    /// <param name="mn">The MN that it names.</param>
    /// <param name="frame">The encrypted frame.</param>
    public byte[]? Decrypt(string mn, Frame frame) => _keys.GetValueOrDefault(mn)?.Open(frame, ChinaTime.NowUtc(clock));

    /// <summary>Returns whether an MN is one of the simulator's.</summary>
    public static bool IsSimulated(string mn) => SimulatedDevice.KindOf(mn) is not null;

    // Digesting costs a fraction of a millisecond; a password that was right once is compared from then on.
    private sealed class Entry(Device device)
    {
        private readonly IReadOnlyList<IPNetwork> _networks = AddressRanges.TryParse(device.Networks, out var ranges, out _) ? ranges : [];
        private byte[]? _proven;

        public Device Device => device;

        public string? Proven => _proven is { } proven ? System.Text.Encoding.ASCII.GetString(proven) : null;

        public static Entry Of(Device device, Entry? before) =>
            new(device) { _proven = before?.Device.PasswordDigest == device.PasswordDigest ? before._proven : null };

        public bool IsAtHome(IPAddress address) => _networks.Count == 0 || _networks.Any(range => range.Contains(address));

        public bool Proves(ReadOnlySpan<byte> password)
        {
            if (_proven is { } proven && CryptographicOperations.FixedTimeEquals(password, proven))
            {
                return true;
            }

            if (password.Length > 64 || !DevicePassword.Fits(device.Mn, password, device.PasswordDigest))
            {
                return false;
            }

            _proven = password.ToArray();
            return true;
        }
    }
}

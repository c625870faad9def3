using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Gateway;

/// <summary>What a connection and all of them together may take.</summary>
internal sealed record GatewayLimits
{
    public int Connections { get; init; } = 20_000;

    public int PerAddress { get; init; } = 200;

    /// <summary>Gets whether the limit of one address counts for this machine too; tests ask for it.</summary>
    public bool CountsLoopback { get; init; }

    public TimeSpan FirstFrame { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);

    public int GarbageBytes { get; init; } = 64 << 10;

    public int FramesPerSecond { get; init; } = 20;

    public int WaitingFrames { get; init; } = 20_000;

    /// <summary>Gets how long a request to a device waits for its answer, and how often it is sent again.</summary>
    public ResendPlan Resends { get; init; } = ResendPlan.Standard;

    /// <summary>Gets how old data may be that nobody asked for.</summary>
    public long BackFillDays { get; init; } = Derivation.UsualBackFillDays;

    public bool AcceptsSimulated { get; init; } = true;

    public QuarantineLimits Quarantine { get; init; } = new(5000, 1L << 30, TimeSpan.FromDays(30));

    public static GatewayLimits Of(SettingsBook settings) => new()
    {
        Connections = (int)settings[AllSettings.GatewayConnections],
        PerAddress = (int)settings[AllSettings.GatewayPerAddress],
        FirstFrame = TimeSpan.FromSeconds(settings[AllSettings.GatewayFirstFrameSeconds]),
        Idle = TimeSpan.FromSeconds(settings[AllSettings.GatewayIdleSeconds]),
        GarbageBytes = (int)settings[AllSettings.GatewayGarbageKilobytes] << 10,
        FramesPerSecond = (int)settings[AllSettings.GatewayFramesPerSecond],
        WaitingFrames = (int)settings[AllSettings.GatewayWaitingFrames],
        BackFillDays = settings[AllSettings.GatewayBackFillDays],
        AcceptsSimulated = settings[AllSettings.GatewaySimulated] == 1,
        Quarantine = new((int)settings[AllSettings.QuarantineDevices], settings[AllSettings.QuarantineMegabytes] << 20, TimeSpan.FromDays(settings[AllSettings.QuarantineDays])),
    };
}

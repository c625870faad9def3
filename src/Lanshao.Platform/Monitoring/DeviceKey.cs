using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>设备密钥: an SM4 key of a device, sealed. A new one stands beside the one before for some days, since frames written with the old key are still on their way.</summary>
public sealed class DeviceKey : IVersioned
{
    internal const int LongestReason = 200;

    private DeviceKey(Guid id, string mn, string @sealed, DateTime setUtc, string setBy) => (Id, Mn, Sealed, SetUtc, SetBy) = (id, mn, @sealed, setUtc, setBy);

    public Guid Id { get; private set; }

    public string Mn { get; private set; }

    /// <summary>Gets the key as <see cref="Storage.SecretBox"/> sealed it.</summary>
    public string Sealed { get; private set; }

    public DateTime SetUtc { get; private set; }

    public string SetBy { get; private set; }

    /// <summary>Gets until when it still opens frames; null of the key that holds.</summary>
    public DateTime? EndsUtc { get; private set; }

    /// <summary>Gets who ended the encryption; null where a newer key took the place.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>Gets why the encryption was ended.</summary>
    public string? EndReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Returns what the keys of a device are sealed for.</summary>
    public static string PurposeOf(string mn) => "device-key:" + mn;

    internal static DeviceKey Set(string mn, string text, Actor actor, DateTime nowUtc) => new(Guid.CreateVersion7(), mn, text, nowUtc, actor.Id);

    internal bool HoldsAt(DateTime instantUtc) => EndsUtc is not { } ends || instantUtc < ends;

    internal void EndAt(DateTime endsUtc) => EndsUtc = EndsUtc is { } sooner && sooner < endsUtc ? sooner : endsUtc;

    /// <summary>Ends it with the encryption of its device.</summary>
    internal void End(string reason, Actor actor, DateTime nowUtc) => (EndsUtc, EndedBy, EndReason) = (nowUtc, actor.Id, reason);

    internal sealed class Mapping : IEntityTypeConfiguration<DeviceKey>
    {
        public void Configure(EntityTypeBuilder<DeviceKey> builder)
        {
            builder.HasKey(key => key.Id);
            builder.Property(key => key.Id).ValueGeneratedNever();
            builder.Property(key => key.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(key => key.EndReason).HasMaxLength(LongestReason);
            builder.HasIndex(key => key.Mn);
        }
    }
}

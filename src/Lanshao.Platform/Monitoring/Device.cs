using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>One device of the register: what it is, where it stands, how it proves itself, and how its numbers are meant.</summary>
public sealed class Device : IVersioned
{
    internal const int LongestMn = 40;
    internal const int LongestName = 100;
    internal const int LongestNetworks = 200;

    private Device(string mn, int number)
    {
        Mn = mn;
        Number = number;
        Name = string.Empty;
        Owner = string.Empty;
        Factors = string.Empty;
        PasswordDigest = string.Empty;
        Networks = string.Empty;
    }

    /// <summary>Gets 设备编号, the MN of its frames.</summary>
    public string Mn { get; private set; }

    /// <summary>Gets the short number under which its readings are stored; never given twice.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; }

    public DeviceKind Kind { get; private set; }

    public StationTier Tier { get; private set; }

    /// <summary>Gets the code of the 街道; null where it stands in none.</summary>
    public string? Subdistrict { get; private set; }

    /// <summary>Gets 所属单位.</summary>
    public string Owner { get; private set; }

    /// <summary>Gets the digest of its password; see <see cref="DevicePassword"/>.</summary>
    public string PasswordDigest { get; private set; }

    /// <summary>Gets how its factors are read, as <see cref="FactorSetting.Write"/> writes it.</summary>
    public string Factors { get; private set; }

    /// <summary>Gets how many seconds lie between two real-time messages.</summary>
    public int RealtimeSeconds { get; private set; }

    /// <summary>Gets how many minutes a minute message covers.</summary>
    public int MinuteMinutes { get; private set; }

    /// <summary>Gets 来源网段: from where it is believed, as <see cref="AddressRanges"/> reads it; empty for anywhere.</summary>
    public string Networks { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Gets the day from which it is gone (已拆除).</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back; its readings stay.</summary>
    public DateTime? VoidedUtc { get; private set; }

    public int Version { get; private set; }

    /// <summary>Registers a device.</summary>
    internal static Device Register(DeviceRow row, int number)
    {
        var device = new Device(row.Mn, number);
        device.Set(row);
        return device;
    }

    /// <summary>Takes over what the register now says; also brings a voided one back.</summary>
    internal void Set(DeviceRow row)
    {
        (Name, Kind, Tier, Subdistrict, Owner) = (row.Name, row.Kind, row.Tier, row.Subdistrict, row.Owner);
        (PasswordDigest, Factors, RealtimeSeconds, MinuteMinutes) = (row.PasswordDigest, row.Factors, row.RealtimeSeconds, row.MinuteMinutes);
        (Networks, OpenedOn, ClosedOn, VoidedUtc) = (row.Networks, row.OpenedOn, row.ClosedOn, null);
    }

    /// <summary>Takes over the password that the device was given from afar.</summary>
    internal void TakePassword(string digest) => PasswordDigest = digest;

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    /// <summary>Returns whether its frames count on a day.</summary>
    public bool IsOpenOn(DateOnly day) => VoidedUtc is null && (ClosedOn is not { } closed || day < closed);

    internal sealed class Mapping : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> builder)
        {
            builder.HasKey(device => device.Mn);
            builder.Property(device => device.Mn).HasMaxLength(LongestMn);
            builder.Property(device => device.Name).HasMaxLength(LongestName);
            builder.Property(device => device.Owner).HasMaxLength(LongestName);
            builder.Property(device => device.Networks).HasMaxLength(LongestNetworks);
            builder.Property(device => device.PasswordDigest).HasMaxLength(64);
            builder.HasIndex(device => device.Number).IsUnique();
        }
    }
}

/// <summary>One row of the register as files and forms say it.</summary>
public sealed record DeviceRow(
    string Mn,
    string Name,
    DeviceKind Kind,
    StationTier Tier,
    string? Subdistrict,
    string Owner,
    string PasswordDigest,
    string Factors,
    int RealtimeSeconds,
    int MinuteMinutes,
    DateOnly? OpenedOn,
    DateOnly? ClosedOn)
{
    /// <summary>Gets from where the device is believed; empty for anywhere.</summary>
    public string Networks { get; init; } = string.Empty;

    internal static DeviceRow Of(Device device) => new(
        device.Mn, device.Name, device.Kind, device.Tier, device.Subdistrict, device.Owner, device.PasswordDigest, device.Factors,
        device.RealtimeSeconds, device.MinuteMinutes, device.OpenedOn, device.ClosedOn)
    { Networks = device.Networks };
}

using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>Why a device may be silent.</summary>
public enum LeaveKind
{
    /// <summary>停业.</summary>
    Closure,

    /// <summary>检修.</summary>
    Maintenance,
}

/// <summary>A report that a device is closed or under repair for a while: silence within it is no alarm and stands in no denominator, but is counted beside it.</summary>
public sealed class DeviceLeave : IVersioned
{
    internal const int LongestNote = 200;

    private DeviceLeave(string mn, DateTime fromUtc)
    {
        (Mn, FromUtc) = (mn, fromUtc);
        Note = string.Empty;
    }

    public string Mn { get; private set; }

    public DateTime FromUtc { get; private set; }

    /// <summary>Gets its end, exclusive; null where it is not known yet.</summary>
    public DateTime? ToUtc { get; private set; }

    public LeaveKind Kind { get; private set; }

    /// <summary>Gets when it was reported.</summary>
    public DateTime ReportedUtc { get; private set; }

    public string Note { get; private set; }

    /// <summary>Gets when an import that brought it in was taken back.</summary>
    public DateTime? VoidedUtc { get; private set; }

    public int Version { get; private set; }

    /// <summary>Gets whether it was reported after it had begun: 事后报备.</summary>
    public bool IsLate => ReportedUtc > FromUtc;

    internal static DeviceLeave Report(LeaveRow row)
    {
        var leave = new DeviceLeave(row.Mn, row.FromUtc);
        leave.Set(row);
        return leave;
    }

    internal void Set(LeaveRow row) => (ToUtc, Kind, ReportedUtc, Note, VoidedUtc) = (row.ToUtc, row.Kind, row.ReportedUtc, row.Note, null);

    internal void Void(DateTime atUtc) => VoidedUtc = atUtc;

    /// <summary>Returns whether it holds at an instant.</summary>
    public bool Holds(DateTime atUtc) => VoidedUtc is null && atUtc >= FromUtc && (ToUtc is not { } to || atUtc < to);

    internal sealed class Mapping : IEntityTypeConfiguration<DeviceLeave>
    {
        public void Configure(EntityTypeBuilder<DeviceLeave> builder)
        {
            builder.HasKey(leave => new { leave.Mn, leave.FromUtc });
            builder.Property(leave => leave.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(leave => leave.Note).HasMaxLength(LongestNote);
            builder.Ignore(leave => leave.IsLate);
        }
    }
}

/// <summary>One row of the reports as files say it.</summary>
public sealed record LeaveRow(string Mn, LeaveKind Kind, DateTime FromUtc, DateTime? ToUtc, DateTime ReportedUtc, string Note)
{
    internal string Key => $"{Mn}/{FromUtc:yyyyMMddHHmm}";

    internal static LeaveRow Of(DeviceLeave leave) => new(leave.Mn, leave.Kind, leave.FromUtc, leave.ToUtc, leave.ReportedUtc, leave.Note);
}

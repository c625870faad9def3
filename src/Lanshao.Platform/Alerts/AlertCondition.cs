using System.Text.Json;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Alerts;

/// <summary>What a rule found at one device, from when to when. Computed from readings, and computed anew where they change; its alert is what people handle.</summary>
public sealed class AlertCondition : IUnrecorded
{
    private const decimal Millionth = 1_000_000m;

    private AlertCondition(Guid id, Guid alertId, string ruleCode, int deviceNumber, DateTime startUtc)
    {
        (Id, AlertId, RuleCode, DeviceNumber, StartUtc) = (id, alertId, ruleCode, deviceNumber, startUtc);
        (Mn, DeviceName, AgreedBy, EvidenceText) = (string.Empty, string.Empty, string.Empty, "[]");
    }

    public Guid Id { get; private set; }

    public Guid AlertId { get; private set; }

    public string RuleCode { get; private set; }

    public int DeviceNumber { get; private set; }

    /// <summary>Gets 设备编号; for a rule about places the place, with its day where it is about one.</summary>
    public string Mn { get; private set; }

    public string DeviceName { get; private set; }

    public DateTime StartUtc { get; private set; }

    /// <summary>Gets when it had held long enough, by the times of the readings.</summary>
    public DateTime RaisedUtc { get; private set; }

    public DateTime LastUtc { get; private set; }

    /// <summary>Gets when it was over; null while it holds.</summary>
    public DateTime? EndUtc { get; private set; }

    /// <summary>Gets whether it is about a place and not about a device.</summary>
    public bool IsOfPlace => DeviceNumber == 0;

    /// <summary>Gets the value that was farthest beyond the limit, in millionths: the highest, or the lowest where a rule asks for more.</summary>
    public long? PeakNumber { get; private set; }

    public DateTime PeakUtc { get; private set; }

    /// <summary>Gets what the highest value was compared with, in millionths.</summary>
    public long? LimitNumber { get; private set; }

    /// <summary>Gets the device that agrees; empty for none.</summary>
    public string AgreedBy { get; private set; }

    /// <summary>Gets the values that it was seen in, as JSON.</summary>
    public string EvidenceText { get; private set; }

    /// <summary>Gets since when corrected data say that it never was.</summary>
    public DateTime? WithdrawnUtc { get; private set; }

    public decimal? Peak => PeakNumber / Millionth;

    public decimal? Limit => LimitNumber / Millionth;

    /// <summary>Gets how long it held, or has held so far.</summary>
    public TimeSpan Length => (EndUtc ?? LastUtc) - StartUtc;

    public IReadOnlyList<EvidenceStep> Evidence => JsonSerializer.Deserialize<EvidenceStep[]>(EvidenceText) ?? [];

    internal static AlertCondition Of(Guid alertId, string ruleCode, Watched device, FoundCondition found)
    {
        var condition = new AlertCondition(Guid.CreateVersion7(), alertId, ruleCode, device.Number, found.StartUtc) { Mn = device.Key, DeviceName = device.Name };
        condition.Become(found, isCarried: false);
        return condition;
    }

    /// <summary>Takes over what the readings say now.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="isCarried">Whether it began before what was looked at: then its beginning and a higher value of then stay.</param>
    internal void Become(FoundCondition found, bool isCarried)
    {
        (LastUtc, EndUtc, WithdrawnUtc) = (found.LastUtc > LastUtc || !isCarried ? found.LastUtc : LastUtc, found.EndUtc, null);
        if (!isCarried)
        {
            (StartUtc, RaisedUtc, AgreedBy) = (found.StartUtc, found.RaisedUtc, found.AgreedBy);
        }

        if (!isCarried || (found.Limit > found.Peak ? found.Peak < PeakNumber : found.Peak > PeakNumber))
        {
            (PeakNumber, PeakUtc, LimitNumber) = (found.Peak, found.Peak is null ? found.StartUtc : found.PeakUtc, found.Limit);
            EvidenceText = JsonSerializer.Serialize(found.Evidence);
        }

        AgreedBy = AgreedBy.Length == 0 ? found.AgreedBy : AgreedBy;
    }

    internal void Withdraw(DateTime atUtc) => WithdrawnUtc = atUtc;

    /// <summary>Ends it where what it stood on is over.</summary>
    internal void End(DateTime atUtc) => EndUtc = atUtc;

    internal sealed class Mapping : IEntityTypeConfiguration<AlertCondition>
    {
        public void Configure(EntityTypeBuilder<AlertCondition> builder)
        {
            builder.HasKey(condition => condition.Id);
            builder.Property(condition => condition.Id).ValueGeneratedNever();
            builder.HasIndex(condition => new { condition.RuleCode, condition.DeviceNumber, condition.StartUtc });
            builder.HasIndex(condition => condition.StartUtc);
            builder.HasIndex(condition => condition.AlertId);
            builder.Ignore(condition => condition.IsOfPlace);
            builder.Ignore(condition => condition.Peak);
            builder.Ignore(condition => condition.Limit);
            builder.Ignore(condition => condition.Length);
            builder.Ignore(condition => condition.Evidence);
        }
    }
}

/// <summary>How far the journal was seen by the rules; moves with what they found.</summary>
public sealed class AlertMark : IUnrecorded
{
    internal AlertMark(string name, long seq) => (Name, Seq) = (name, seq);

    public string Name { get; private set; }

    public long Seq { get; private set; }

    internal void MoveTo(long seq) => Seq = Math.Max(Seq, seq);

    internal sealed class Mapping : IEntityTypeConfiguration<AlertMark>
    {
        public void Configure(EntityTypeBuilder<AlertMark> builder) => builder.HasKey(mark => mark.Name);
    }
}

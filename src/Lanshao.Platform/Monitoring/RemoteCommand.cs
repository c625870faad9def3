using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Monitoring;

/// <summary>What a device can be asked from afar.</summary>
public enum RemoteCommandKind
{
    /// <summary>校时 (1012).</summary>
    SetClock,

    /// <summary>提取实时数据 (2011).</summary>
    Realtime,

    /// <summary>取分钟历史数据 (2051).</summary>
    Minutes,

    /// <summary>取小时历史数据 (2061).</summary>
    Hours,

    /// <summary>取日历史数据 (2031).</summary>
    Days,

    /// <summary>取设备运行时间日历史数据 (2041).</summary>
    RunningTimes,
}

/// <summary>反控: one request to a device, who asked for it and why, and what the device said to it.</summary>
public sealed class RemoteCommand : IVersioned
{
    internal const int LongestReason = 200;

    private RemoteCommand(Guid id, string mn, RemoteCommandKind kind, DateTime askedUtc, string askedBy, string reason)
    {
        (Id, Mn, Kind, AskedUtc, AskedBy, Reason) = (id, mn, kind, askedUtc, askedBy, reason);
        Qn = $"{ChinaTime.CivilOf(askedUtc):yyyyMMddHHmmssfff}";
        ChangedUtc = askedUtc;
    }

    public Guid Id { get; private set; }

    public string Mn { get; private set; }

    public RemoteCommandKind Kind { get; private set; }

    /// <summary>Gets from when on history was asked for; null where none was.</summary>
    public DateTime? FromUtc { get; private set; }

    /// <summary>Gets until when, inclusive.</summary>
    public DateTime? ToUtc { get; private set; }

    public DateTime AskedUtc { get; private set; }

    public string AskedBy { get; private set; }

    public string Reason { get; private set; }

    /// <summary>Gets the QN, which every answer repeats.</summary>
    public string Qn { get; private set; }

    public ExchangeStep Step { get; private set; }

    /// <summary>Gets what the device said to the request (9011).</summary>
    public RequestResult Request { get; private set; }

    /// <summary>Gets how the request ended (9012).</summary>
    public ExecutionResult Execution { get; private set; }

    public int Resends { get; private set; }

    /// <summary>Gets how many frames the device brought for it.</summary>
    public int Frames { get; private set; }

    /// <summary>Gets when something was last heard of it.</summary>
    public DateTime ChangedUtc { get; private set; }

    public int Version { get; private set; }

    public bool IsOver => Step is ExchangeStep.Done or ExchangeStep.Refused or ExchangeStep.Silent;

    /// <summary>Gets whether the device is to bring data of its past.</summary>
    public bool IsQuery => Kind is RemoteCommandKind.Minutes or RemoteCommandKind.Hours or RemoteCommandKind.Days or RemoteCommandKind.RunningTimes;

    internal static RemoteCommand Ask(string mn, RemoteCommandKind kind, (DateTime FromUtc, DateTime ToUtc)? span, string reason, Actor actor, DateTime nowUtc) =>
        new(Guid.CreateVersion7(), mn, kind, nowUtc, actor.Id, reason) { FromUtc = span?.FromUtc, ToUtc = span?.ToUtc };

    /// <summary>Returns the request as the device hears it.</summary>
    /// <param name="now">Beijing time at the sending, for its clock.</param>
    public Request ToRequest(DateTime now) => Kind switch
    {
        RemoteCommandKind.SetClock => Hj212.Exchanges.Request.SetClock(now),
        RemoteCommandKind.Realtime => Hj212.Exchanges.Request.StartRealtime,
        _ => Hj212.Exchanges.Request.QueryHistory(PeriodOf(Kind), ChinaTime.CivilOf(FromUtc!.Value), ChinaTime.CivilOf(ToUtc!.Value)),
    };

    /// <summary>Takes over how the exchange stands.</summary>
    internal void Heard(RemoteAnswer answer, DateTime atUtc) =>
        (Step, Request, Execution, Resends, Frames, ChangedUtc) = (answer.Step, answer.Request, answer.Execution, answer.Resends, answer.Frames, atUtc);

    /// <summary>Ends it unanswered: the program that waited for the answer has ended.</summary>
    internal void GiveUp(DateTime atUtc) => (Step, ChangedUtc) = (ExchangeStep.Silent, atUtc);

    private static HistoryPeriod PeriodOf(RemoteCommandKind kind) => kind switch
    {
        RemoteCommandKind.Minutes => HistoryPeriod.Minutes,
        RemoteCommandKind.Hours => HistoryPeriod.Hours,
        RemoteCommandKind.Days => HistoryPeriod.Days,
        _ => HistoryPeriod.RunningTimes,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<RemoteCommand>
    {
        public void Configure(EntityTypeBuilder<RemoteCommand> builder)
        {
            builder.HasKey(command => command.Id);
            builder.Property(command => command.Mn).HasMaxLength(Device.LongestMn);
            builder.Property(command => command.Reason).HasMaxLength(LongestReason);
            builder.Property(command => command.Qn).HasMaxLength(17);
            builder.HasIndex(command => new { command.Mn, command.AskedUtc });
        }
    }
}

/// <summary>How a request to a device stands.</summary>
/// <param name="Command">Which request.</param>
/// <param name="Step">Where the exchange stands.</param>
/// <param name="Request">9011.</param>
/// <param name="Execution">9012.</param>
/// <param name="Resends">How often it was sent again.</param>
/// <param name="Frames">How many frames the device brought for it.</param>
public sealed record RemoteAnswer(Guid Command, ExchangeStep Step, RequestResult Request, ExecutionResult Execution, int Resends, int Frames);

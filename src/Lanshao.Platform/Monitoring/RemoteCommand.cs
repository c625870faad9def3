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

    /// <summary>停止察看实时数据 (2012).</summary>
    StopRealtime,

    /// <summary>取设备运行状态数据 (2021).</summary>
    StartRunState,

    /// <summary>停止察看设备运行状态 (2022).</summary>
    StopRunState,

    /// <summary>设置超时时间及重发次数 (1000).</summary>
    Timeouts,

    /// <summary>设置实时数据间隔 (1062).</summary>
    RealtimeInterval,

    /// <summary>设置分钟数据间隔 (1064).</summary>
    MinuteInterval,

    /// <summary>设置访问密码 (1072).</summary>
    Password,

    /// <summary>零点校准、量程校准 (3011).</summary>
    Calibrate,

    /// <summary>即时采样 (3012).</summary>
    SampleNow,

    /// <summary>启动清洗、反吹 (3013).</summary>
    Clean,

    /// <summary>比对采样 (3014).</summary>
    Compare,

    /// <summary>超标留样 (3015).</summary>
    KeepSample,

    /// <summary>设置采样时间周期 (3016).</summary>
    Sampling,
}

/// <summary>Where a command stands before it goes out.</summary>
public enum CommandRelease
{
    /// <summary>One post is enough.</summary>
    NotNeeded,

    /// <summary>待复核: another post must release it.</summary>
    Waiting,

    /// <summary>已放行 by another post.</summary>
    Released,

    /// <summary>不予放行: it never goes out.</summary>
    Declined,
}

/// <summary>反控: one request to a device, who asked for it and why, and what the device said to it.</summary>
public sealed class RemoteCommand : IVersioned
{
    internal const int LongestReason = 200;
    internal const int LongestArgument = 60;
    internal const int LongestPost = 60;
    internal const int LongestGateway = 100;

    /// <summary>How long a command waits for the gateway that holds the connection of its device; then it never goes out.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private RemoteCommand(Guid id, string mn, RemoteCommandKind kind, DateTime askedUtc, string askedBy, string reason)
    {
        (Id, Mn, Kind, AskedUtc, AskedBy, Reason) = (id, mn, kind, askedUtc, askedBy, reason);
        Qn = $"{ChinaTime.CivilOf(askedUtc):yyyyMMddHHmmssfff}";
        ChangedUtc = askedUtc;
        (Argument, AskedPost) = (string.Empty, string.Empty);
    }

    /// <summary>Gets the commands that the pack must open and two posts must want.</summary>
    public static IReadOnlyList<RemoteCommandKind> OfTwoPosts { get; } = [.. Enum.GetValues<RemoteCommandKind>().Where(kind => kind > RemoteCommandKind.RunningTimes)];

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

    /// <summary>Gets what is set, or the instrument that is meant; a new password stands in <see cref="Secret"/> only.</summary>
    public string Argument { get; private set; }

    /// <summary>Gets the new password, sealed, until the command is over.</summary>
    public string? Secret { get; private set; }

    /// <summary>Gets the digest of the new password, which the register takes over when the device has it.</summary>
    public string? NewDigest { get; private set; }

    /// <summary>Gets 申请岗位; empty where one post is enough.</summary>
    public string AskedPost { get; private set; }

    public CommandRelease Release { get; private set; }

    /// <summary>Gets 复核岗位.</summary>
    public string? ReleasedPost { get; private set; }

    public string? ReleasedBy { get; private set; }

    public DateTime? ReleasedUtc { get; private set; }

    /// <summary>Gets what the second post says.</summary>
    public string? ReleaseNote { get; private set; }

    /// <summary>Gets the QN, which every answer repeats.</summary>
    public string Qn { get; private set; }

    /// <summary>Gets when a gateway took it and sent it to its device; null while none has.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>Gets which gateway did.</summary>
    public string? SentBy { get; private set; }

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

    /// <summary>Gets whether it may go out.</summary>
    public bool MaySend => Release is CommandRelease.NotNeeded or CommandRelease.Released;

    /// <summary>Gets since when it may go out.</summary>
    public DateTime DueUtc => ReleasedUtc ?? AskedUtc;

    /// <summary>Gets whether it waits for the gateway that holds the connection of its device.</summary>
    public bool IsWaitingToGo => MaySend && SentUtc is null && !IsOver;

    /// <summary>Gets whether the device answers as to a request, with 9011 and 9012; a notice it answers with 9013.</summary>
    public bool IsRequest => Kind is not (RemoteCommandKind.StopRealtime or RemoteCommandKind.StopRunState);

    public bool IsOver => Step is ExchangeStep.Done or ExchangeStep.Refused or ExchangeStep.Silent;

    /// <summary>Gets whether the device is to bring data of its past.</summary>
    public bool IsQuery => Kind is RemoteCommandKind.Minutes or RemoteCommandKind.Hours or RemoteCommandKind.Days or RemoteCommandKind.RunningTimes;

    internal static RemoteCommand Ask(string mn, RemoteCommandKind kind, (DateTime FromUtc, DateTime ToUtc)? span, string reason, Actor actor, DateTime nowUtc) =>
        new(Guid.CreateVersion7(), mn, kind, nowUtc, actor.Id, reason) { FromUtc = span?.FromUtc, ToUtc = span?.ToUtc };

    /// <summary>Returns what the new password of a device is sealed for.</summary>
    public static string PurposeOf(string mn) => "new-password:" + mn;

    /// <summary>申请: a command that waits for another post.</summary>
    internal RemoteCommand Apply(string post, string argument, string? secret, string? newDigest)
    {
        (AskedPost, Argument, Secret, NewDigest, Release) = (post, argument, secret, newDigest, CommandRelease.Waiting);
        return this;
    }

    /// <summary>Returns why somebody may not be the second post. MON-054 without a post, or declined without a word; MON-055 for the post or person that asked: before there are accounts the posts tell two people apart, as with reviews.</summary>
    internal Refusal? RefusalOfSecond(bool releases, string post, string note, Actor actor) =>
        post.Length is 0 or > LongestPost || note.Length > LongestReason || (!releases && note.Length == 0) ? Refusal.Invalid("MON-054", ("most", $"{LongestPost}"))
        : post == AskedPost || (actor.Id == AskedBy && actor.Id != Actor.Local.Id) ? Refusal.Conflict("MON-055", ("post", AskedPost))
        : null;

    /// <summary>复核, by somebody who may.</summary>
    internal RemoteCommand Settle(bool releases, string post, string note, Actor actor, DateTime nowUtc)
    {
        (ReleasedPost, ReleasedBy, ReleasedUtc, ReleaseNote, ChangedUtc) = (post, actor.Id, nowUtc, note, nowUtc);
        (Release, Qn) = (releases ? CommandRelease.Released : CommandRelease.Declined, $"{ChinaTime.CivilOf(nowUtc):yyyyMMddHHmmssfff}");
        Secret = releases ? Secret : null;
        return this;
    }

    /// <summary>Returns the request as the device hears it.</summary>
    /// <param name="now">Beijing time at the sending, for its clock.</param>
    /// <param name="secret">The new password, opened; null of other commands.</param>
    public Request ToRequest(DateTime now, string? secret = null) => Kind switch
    {
        RemoteCommandKind.SetClock => Hj212.Exchanges.Request.SetClock(now),
        RemoteCommandKind.Realtime => Hj212.Exchanges.Request.StartRealtime,
        > RemoteCommandKind.RunningTimes => CommandArgument.Read(Kind, secret ?? Argument) ?? throw new InvalidOperationException("A command was stored with an argument that does not fit it."),
        _ => Hj212.Exchanges.Request.QueryHistory(PeriodOf(Kind), ChinaTime.CivilOf(FromUtc!.Value), ChinaTime.CivilOf(ToUtc!.Value)),
    };

    /// <summary>Goes out now: the device hears the time of this moment.</summary>
    internal void GoOut(string gateway, DateTime nowUtc) => (SentUtc, SentBy, ChangedUtc, Qn) = (nowUtc, gateway, nowUtc, $"{ChinaTime.CivilOf(nowUtc):yyyyMMddHHmmssfff}");

    /// <summary>Takes over how the exchange stands.</summary>
    internal void Heard(RemoteAnswer answer, DateTime atUtc)
    {
        (Step, Request, Execution, Resends, Frames, ChangedUtc) = (answer.Step, answer.Request, answer.Execution, answer.Resends, answer.Frames, atUtc);
        Secret = IsOver ? null : Secret;
    }

    /// <summary>Ends it unanswered: the program that waited for the answer has ended, or no gateway could send it in time.</summary>
    internal void GiveUp(DateTime atUtc) => (Step, Secret, ChangedUtc) = (ExchangeStep.Silent, null, atUtc);

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
            // Rows of before some commands needed two posts say nothing.
            builder.Property(command => command.Release).HasConversion(release => $"{release}", text => text.Length == 0 ? CommandRelease.NotNeeded : Enum.Parse<CommandRelease>(text));
            builder.Property(command => command.Argument).HasMaxLength(LongestArgument);
            builder.Property(command => command.AskedPost).HasMaxLength(LongestPost);
            builder.Property(command => command.ReleasedPost).HasMaxLength(LongestPost);
            builder.Property(command => command.ReleaseNote).HasMaxLength(LongestReason);
            builder.Property(command => command.NewDigest).HasMaxLength(64);
            builder.Property(command => command.SentBy).HasMaxLength(LongestGateway);
            builder.Ignore(command => command.DueUtc);
            builder.Ignore(command => command.IsWaitingToGo);
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

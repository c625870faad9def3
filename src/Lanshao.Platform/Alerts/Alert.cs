using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Alerts;

/// <summary>One message of a night: what a rule found at a device, a unit or in a street, who was told, who took it, and what came of it.</summary>
public sealed class Alert : IVersioned
{
    /// <summary>What the subjects of notices about alerts begin with; the number follows.</summary>
    public const string NoticeSubjects = "alert/";

    internal const int LongestPost = 60;
    internal const int LongestNote = 500;
    private readonly List<AlertStep> _steps = [];

    private Alert(Guid id, string number, string ruleCode, DateOnly night)
    {
        (Id, Number, RuleCode, Night) = (id, number, ruleCode, night);
        (RuleName, GroupKey, Subject, GradeReason) = (string.Empty, string.Empty, string.Empty, string.Empty);
    }

    public Guid Id { get; private set; }

    /// <summary>Gets what notices about it are kept under.</summary>
    public string NoticeSubject => NoticeSubjects + Number;

    /// <summary>Gets 编号: the night and the number in it.</summary>
    public string Number { get; private set; }

    public string RuleCode { get; private set; }

    /// <summary>Gets the name that the rule had.</summary>
    public string RuleName { get; private set; }

    /// <summary>Gets the revision of the pack that the rule stood in.</summary>
    public int PackRevision { get; private set; }

    /// <summary>Gets the civil day on which its night begins.</summary>
    public DateOnly Night { get; private set; }

    public AlertGrade Grade { get; private set; }

    /// <summary>Gets why it is not graded as its rule says, as a code of <see cref="GradeReasons"/>; empty where it is.</summary>
    public string GradeReason { get; private set; }

    /// <summary>Gets what makes conditions of one rule and night one message.</summary>
    public string GroupKey { get; private set; }

    /// <summary>Gets 对象: the device, the unit or the street.</summary>
    public string Subject { get; private set; }

    /// <summary>Gets the code of the 街道; null where it is in none.</summary>
    public string? Subdistrict { get; private set; }

    public DateTime RaisedUtc { get; private set; }

    /// <summary>Gets whether the ceiling of the night kept it back: recorded, sent to nobody.</summary>
    public bool IsHeldBack { get; private set; }

    /// <summary>Gets the post that was told; null where nobody was on duty, and where nobody is to be told.</summary>
    public string? ToldPost { get; private set; }

    public AlertState State { get; private set; }

    /// <summary>Gets the post that took it.</summary>
    public string? TakenPost { get; private set; }

    public DateTime? TakenUtc { get; private set; }

    public DateTime? ArrivedUtc { get; private set; }

    public AlertOutcome? Outcome { get; private set; }

    /// <summary>Gets 现场情况.</summary>
    public string? Scene { get; private set; }

    public DateTime? ConcludedUtc { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AlertStep> Steps => _steps;

    /// <summary>Gets whether nobody need do anything any more.</summary>
    public bool IsDone => State >= AlertState.Confirmed;

    internal static Alert Raise(AlertDraft draft, string number, int revision)
    {
        var alert = new Alert(Guid.CreateVersion7(), number, draft.Rule.Code, draft.Night)
        {
            RuleName = draft.Rule.Name,
            PackRevision = revision,
            Grade = draft.Grade,
            GradeReason = draft.GradeReason,
            GroupKey = draft.GroupKey,
            Subject = draft.Subject,
            Subdistrict = draft.Subdistrict,
            RaisedUtc = draft.RaisedUtc,
            IsHeldBack = draft.IsHeldBack,
            ToldPost = draft.IsHeldBack || draft.Grade == AlertGrade.Record ? null : draft.Post,
        };
        alert.Note(AlertMove.Raised, string.Empty, alert.ToldPost, draft.RaisedUtc);
        return alert;
    }

    /// <summary>签收. ALR-002 once somebody took it, ALR-001 for a stale form.</summary>
    public Outcome<Alert> Acknowledge(string post, int version, Actor actor, DateTime atUtc)
    {
        if (Stale(version) is { } stale)
        {
            return stale;
        }

        if (State != AlertState.Waiting)
        {
            return Refusal.Conflict("ALR-002", ("number", Number), ("state", AlertWords.Of(State)));
        }

        if (post.Length is 0 or > LongestPost)
        {
            return Refusal.Invalid("ALR-004", ("most", $"{LongestPost}"));
        }

        (State, TakenPost, TakenUtc) = (AlertState.Acknowledged, post, atUtc);
        return Moved(AlertMove.Acknowledged, actor, post, null, atUtc);
    }

    /// <summary>到场. ALR-002 unless somebody took it.</summary>
    public Outcome<Alert> Arrive(int version, Actor actor, DateTime atUtc)
    {
        if (Stale(version) is { } stale)
        {
            return stale;
        }

        if (State != AlertState.Acknowledged)
        {
            return Refusal.Conflict("ALR-002", ("number", Number), ("state", AlertWords.Of(State)));
        }

        (State, ArrivedUtc) = (AlertState.Checking, atUtc);
        return Moved(AlertMove.Arrived, actor, TakenPost, null, atUtc);
    }

    /// <summary>登记结果. ALR-002 before anybody took it or twice, ALR-003 for a real problem without a word about it.</summary>
    public Outcome<Alert> Conclude(AlertOutcome outcome, string scene, int version, Actor actor, DateTime atUtc)
    {
        if (Stale(version) is { } stale)
        {
            return stale;
        }

        if (State is not (AlertState.Acknowledged or AlertState.Checking))
        {
            return Refusal.Conflict("ALR-002", ("number", Number), ("state", AlertWords.Of(State)));
        }

        if (scene.Length > LongestNote || (scene.Length == 0 && outcome is AlertOutcome.Problem or AlertOutcome.HandedOver))
        {
            return Refusal.Invalid("ALR-003", ("most", $"{LongestNote}"));
        }

        (State, this.Outcome, Scene, ConcludedUtc) = (AlertWords.StateOf(outcome), outcome, scene.Length == 0 ? null : scene, atUtc);
        return Moved(AlertMove.Concluded, actor, TakenPost, AlertWords.Of(outcome), atUtc);
    }

    /// <summary>办结. ALR-002 before there is an outcome.</summary>
    public Outcome<Alert> Settle(int version, Actor actor, DateTime atUtc)
    {
        if (Stale(version) is { } stale)
        {
            return stale;
        }

        if (State is AlertState.Settled || Outcome is null)
        {
            return Refusal.Conflict("ALR-002", ("number", Number), ("state", AlertWords.Of(State)));
        }

        State = AlertState.Settled;
        return Moved(AlertMove.Settled, actor, null, null, atUtc);
    }

    /// <summary>Makes it 立即处置, as its rule says, once what was missing is there.</summary>
    internal void Upgrade(string? post, DateTime atUtc)
    {
        (Grade, GradeReason, ToldPost, IsHeldBack) = (AlertGrade.Immediate, string.Empty, post, false);
        Note(AlertMove.Upgraded, Actor.System.Id, post, atUtc);
    }

    /// <summary>Closes it where nobody has touched it and corrected data say that it never was.</summary>
    internal void Withdraw(DateTime atUtc)
    {
        if (State != AlertState.Waiting)
        {
            Note(AlertMove.Withdrawn, Actor.System.Id, null, atUtc);
            return;
        }

        (State, Outcome, ConcludedUtc) = (AlertState.Settled, AlertOutcome.DataCorrected, atUtc);
        Note(AlertMove.Withdrawn, Actor.System.Id, null, atUtc);
    }

    private Refusal? Stale(int version) => version == Version ? null : Refusal.Conflict("ALR-001", ("number", Number));

    private Alert Moved(AlertMove move, Actor actor, string? post, string? note, DateTime atUtc)
    {
        Note(move, actor.Id, post, atUtc, note);
        return this;
    }

    private void Note(AlertMove move, string by, string? post, DateTime atUtc, string? note = null) => _steps.Add(new(Id, _steps.Count + 1, move, by, post, note, atUtc));

    internal sealed class Mapping : IEntityTypeConfiguration<Alert>
    {
        public void Configure(EntityTypeBuilder<Alert> builder)
        {
            builder.HasKey(alert => alert.Id);
            builder.Property(alert => alert.Id).ValueGeneratedNever();
            builder.Property(alert => alert.Number).HasMaxLength(20);
            builder.HasIndex(alert => alert.Number).IsUnique();
            builder.HasIndex(alert => new { alert.Night, alert.RuleCode, alert.GroupKey });
            builder.HasIndex(alert => alert.State);
            builder.Property(alert => alert.TakenPost).HasMaxLength(LongestPost);
            builder.Property(alert => alert.Scene).HasMaxLength(LongestNote);
            builder.Ignore(alert => alert.IsDone);
            builder.Ignore(alert => alert.NoticeSubject);
            builder.HasMany(alert => alert.Steps).WithOne().HasForeignKey(step => step.AlertId).OnDelete(DeleteBehavior.Restrict);
            builder.Navigation(alert => alert.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

/// <summary>What a new alert says.</summary>
internal sealed record AlertDraft(AlertRule Rule, DateOnly Night, AlertGrade Grade, string GradeReason, string GroupKey, string Subject, string? Subdistrict, DateTime RaisedUtc, bool IsHeldBack, string? Post);

/// <summary>Why an alert is graded lower than its rule says.</summary>
public static class GradeReasons
{
    /// <summary>No second device and no neighbour agrees.</summary>
    public const string Alone = "alone";

    /// <summary>Nobody is on duty.</summary>
    public const string NobodyOnDuty = "nobody";

    /// <summary>The ceiling of 立即处置 was reached that night.</summary>
    public const string Ceiling = "ceiling";

    /// <summary>The data came when the night was long over: nobody can go and look any more.</summary>
    public const string Late = "late";

    /// <summary>Returns the reason in a word or two, for lists; null for none.</summary>
    public static string? InShort(string reason) => reason switch
    {
        Alone => "无印证",
        NobodyOnDuty => "无人值班",
        Ceiling => "达到上限",
        Late => "补判",
        _ => null,
    };

    /// <summary>Returns the reason in words; null for none.</summary>
    public static string? Words(string reason) => reason switch
    {
        Alone => "未得到第二台设备或相邻街道印证",
        NobodyOnDuty => "当时未排值班",
        Ceiling => "已达到当晚立即处置上限",
        Late => "数据晚到，事后补判",
        _ => null,
    };
}

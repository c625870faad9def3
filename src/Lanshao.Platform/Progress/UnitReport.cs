using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Progress;

/// <summary>One unit's return for one task list and period: the entries, and how far they have come from draft to accepted.</summary>
public sealed class UnitReport : IVersioned, ISpanned
{
    /// <summary>Instead of a unit's code: the list is reported as a whole, by whoever keeps it.</summary>
    public const string WholeList = "*";

    private readonly List<ProgressEntry> _entries = [];

    private UnitReport(Guid id, Guid planId, string periodCode, string unitCode)
    {
        Id = id;
        PlanId = planId;
        PeriodCode = periodCode;
        UnitCode = unitCode;
    }

    public Guid Id { get; private set; }

    public Guid PlanId { get; private set; }

    public string PeriodCode { get; private set; }

    /// <summary>Gets the reporting unit's code, its printed name where the pack does not know it, or <see cref="WholeList"/>.</summary>
    public string UnitCode { get; private set; }

    public ReportStep Step { get; private set; }

    /// <summary>Gets whether the unit declared that nothing has moved (零报告).</summary>
    public bool IsNothing { get; private set; }

    /// <summary>Gets the civil day on which the return was first handed in; a return that came back and was handed in again keeps it.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    public string? ReviewedBy { get; private set; }

    public DateTime? ReviewedAtUtc { get; private set; }

    /// <summary>Gets why the return was sent back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Gets how often something was written into it; moves the version when only entries change.</summary>
    public int Writings { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ProgressEntry> Entries => _entries;

    public DateOnly? AffectedFromOn => Period.TryParse(PeriodCode, out var period) ? period.From : null;

    public DateOnly? AffectedToOn => Period.TryParse(PeriodCode, out var period) ? period.To : null;

    private bool IsBlank => Step == ReportStep.Draft && _entries.Count == 0;

    private bool IsOpen => Step is ReportStep.Draft or ReportStep.Returned;

    public static UnitReport Begin(Guid planId, Period period, string unitCode) => new(Guid.CreateVersion7(), planId, period.Code, unitCode);

    /// <summary>Returns the printed state of a return that may not exist yet.</summary>
    public static ReportState StateOf(UnitReport? report, DateOnly dueOn) => report is null || report.IsBlank ? ReportState.NotReported : report.Step switch
    {
        ReportStep.Draft => ReportState.Draft,
        ReportStep.Submitted => ReportState.Submitted,
        ReportStep.Returned => ReportState.Returned,
        _ when report.IsNothing => ReportState.Nothing,
        _ => report.SubmittedOn > dueOn ? ReportState.ReportedLate : ReportState.Reported,
    };

    /// <summary>Writes one measure's progress. An entry without words, answer and verdict is taken out. PRG-004 when the return is out of the unit's hands.</summary>
    public Outcome<UnitReport> Write(Guid measureId, ProgressText text)
    {
        if (!IsOpen)
        {
            return NotOpen();
        }

        var entry = _entries.Find(e => e.MeasureId == measureId);
        if (text.IsEmpty)
        {
            _ = entry is not null && _entries.Remove(entry);
        }
        else if (entry is null)
        {
            _entries.Add(ProgressEntry.Begin(Id, measureId, text));
        }
        else
        {
            entry.Become(text);
        }

        IsNothing = IsNothing && _entries.Count == 0;
        return this;
    }

    /// <summary>Marks that entries were written, so that a form made before is stale.</summary>
    public void Touch() => Writings++;

    /// <summary>Takes over what was read back from a file, whatever state the return is in: it was looked at before it was confirmed, so it is accepted. Taken back to nothing, it was never reported.</summary>
    public void TakeOver(IEnumerable<(Guid MeasureId, ProgressText? Text)> entries, DateOnly receivedOn, Actor actor, DateTime nowUtc)
    {
        Step = ReportStep.Draft;
        Touch();
        foreach (var (measureId, text) in entries)
        {
            Write(measureId, text ?? new(null));
        }

        (SubmittedOn, ReviewedBy, ReviewedAtUtc, ReturnReason) = IsBlank ? ((DateOnly?)null, (string?)null, (DateTime?)null, (string?)null) : (SubmittedOn ?? receivedOn, actor.Id, nowUtc, null);
        Step = IsBlank ? ReportStep.Draft : ReportStep.Accepted;
    }

    /// <summary>Hands the return in. PRG-005 when there is nothing in it and nothing was declared.</summary>
    public Outcome<UnitReport> Submit(bool nothing, DateOnly today)
    {
        if (!IsOpen)
        {
            return NotOpen();
        }

        if (nothing == _entries.Count > 0)
        {
            return Refusal.Invalid(nothing ? "PRG-006" : "PRG-005", ("unit", UnitCode));
        }

        IsNothing = nothing;
        Step = ReportStep.Submitted;
        SubmittedOn ??= today;
        return this;
    }

    /// <summary>Accepts a return that was handed in. PRG-007 in any other state.</summary>
    public Outcome<UnitReport> Accept(Actor actor, DateTime nowUtc)
    {
        if (Step != ReportStep.Submitted)
        {
            return Refusal.Conflict("PRG-007", ("unit", UnitCode));
        }

        (Step, ReviewedBy, ReviewedAtUtc, ReturnReason) = (ReportStep.Accepted, actor.Id, nowUtc, null);
        return this;
    }

    /// <summary>Sends the return back with the reason; an accepted one too, when something must be corrected.</summary>
    public Outcome<UnitReport> Return(string reason, Actor actor, DateTime nowUtc)
    {
        if (Step is not (ReportStep.Submitted or ReportStep.Accepted))
        {
            return Refusal.Conflict("PRG-007", ("unit", UnitCode));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("PRG-008", ("unit", UnitCode));
        }

        if (TypedText.TooLong(TypedText.MostWords, reason) is { } tooLong)
        {
            return tooLong;
        }

        (Step, ReviewedBy, ReviewedAtUtc, ReturnReason) = (ReportStep.Returned, actor.Id, nowUtc, reason.Trim());
        return this;
    }

    private Refusal NotOpen() => Refusal.Conflict("PRG-004", ("unit", UnitCode));

    internal sealed class Mapping : IEntityTypeConfiguration<UnitReport>
    {
        public void Configure(EntityTypeBuilder<UnitReport> builder)
        {
            builder.HasKey(r => r.Id);
            builder.HasIndex(r => new { r.PlanId, r.PeriodCode, r.UnitCode }).IsUnique();
            builder.Property(r => r.PeriodCode).HasMaxLength(22);
            builder.Property(r => r.UnitCode).HasMaxLength(100);
            builder.Property(r => r.ReturnReason).HasMaxLength(500);
            builder.Ignore(r => r.AffectedFromOn);
            builder.Ignore(r => r.AffectedToOn);
            builder.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.ReportId);
            builder.Navigation(r => r.Entries).HasField("_entries").UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

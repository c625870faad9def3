using System.Globalization;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>报送记录: an issued document left the house, when, to whom and how. It names the file and the facts by their digests, so that what left can be told for ever.</summary>
public sealed class Submission : IVersioned
{
    internal const int LongestRecipients = 200;
    internal const int LongestNumber = 60;
    internal const int LongestNote = 500;

    /// <summary>报送方式 that an office uses.</summary>
    public static readonly IReadOnlyList<string> Channels = ["纸质文件", "政务办公系统", "电子邮件", "会议印发", "其他"];

    private readonly List<SubmissionCorrection> _corrections = [];

    private Submission(Guid id, int number, Guid reportId, DateOnly sentOn, string recipients, string channel)
    {
        Id = id;
        Number = number;
        ReportId = reportId;
        SentOn = sentOn;
        Recipients = recipients;
        Channel = channel;
        DocumentNumber = string.Empty;
        Note = string.Empty;
        FileSha256 = string.Empty;
        FactsSha256 = string.Empty;
        RegisteredBy = string.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets 登记号: the number of the registration, from 1.</summary>
    public int Number { get; private set; }

    public Guid ReportId { get; private set; }

    /// <summary>Gets the civil day on which it left.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>Gets to whom, as written.</summary>
    public string Recipients { get; private set; }

    /// <summary>Gets how, one of <see cref="Channels"/>.</summary>
    public string Channel { get; private set; }

    /// <summary>Gets 文号; empty for none.</summary>
    public string DocumentNumber { get; private set; }

    public string Note { get; private set; }

    /// <summary>Gets the file that left.</summary>
    public string FileSha256 { get; private set; }

    /// <summary>Gets the digest of the figures that left in it.</summary>
    public string FactsSha256 { get; private set; }

    public string RegisteredBy { get; private set; }

    public DateTime RegisteredUtc { get; private set; }

    /// <summary>Gets when the registration was taken back; null while it stands.</summary>
    public DateTime? VoidedUtc { get; private set; }

    public string? VoidedBy { get; private set; }

    public string? VoidReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Gets the corrections that were made ready, in order.</summary>
    public IReadOnlyList<SubmissionCorrection> Corrections => _corrections;

    /// <summary>Gets the newest correction; null for none.</summary>
    public SubmissionCorrection? LastCorrection => _corrections.MaxBy(correction => correction.Seq);

    /// <summary>Registers a sending. RPT-060 unless the document was issued, RPT-061 without recipients, RPT-062 for a day before the document was made or after today, RPT-063 for a way that nobody knows, RPT-022 for a note that is too long.</summary>
    internal static Outcome<Submission> Register(Guid id, int number, Report report, SubmissionText text, Actor actor, DateTime nowUtc)
    {
        if (report.Step < DocumentStep.Issued)
        {
            return Refusal.Conflict("RPT-060");
        }

        var (made, today) = (ChinaTime.DayOf(report.MadeAtUtc), ChinaTime.DayOf(nowUtc));
        if (text.SentOn is not { } sentOn || sentOn < made || sentOn > today)
        {
            return Refusal.Invalid("RPT-062", ("from", Text(made)), ("to", Text(today)), ("found", text.SentOn is { } found ? Text(found) : "—"));
        }

        return Objection(text) is { } objection ? objection : new Submission(id, number, report.Id, sentOn, text.Recipients.Trim(), text.Channel)
        {
            DocumentNumber = text.DocumentNumber.Trim(),
            Note = text.Note.Trim(),
            FileSha256 = report.FileSha256,
            FactsSha256 = report.FactsSha256,
            RegisteredBy = actor.Id,
            RegisteredUtc = nowUtc,
        };
    }

    /// <summary>Keeps a correction that was made ready. RPT-066 where the registration was taken back.</summary>
    internal Outcome<SubmissionCorrection> Correct(string fileSha256, string contentSha256, string note, Actor actor, DateTime nowUtc)
    {
        if (VoidedUtc is not null)
        {
            return Refusal.Conflict("RPT-066");
        }

        var correction = SubmissionCorrection.Of(this, fileSha256, contentSha256, note, actor.Id, nowUtc);
        _corrections.Add(correction);
        return correction;
    }

    /// <summary>Takes the registration back; it stays with who, when and why. RPT-066 twice, RPT-065 without a reason.</summary>
    internal Outcome<Submission> Void(string reason, Actor actor, DateTime nowUtc)
    {
        if (VoidedUtc is not null)
        {
            return Refusal.Conflict("RPT-066");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestNote)
        {
            return Refusal.Invalid("RPT-065", ("most", LongestNote.ToString(CultureInfo.InvariantCulture)));
        }

        (VoidedUtc, VoidedBy, VoidReason) = (nowUtc, actor.Id, reason.Trim());
        return this;
    }

    private static Refusal? Objection(SubmissionText text)
    {
        if (string.IsNullOrWhiteSpace(text.Recipients) || text.Recipients.Length > LongestRecipients)
        {
            return Refusal.Invalid("RPT-061", ("most", LongestRecipients.ToString(CultureInfo.InvariantCulture)));
        }

        if (!Channels.Contains(text.Channel))
        {
            return Refusal.Invalid("RPT-063", ("found", text.Channel), ("expected", string.Join('、', Channels)));
        }

        return text.Note.Length > LongestNote || text.DocumentNumber.Length > LongestNumber ? Refusal.Invalid("RPT-022", ("most", LongestNote.ToString(CultureInfo.InvariantCulture))) : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal sealed class Mapping : IEntityTypeConfiguration<Submission>
    {
        public void Configure(EntityTypeBuilder<Submission> builder)
        {
            builder.HasKey(submission => submission.Id);
            builder.Property(submission => submission.Id).ValueGeneratedNever();
            builder.HasIndex(submission => submission.Number).IsUnique();
            builder.HasIndex(submission => submission.ReportId);
            builder.Property(submission => submission.Recipients).HasMaxLength(LongestRecipients);
            builder.Property(submission => submission.Channel).HasMaxLength(20);
            builder.Property(submission => submission.DocumentNumber).HasMaxLength(LongestNumber);
            builder.Property(submission => submission.Note).HasMaxLength(LongestNote);
            builder.Property(submission => submission.FileSha256).HasMaxLength(64);
            builder.Property(submission => submission.FactsSha256).HasMaxLength(64);
            builder.Property(submission => submission.VoidReason).HasMaxLength(LongestNote);
            builder.Ignore(submission => submission.LastCorrection);
            builder.HasMany(submission => submission.Corrections).WithOne().HasForeignKey(correction => correction.SubmissionId);
            builder.Navigation(submission => submission.Corrections).HasField("_corrections").UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

/// <summary>What is registered of a sending.</summary>
/// <param name="SentOn">When it left; null where none was written.</param>
/// <param name="Recipients">To whom.</param>
/// <param name="Channel">How.</param>
/// <param name="DocumentNumber">文号; empty for none.</param>
/// <param name="Note">A remark; empty for none.</param>
public sealed record SubmissionText(DateOnly? SentOn, string Recipients, string Channel, string DocumentNumber, string Note);

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports;

/// <summary>A report as it was rendered: the file under its hash, and the facts that it prints. A later rendering has the next number; none is changed.</summary>
public sealed class Report : IVersioned, ISpanned
{
    /// <summary>版本名称 that an office uses.</summary>
    public static readonly IReadOnlyList<string> VersionNames = ["征求意见稿", "送审稿", "审定稿"];

    private const int LongestSubject = 60;

    private readonly List<Fact> _facts = [];
    private readonly List<ReportMove> _moves = [];

    private Report(Guid id, ReportKind kind, Period period, string subject, int number, string title, string fileSha256, string? contentSha256, string factsSha256, int packRevision, string madeBy, DateTime madeAtUtc)
    {
        Id = id;
        Kind = kind;
        Period = period;
        Subject = subject;
        Number = number;
        Title = title;
        FileSha256 = fileSha256;
        ContentSha256 = contentSha256;
        FactsSha256 = factsSha256;
        PackRevision = packRevision;
        MadeBy = madeBy;
        MadeAtUtc = madeAtUtc;
    }

    public Guid Id { get; private set; }

    public ReportKind Kind { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets what it is about, as <see cref="ReportScope.Subject"/>; empty for the district as a whole.</summary>
    public string Subject { get; private set; }

    /// <summary>Gets which report it is.</summary>
    public ReportScope Scope => new(Kind, Period, Subject);

    /// <summary>Gets the number of the rendering among those of its scope, from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; }

    public string FileSha256 { get; private set; }

    /// <summary>Gets the hash of the stored <see cref="ReportContent"/>; null for renderings of a program that did not keep it.</summary>
    public string? ContentSha256 { get; private set; }

    /// <summary>Gets the digest of all facts, by which the audit chain vouches for them.</summary>
    public string FactsSha256 { get; private set; }

    /// <summary>Gets the pack revision whose tables were printed.</summary>
    public int PackRevision { get; private set; }

    public string MadeBy { get; private set; }

    public DateTime MadeAtUtc { get; private set; }

    public DocumentStep Step { get; private set; }

    /// <summary>Gets 版本名称, one of <see cref="VersionNames"/>; null for none.</summary>
    public string? VersionName { get; private set; }

    /// <summary>Gets the digest over file, content and facts as they were when it was signed; null before.</summary>
    public string? SealSha256 { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Gets the steps that were registered, in order.</summary>
    public IReadOnlyList<ReportMove> Moves => _moves;

    /// <summary>Gets the step that follows; null for the last.</summary>
    public DocumentStep? NextStep => Step < DocumentStep.Archived ? Step + 1 : null;

    /// <summary>Gets whether it can be returned to drafting: it was handed on, and nobody has signed.</summary>
    public bool IsReturnable => Step is > DocumentStep.Drafting and < DocumentStep.SignedOff;

    DateOnly? ISpanned.AffectedFromOn => Period.From;

    DateOnly? ISpanned.AffectedToOn => Period.To;

    /// <summary>Keeps a rendering.</summary>
    /// <param name="scope">Which report it is.</param>
    /// <param name="number">One more than the last rendering of this scope.</param>
    /// <param name="content">What it says.</param>
    /// <param name="packRevision">The pack revision whose tables were printed.</param>
    /// <param name="actor">Who had it made.</param>
    /// <param name="nowUtc">When.</param>
    internal static Report Keep(ReportScope scope, int number, Content content, int packRevision, Actor actor, DateTime nowUtc)
    {
        var digest = DigestOf(content.Facts.Select(fact => fact.Canonical));
        var report = new Report(Guid.CreateVersion7(), scope.Kind, scope.Period, scope.Subject, number, content.Title, content.FileSha256, content.ContentSha256, digest, packRevision, actor.Id, nowUtc);
        report._facts.AddRange(content.Facts.Select((fact, index) => Fact.Of(report.Id, index + 1, fact, nowUtc)));
        return report;
    }

    /// <summary>Returns the digest of facts as they are stored; compared with <see cref="FactsSha256"/> it says whether they are as they were.</summary>
    public static string DigestOf(IEnumerable<Fact> facts) => DigestOf(facts.OrderBy(fact => fact.Seq).Select(fact => fact.Canonical));

    /// <summary>Takes the next step. Signing seals file, content and facts. RPT-021 after the last step, RPT-022 for a note that is too long.</summary>
    internal Outcome<Report> Advance(string note, Actor actor, DateTime nowUtc)
    {
        if (NextStep is not { } next)
        {
            return Refusal.Conflict("RPT-021");
        }

        return Move(next, note, actor, nowUtc).Then<Report>(moved =>
        {
            SealSha256 = next == DocumentStep.SignedOff ? Seal() : SealSha256;
            return moved;
        });
    }

    /// <summary>Sends the document back to drafting. RPT-023 in a state that cannot go back, RPT-024 without a reason.</summary>
    internal Outcome<Report> Return(string reason, Actor actor, DateTime nowUtc)
    {
        if (!IsReturnable)
        {
            return Refusal.Conflict("RPT-023");
        }

        return string.IsNullOrWhiteSpace(reason) ? Refusal.Invalid("RPT-024") : Move(DocumentStep.Drafting, reason, actor, nowUtc);
    }

    /// <summary>Gives the version its name. RPT-025 for a name that is not one of <see cref="VersionNames"/>, RPT-027 once it is signed.</summary>
    internal Outcome<Report> Rename(string? name)
    {
        if (Step >= DocumentStep.SignedOff)
        {
            return Refusal.Conflict("RPT-027");
        }

        if (name is not null && !VersionNames.Contains(name))
        {
            return Refusal.Invalid("RPT-025", ("found", name), ("expected", string.Join('、', VersionNames)));
        }

        VersionName = name;
        return this;
    }

    /// <summary>Returns the digest that signing keeps.</summary>
    internal string Seal() => DigestOf([FileSha256, ContentSha256 ?? string.Empty, FactsSha256]);

    private Outcome<Report> Move(DocumentStep to, string note, Actor actor, DateTime nowUtc)
    {
        if (note.Length > ReportMove.LongestNote)
        {
            return Refusal.Invalid("RPT-022", ("most", ReportMove.LongestNote.ToString(CultureInfo.InvariantCulture)));
        }

        _moves.Add(ReportMove.Of(this, to, note.Trim(), actor.Id, nowUtc));
        Step = to;
        return this;
    }

    private static string DigestOf(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    /// <summary>What a rendering says.</summary>
    /// <param name="Title">Its title.</param>
    /// <param name="FileSha256">Its file.</param>
    /// <param name="ContentSha256">Its content, word by word.</param>
    /// <param name="Facts">Its facts in the order of print.</param>
    internal sealed record Content(string Title, string FileSha256, string ContentSha256, IReadOnlyList<FactDraft> Facts);

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> builder)
        {
            builder.HasKey(report => report.Id);
            builder.Property(report => report.Id).ValueGeneratedNever();
            builder.HasIndex(report => new { report.Kind, report.Period, report.Subject, report.Number }).IsUnique();
            builder.Property(report => report.Subject).HasMaxLength(LongestSubject);
            builder.Ignore(report => report.Scope);
            builder.Property(report => report.Title).HasMaxLength(200);
            builder.Property(report => report.FileSha256).HasMaxLength(64);
            builder.Property(report => report.ContentSha256).HasMaxLength(64);
            builder.Property(report => report.FactsSha256).HasMaxLength(64);
            builder.Property(report => report.SealSha256).HasMaxLength(64);
            builder.Property(report => report.VersionName).HasMaxLength(20);
            builder.Ignore(report => report.NextStep);
            builder.Ignore(report => report.IsReturnable);
            builder.HasMany(report => report.Facts).WithOne().HasForeignKey(fact => fact.ReportId);
            builder.Navigation(report => report.Facts).HasField("_facts").UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.HasMany(report => report.Moves).WithOne().HasForeignKey(move => move.ReportId);
            builder.Navigation(report => report.Moves).HasField("_moves").UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

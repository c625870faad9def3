using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Reports;

/// <summary>A report as it was rendered: the file under its hash, and the facts that it prints. A later rendering has the next number; none is changed.</summary>
public sealed class Report : ISpanned
{
    private readonly List<Fact> _facts = [];

    private Report(Guid id, ReportKind kind, Period period, int number, string title, string fileSha256, string factsSha256, int packRevision, string madeBy, DateTime madeAtUtc)
    {
        Id = id;
        Kind = kind;
        Period = period;
        Number = number;
        Title = title;
        FileSha256 = fileSha256;
        FactsSha256 = factsSha256;
        PackRevision = packRevision;
        MadeBy = madeBy;
        MadeAtUtc = madeAtUtc;
    }

    public Guid Id { get; private set; }

    public ReportKind Kind { get; private set; }

    public Period Period { get; private set; }

    /// <summary>Gets the number of the rendering among those of its kind and period, from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; }

    public string FileSha256 { get; private set; }

    /// <summary>Gets the digest of all facts, by which the audit chain vouches for them.</summary>
    public string FactsSha256 { get; private set; }

    /// <summary>Gets the pack revision whose tables were printed.</summary>
    public int PackRevision { get; private set; }

    public string MadeBy { get; private set; }

    public DateTime MadeAtUtc { get; private set; }

    public IReadOnlyList<Fact> Facts => _facts;

    DateOnly? ISpanned.AffectedFromOn => Period.From;

    DateOnly? ISpanned.AffectedToOn => Period.To;

    /// <summary>Keeps a rendering.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="period">Which span it covers.</param>
    /// <param name="number">One more than the last rendering of this kind and period.</param>
    /// <param name="content">What it says.</param>
    /// <param name="packRevision">The pack revision whose tables were printed.</param>
    /// <param name="actor">Who had it made.</param>
    /// <param name="nowUtc">When.</param>
    internal static Report Keep(ReportKind kind, Period period, int number, Content content, int packRevision, Actor actor, DateTime nowUtc)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', content.Facts.Select(fact => fact.Canonical)))));
        var report = new Report(Guid.CreateVersion7(), kind, period, number, content.Title, content.FileSha256, digest, packRevision, actor.Id, nowUtc);
        report._facts.AddRange(content.Facts.Select((fact, index) => Fact.Of(report.Id, index + 1, fact)));
        return report;
    }

    /// <summary>What a rendering says.</summary>
    /// <param name="Title">Its title.</param>
    /// <param name="FileSha256">Its file.</param>
    /// <param name="Facts">Its facts in the order of print.</param>
    internal sealed record Content(string Title, string FileSha256, IReadOnlyList<FactDraft> Facts);

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> builder)
        {
            builder.HasKey(report => report.Id);
            builder.Property(report => report.Id).ValueGeneratedNever();
            builder.HasIndex(report => new { report.Kind, report.Period, report.Number }).IsUnique();
            builder.Property(report => report.Title).HasMaxLength(200);
            builder.Property(report => report.FileSha256).HasMaxLength(64);
            builder.Property(report => report.FactsSha256).HasMaxLength(64);
            builder.HasMany(report => report.Facts).WithOne().HasForeignKey(fact => fact.ReportId);
            builder.Navigation(report => report.Facts).HasField("_facts").UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

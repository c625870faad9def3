using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>One file on its way into a room: previewed, then applied or discarded; what was applied can be undone.</summary>
public sealed class ImportBatch : IVersioned
{
    private ImportBatch(Guid id, string kind, string target, string title, string fileSha256, string fileName, DateTime previewedUtc, string previewedBy)
    {
        Id = id;
        Kind = kind;
        Target = target;
        Title = title;
        FileSha256 = fileSha256;
        FileName = fileName;
        PreviewedUtc = previewedUtc;
        PreviewedBy = previewedBy;
    }

    public Guid Id { get; private set; }

    /// <summary>Gets the code of the <see cref="ImportKind"/>.</summary>
    public string Kind { get; private set; }

    /// <summary>Gets what the file is about (a plan's list, an agency's month): files of one target correct each other.</summary>
    public string Target { get; private set; }

    /// <summary>Gets what people call it.</summary>
    public string Title { get; private set; }

    public string FileSha256 { get; private set; }

    public string FileName { get; private set; }

    public ImportState State { get; private set; }

    public DateTime PreviewedUtc { get; private set; }

    public string PreviewedBy { get; private set; }

    public DateTime? AppliedUtc { get; private set; }

    public string? AppliedBy { get; private set; }

    /// <summary>Gets when the batch was undone or discarded.</summary>
    public DateTime? EndedUtc { get; private set; }

    public string? EndedBy { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Removed { get; private set; }

    public int Unchanged { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>Gets the digest of all staged rows, which binds them to the audit chain.</summary>
    public string RowsSha256 { get; private set; } = string.Empty;

    /// <summary>Gets the findings about the file as a whole; those about a row stand beside the row.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public int Version { get; private set; }

    /// <summary>Gets whether applying would change anything.</summary>
    public bool ChangesSomething => Added + Changed + Removed > 0;

    internal static ImportBatch Preview(ImportKind kind, ImportSource source, string target, string title, Actor actor, DateTime atUtc) =>
        new(Guid.CreateVersion7(), kind.Code, target, title, source.File.Sha256, source.File.Name, atUtc, actor.Id);

    internal void Hold(IReadOnlyList<ImportRow> rows, IReadOnlyList<Finding> findings)
    {
        Added = rows.Count(r => r.Action == ImportAction.Add);
        Changed = rows.Count(r => r.Action == ImportAction.Change);
        Removed = rows.Count(r => r.Action == ImportAction.Remove);
        Unchanged = rows.Count(r => r.Action == ImportAction.Unchanged);
        Rejected = rows.Count(r => r.Action == ImportAction.Reject);
        RowsSha256 = ImportRow.Digest(rows);
        Findings = findings;
    }

    internal Outcome<ImportBatch> Apply(Actor actor, DateTime atUtc)
    {
        if (State != ImportState.Previewed)
        {
            return NotIn(ImportState.Previewed);
        }

        (State, AppliedUtc, AppliedBy) = (ImportState.Applied, atUtc, actor.Id);
        return this;
    }

    internal Outcome<ImportBatch> Undo(Actor actor, DateTime atUtc) => End(ImportState.Applied, ImportState.Undone, actor, atUtc);

    internal Outcome<ImportBatch> Discard(Actor actor, DateTime atUtc) => End(ImportState.Previewed, ImportState.Discarded, actor, atUtc);

    private Outcome<ImportBatch> End(ImportState from, ImportState to, Actor actor, DateTime atUtc)
    {
        if (State != from)
        {
            return NotIn(from);
        }

        (State, EndedUtc, EndedBy) = (to, atUtc, actor.Id);
        return this;
    }

    private Refusal NotIn(ImportState expected) => Refusal.Conflict("IMP-004", ("expected", expected.ToString()), ("found", State.ToString()));

    internal sealed class Mapping : IEntityTypeConfiguration<ImportBatch>
    {
        public void Configure(EntityTypeBuilder<ImportBatch> builder)
        {
            builder.HasKey(b => b.Id);
            builder.Ignore(b => b.ChangesSomething);
            builder.Property(b => b.Findings).HasConversion<StagedFindings, StagedFindings.Comparer>();
            builder.HasIndex(b => new { b.Kind, b.Target, b.State });
            builder.HasIndex(b => new { b.Kind, b.FileSha256 });
        }
    }
}

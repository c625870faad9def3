using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation.Staging;

/// <summary>One row of a file beside what applying it does. Vouched for by its batch's digest, hence not in the feed one by one.</summary>
public sealed class ImportRow : IUnrecorded
{
    internal ImportRow(Guid batchId, int seq, string position, string key, string raw, ImportAction action, string? before, string? after, IReadOnlyList<Finding> findings)
    {
        BatchId = batchId;
        Seq = seq;
        Position = position;
        Key = key;
        Raw = raw;
        Action = action;
        Before = before;
        After = after;
        Findings = findings;
    }

    public Guid BatchId { get; private set; }

    /// <summary>Gets the row's place in the batch, from 1.</summary>
    public int Seq { get; private set; }

    /// <summary>Gets where the row stands in the file, as people say it (附件2 第12行).</summary>
    public string Position { get; private set; }

    /// <summary>Gets what the row is about inside the target; empty for a row that could not be read.</summary>
    public string Key { get; private set; }

    /// <summary>Gets the cells as they were written, a JSON array of strings.</summary>
    public string Raw { get; private set; }

    public ImportAction Action { get; private set; }

    /// <summary>Gets what the store held when the row was previewed, as JSON; null for an addition.</summary>
    public string? Before { get; private set; }

    /// <summary>Gets what the file says, as JSON; null for a rejected row and for a removal.</summary>
    public string? After { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; }

    /// <summary>Gets in which cell each part of the row stands, in the room's own form; null where the room does not say.</summary>
    public string? SourceCells { get; internal init; }

    /// <summary>Returns what the file says as the room's own record.</summary>
    public TRow? AfterAs<TRow>()
        where TRow : class => StagedJson.Read<TRow>(After);

    /// <summary>Returns what the store held as the room's own record.</summary>
    public TRow? BeforeAs<TRow>()
        where TRow : class => StagedJson.Read<TRow>(Before);

    /// <summary>Returns the cells as they were written.</summary>
    public IReadOnlyList<string> Cells() => StagedJson.Read<string[]>(Raw) ?? [];

    internal static string Digest(IEnumerable<ImportRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            object?[] cells = row.SourceCells is null ? [] : [row.SourceCells];
            hash.AppendData(Encoding.UTF8.GetBytes(StagedJson.Write<object?[]>([row.Seq, row.Position, row.Key, row.Raw, row.Action, row.Before, row.After, row.Findings, .. cells]) + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ImportRow>
    {
        public void Configure(EntityTypeBuilder<ImportRow> builder)
        {
            builder.HasKey(r => new { r.BatchId, r.Seq });
            builder.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(r => r.Findings).HasConversion<StagedFindings, StagedFindings.Comparer>();
            builder.HasIndex(r => new { r.BatchId, r.Action, r.Seq });
            builder.HasIndex(r => new { r.Key, r.BatchId });
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation;

/// <summary>One link of the audit chain: who did what to which record, bound by a hash to everything before it.</summary>
public sealed class AuditEntry
{
    /// <summary>What the first link follows.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry(long seq, DateTime atUtc, string actor, string action, string room, string kind, string key, string content, string previousHash, string hash)
    {
        Seq = seq;
        AtUtc = atUtc;
        Actor = actor;
        Action = action;
        Room = room;
        Kind = kind;
        Key = key;
        Content = content;
        PreviousHash = previousHash;
        Hash = hash;
    }

    public long Seq { get; private set; }

    public DateTime AtUtc { get; private set; }

    /// <summary>Gets the id of who did it.</summary>
    public string Actor { get; private set; }

    /// <summary>Gets the use case.</summary>
    public string Action { get; private set; }

    public string Room { get; private set; }

    public string Kind { get; private set; }

    public string Key { get; private set; }

    /// <summary>Gets the change in canonical form: members sorted, milliseconds, millionths.</summary>
    public string Content { get; private set; }

    public string PreviousHash { get; private set; }

    /// <summary>Gets the SHA-256 over the previous hash and all members, each with its length before it; lower-case hex.</summary>
    public string Hash { get; private set; }

    /// <summary>Gets whether the link's own hash is right.</summary>
    public bool IsIntact => Hash == Digest(PreviousHash, Seq, AtUtc, [Actor, Action, Room, Kind, Key, Content]);

    internal static AuditEntry Follow(long seq, string previousHash, DateTime atUtc, string actor, string action, string room, string kind, string key, string content) =>
        new(seq, atUtc, actor, action, room, kind, key, content, previousHash, Digest(previousHash, seq, atUtc, [actor, action, room, kind, key, content]));

    private static string Digest(string previousHash, long seq, DateTime atUtc, ReadOnlySpan<string> members)
    {
        var milliseconds = (atUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        var text = new StringBuilder(previousHash).Append('\n').Append(CultureInfo.InvariantCulture, $"{seq}\n{milliseconds}\n");
        foreach (var member in members)
        {
            text.Append(CultureInfo.InvariantCulture, $"{member.Length}:{member}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.HasKey(a => a.Seq);
            builder.Property(a => a.Seq).ValueGeneratedNever();
            builder.HasIndex(a => new { a.Room, a.Kind, a.Key, a.Seq });
            builder.Ignore(a => a.IsIntact);
        }
    }
}

using System.Text.Json;

namespace Lanshao.Platform.Storage.Backup;

/// <summary>What a backup says about itself: every file with its hash, and where the audit chain stood.</summary>
/// <param name="Format">The form of the archive; this program writes and reads 1.</param>
/// <param name="Program">The version that wrote it.</param>
/// <param name="TakenUtc">When.</param>
/// <param name="AuditLinks">Links of the audit chain.</param>
/// <param name="AuditHead">The hash of the last link.</param>
/// <param name="Files">Everything in the archive but this.</param>
internal sealed record BackupManifest(int Format, string Program, DateTime TakenUtc, long AuditLinks, string AuditHead, IReadOnlyList<BackupFile> Files)
{
    public const int CurrentFormat = 1;
    public const string EntryName = "manifest.json";
    public const string DatabaseName = "lanshao.db";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>Reads a manifest; null when it is none of ours.</summary>
    public static BackupManifest? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(bytes, JsonSerializerOptions.Web) is { Format: CurrentFormat, Files: not null, AuditHead: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One file of a backup.</summary>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);

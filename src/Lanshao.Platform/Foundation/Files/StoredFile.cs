using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lanshao.Platform.Foundation.Files;

/// <summary>Content that lies in the data folder under its hash. The name is a label for people; no path is made from it.</summary>
public sealed class StoredFile
{
    private StoredFile(string sha256, long lengthBytes, string mediaType, string name, DateTime storedUtc, string storedBy)
    {
        Sha256 = sha256;
        LengthBytes = lengthBytes;
        MediaType = mediaType;
        Name = name;
        StoredUtc = storedUtc;
        StoredBy = storedBy;
    }

    /// <summary>Gets the SHA-256 of the content, lower-case hex: the key.</summary>
    public string Sha256 { get; private set; }

    public long LengthBytes { get; private set; }

    public string MediaType { get; private set; }

    /// <summary>Gets the name under which the content first arrived.</summary>
    public string Name { get; private set; }

    public DateTime StoredUtc { get; private set; }

    /// <summary>Gets the id of who brought it.</summary>
    public string StoredBy { get; private set; }

    internal static StoredFile Of(IncomingFile file, string mediaType, Actor actor, DateTime atUtc) =>
        new(file.Sha256, file.Bytes.Length, mediaType, file.Name, atUtc, actor.Id);

    internal sealed class Mapping : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder) => builder.HasKey(f => f.Sha256);
    }
}

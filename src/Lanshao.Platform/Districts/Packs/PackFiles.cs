using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>All files of a pack, ordered by path, with one digest over paths and bytes.</summary>
public sealed class PackFiles
{
    private readonly Dictionary<string, PackFile> _byPath;
    private readonly Lazy<string> _contentHash;   // a verb that only wants names does not pay for it

    public PackFiles(IEnumerable<PackFile> files)
    {
        All = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
        _byPath = All.ToDictionary(file => file.Path, StringComparer.Ordinal);
        _contentHash = new(() => Digest(All));
    }

    public IReadOnlyList<PackFile> All { get; }

    /// <summary>Gets the SHA-256 of the whole pack, lower-case hex.</summary>
    public string ContentHash => _contentHash.Value;

    public PackFile? Find(string path) => _byPath.GetValueOrDefault(path);

    private static string Digest(IReadOnlyList<PackFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path));
            BinaryPrimitives.WriteInt64BigEndian(length, file.Content.Length);
            hash.AppendData(length);
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.IO.Compression;

namespace Lanshao.Documents.Guard;

/// <summary>An archive from outside with its rules held: no entry leads out of it, is a link or has the name of another; sizes are counted as they come.</summary>
public sealed class GuardedArchive : IDisposable
{
    private const int UnixFileTypeMask = 0xF000;
    private const int UnixLink = 0xA000;
    private readonly ZipArchive _zip;
    private readonly ReadingBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private GuardedArchive(ZipArchive zip, ReadingBudget budget)
    {
        _zip = zip;
        _budget = budget;
    }

    /// <summary>The names of the entries, folders excepted, with <c>/</c> between folders.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>Opens an archive that is too large for memory, such as a backup, and holds it against the rules; nothing is unpacked yet.</summary>
    /// <param name="bytes">The archive, which can be sought in; closed with this object.</param>
    /// <param name="name">The archive's name: a label.</param>
    /// <param name="limits">What the archive may cost.</param>
    /// <param name="ct">Stops the reading, now and later.</param>
    /// <returns>The archive; dispose it.</returns>
    /// <exception cref="DocumentRefusedException">It is no archive, or breaks a rule.</exception>
    public static GuardedArchive Open(Stream bytes, string name, DocumentLimits limits, CancellationToken ct) => Open(bytes, name, new ReadingBudget(limits, ct));

    /// <summary>Opens an archive and holds it against the rules; nothing is unpacked yet.</summary>
    internal static GuardedArchive Open(Stream bytes, string name, ReadingBudget budget) => Foreign.Read(name, () =>
    {
        var archive = new GuardedArchive(new ZipArchive(bytes, ZipArchiveMode.Read), budget);
        archive.TakeEntries();
        return archive;
    });

    /// <summary>Returns whether the archive has the entry.</summary>
    /// <param name="name">The entry's name; letter case does not count.</param>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>Opens an entry for reading; its size, ratio and check sum are watched while it is read.</summary>
    /// <param name="name">The entry's name; letter case does not count.</param>
    /// <returns>The unpacked bytes; <see langword="null"/> where there is no such entry.</returns>
    public Stream? Open(string name) => OpenEntry(name);

    /// <summary>Reads an entry whole.</summary>
    /// <param name="name">The entry's name; letter case does not count.</param>
    /// <returns>The unpacked bytes; <see langword="null"/> where there is no such entry.</returns>
    public byte[]? ReadAll(string name) => Foreign.Read(name, () =>
    {
        using var entry = OpenEntry(name);
        if (entry is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        _budget.KeepBytes(bytes.Length);
        return bytes.ToArray();
    });

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    internal GuardedXml? OpenXml(string name) =>
        OpenEntry(name) is { } entry ? new GuardedXml(entry, name, _budget) : null;

    internal static void CheckRatio(string name, long length, long packedLength, DocumentLimits limits)
    {
        if (length > limits.EntryRatioFromBytes && length / limits.EntryRatio > packedLength)
        {
            throw Refuse.Limit(DocumentCodes.LimitEntryRatio, limits.EntryRatio, length / Math.Max(1, packedLength), name);
        }
    }

    private GuardedEntryStream? OpenEntry(string name) =>
        _entries.TryGetValue(name, out var entry)
            ? Foreign.Read(name, () => new GuardedEntryStream(entry.Open(), name, entry.CompressedLength, entry.Crc32, _budget))
            : null;

    private void TakeEntries()
    {
        var limits = _budget.Limits;
        if (_zip.Entries.Count > limits.Entries)
        {
            throw Refuse.Limit(DocumentCodes.LimitEntries, limits.Entries, _zip.Entries.Count);
        }

        var declared = 0L;
        foreach (var entry in _zip.Entries)
        {
            Take(entry);
            declared += Math.Min(entry.Length, limits.UnpackedBytes + 1);
            CheckRatio(entry.FullName, entry.Length, entry.CompressedLength, limits);
        }

        if (declared > limits.UnpackedBytes)
        {
            throw Refuse.Limit(DocumentCodes.LimitUnpackedBytes, limits.UnpackedBytes, declared);
        }
    }

    private void Take(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        CheckName(name);
        if (((entry.ExternalAttributes >> 16) & UnixFileTypeMask) == UnixLink)
        {
            throw Refuse.Because(DocumentCodes.EntryLink, null, ("entry", name));
        }

        if (entry.IsEncrypted)
        {
            throw Refuse.Because(DocumentCodes.Encrypted);
        }

        if (!name.EndsWith('/') && !_entries.TryAdd(name, entry))
        {
            throw Refuse.Because(DocumentCodes.EntryRepeated, null, ("entry", name));
        }
    }

    private static void CheckName(string name)
    {
        var isAbsolute = name.StartsWith('/') || (name.Length > 1 && name[1] == ':');
        var leadsUp = name.Split('/').Any(segment => segment.Trim() == "..");
        if (name.Length == 0 || isAbsolute || leadsUp || name.AsSpan().ContainsAnyInRange('\0', '\u001F'))
        {
            throw Refuse.Because(DocumentCodes.EntryPath, null, ("entry", name));
        }
    }
}

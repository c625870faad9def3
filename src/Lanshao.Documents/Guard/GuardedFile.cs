using System.Security.Cryptography;
using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Guard;

/// <summary>A file from outside: the one door. Its size is bounded before it is in memory, its format is told by its content, and what reading it costs is counted.</summary>
public sealed class GuardedFile : IDisposable
{
    private const int FirstBuffer = 128 * 1024;
    private readonly byte[] _bytes;
    private readonly int _length;

    private GuardedFile(byte[] bytes, int length, string name, ReadingBudget budget)
    {
        _bytes = bytes;
        _length = length;
        Budget = budget;
        var format = ContentFormat.Recognise(Bytes.Span, name);
        Archive = format is null ? GuardedArchive.Open(OpenBytes(), name, budget) : null;
        Source = new SourceFile(name, Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)), format ?? PackageFormat.Recognise(Archive!), length);
    }

    /// <summary>The file, identified by its content.</summary>
    public SourceFile Source { get; }

    /// <summary>The file's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>The archive that a .docx or .xlsx file is; <see langword="null"/> for text.</summary>
    public GuardedArchive? Archive { get; }

    internal ReadingBudget Budget { get; }

    /// <summary>Takes a file in: reads it to its end, recognises it by its content and refuses what is not read here.</summary>
    /// <param name="file">The file's content; left open.</param>
    /// <param name="name">The file's name: a label. It decides only between .txt and .csv, whose content is plain text in both.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the reading, now and later.</param>
    /// <returns>The file, ready to be read; dispose it.</returns>
    /// <exception cref="DocumentRefusedException">The file is too large, empty, or of a format that is not read.</exception>
    public static GuardedFile Open(Stream file, string name, DocumentLimits? limits = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        var budget = new ReadingBudget(limits ?? DocumentLimits.Default, ct);
        var (bytes, length) = Foreign.Read(name, () => ReadBounded(file, budget));
        return new GuardedFile(bytes, length, name, budget);
    }

    /// <inheritdoc/>
    public void Dispose() => Archive?.Dispose();

    /// <summary>Opens the content of a text or CSV file; a packed one is unpacked as it is read, up to a total of its own.</summary>
    internal Stream OpenContent() =>
        Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new PackedStream(Bytes, OpenBytes, Source.Name, Budget) : OpenBytes();

    internal MemoryStream OpenBytes() => new(_bytes, 0, _length, writable: false);

    private static (byte[] Bytes, int Length) ReadBounded(Stream file, ReadingBudget budget)
    {
        var limit = budget.Limits.FileBytes;
        var known = file.CanSeek ? file.Length - file.Position : FirstBuffer;
        CheckSize(known, limit, file.CanSeek);
        var bytes = new byte[Math.Min(known, limit) + 1];
        var length = 0;
        for (int read; (read = file.Read(bytes, length, bytes.Length - length)) > 0;)
        {
            length += read;
            CheckSize(length, limit, isKnown: true);
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(2L * length, limit + 1));
            }

            budget.Look();
        }

        return (bytes, length);
    }

    private static void CheckSize(long length, long limit, bool isKnown)
    {
        if (isKnown && length > limit)
        {
            throw Refuse.Limit(DocumentCodes.LimitFileBytes, limit, length);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lanshao.Platform.Foundation.Files;

/// <summary>A file from outside, in memory until a use case has looked at it: what is refused (a secrecy marking, a broken archive) never reaches the disk.</summary>
public sealed class IncomingFile
{
    private const int MostNameCharacters = 200;

    private IncomingFile(string name, byte[] bytes)
    {
        Name = Label(name);
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>Gets the name as a label: without folders and control characters, 200 characters at most.</summary>
    public string Name { get; }

    public byte[] Bytes { get; }

    /// <summary>Gets the SHA-256 of the content, lower-case hex.</summary>
    public string Sha256 { get; }

    public static IncomingFile Of(string name, byte[] bytes) => new(name, bytes);

    /// <summary>Reads a stream to its end, stopping at the limit before it is crossed.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="name">The name that it came with.</param>
    /// <param name="limitBytes">Most bytes.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The file, or IMP-007 when it is larger than the limit.</returns>
    public static async Task<Outcome<IncomingFile>> ReadAsync(Stream stream, string name, long limitBytes, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (content.Length + read > limitBytes)
            {
                return Refusal.Unreadable("IMP-007", ("file", Label(name)), ("expected", string.Create(CultureInfo.InvariantCulture, $"{limitBytes >> 20} MB")));
            }

            content.Write(buffer, 0, read);
        }

        return new IncomingFile(name, content.ToArray());
    }

    /// <summary>Reads a file of this machine.</summary>
    /// <returns>The file, IMP-007 when it is larger than the limit, or IMP-008 when it cannot be opened.</returns>
    public static async Task<Outcome<IncomingFile>> ReadAsync(string path, long limitBytes, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return await ReadAsync(stream, Path.GetFileName(path), limitBytes, ct);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Refusal.Unreadable("IMP-008", ("file", path), ("reason", denied.Message));
        }
    }

    private static string Label(string name)
    {
        var last = name.AsSpan(name.LastIndexOfAny(['/', '\\']) + 1);
        var label = new StringBuilder(Math.Min(last.Length, MostNameCharacters));
        foreach (var rune in last.EnumerateRunes())
        {
            if (label.Length + rune.Utf16SequenceLength > MostNameCharacters)
            {
                break;
            }

            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                label.Append(rune.ToString());
            }
        }

        return label.ToString().Trim() is { Length: > 0 } text and not "." and not ".." ? text : "未命名";
    }
}

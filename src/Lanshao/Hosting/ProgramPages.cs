using System.Globalization;
using System.Runtime.InteropServices;

namespace Lanshao.Hosting;

/// <summary>The pages of program files that a process has touched. They stay counted as its own long after the start or a burst that needed them, though the files hold them all.</summary>
internal static class ProgramPages
{
    // Linux's MADV_DONTNEED. MADV_PAGEOUT leaves alone what another process has mapped too, which is most of it where two processes of this program run.
    private const int NotNeeded = 4;

    private const string NoneOfItsOwn = "0 kB";

    // A library that the loader is just at work on looks for a moment like one that nobody writes to: only what was there at the look before counts.
    private static HashSet<string> _settled = new(StringComparer.Ordinal);

    /// <summary>Remembers which libraries are there.</summary>
    public static void Look() => _settled = File.ReadLines("/proc/self/maps").Select(ReadOnly).OfType<string[]>().Select(mapping => mapping[^1]).Where(IsLibrary).ToHashSet(StringComparer.Ordinal);

    /// <summary>Lets go of them. What is used again comes back out of the system's cache, sixteen pages at a time and in microseconds.</summary>
    /// <remarks>Only of mappings that nobody can write to and that hold no page of their own, of files whose loading has ended: a library that was there at the look before, or an assembly that the runtime has published. Nothing can get lost there.</remarks>
    public static void LetGo()
    {
        var files = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).Select(assembly => assembly.Location).Concat(_settled).ToHashSet(StringComparer.Ordinal);
        string[]? mapping = null;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            // A mapping's own line begins with its address in small letters, the lines of its figures with a name.
            if (char.IsAsciiHexDigitLower(line[0]) || char.IsAsciiDigit(line[0]))
            {
                mapping = ReadOnly(line) is { } read && files.Contains(read[^1]) ? read : null;
            }
            else if (mapping is not null && line.StartsWith("Anonymous:", StringComparison.Ordinal) && line["Anonymous:".Length..].Trim() == NoneOfItsOwn)
            {
                LetGo(mapping[0]);
            }
        }

        Look();
    }

    /// <summary>Returns address, rights, offset, device, number and file of a mapping; null where it has no file or may be written to.</summary>
    private static string[]? ReadOnly(string line) =>
        line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [_, ['r', '-', _, _], _, _, _, _] mapping ? mapping : null;

    private static bool IsLibrary(string file) => file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal);

    private static void LetGo(string addresses)
    {
        var dash = addresses.IndexOf('-', StringComparison.Ordinal);
        var from = ulong.Parse(addresses.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var to = ulong.Parse(addresses.AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _ = Advise((nuint)from, (nuint)(to - from), NotNeeded);
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nuint address, nuint length, int advice);
}

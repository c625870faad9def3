using System.Globalization;
using System.Runtime.InteropServices;

namespace Lanshao.Hosting;

/// <summary>The pages of program files that a process has touched. They stay counted as its own long after the start or a burst that needed them, though the files hold them all.</summary>
internal static class ProgramPages
{
    // Linux's MADV_DONTNEED. MADV_PAGEOUT leaves alone what another process has mapped too, which is most of it where two processes of this program run.
    private const int NotNeeded = 4;

    private const string NoneOfItsOwn = "0 kB";

    /// <summary>Lets go of them. What is used again comes back out of the system's cache, sixteen pages at a time and in microseconds.</summary>
    /// <remarks>Only of mappings that nobody can write to and that hold no page of their own, of files whose loading has ended: a library that the loader has made readable only, or an assembly that the runtime has published. Nothing can get lost there.</remarks>
    public static void LetGo()
    {
        var assemblies = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic).Select(assembly => assembly.Location).ToHashSet(StringComparer.Ordinal);
        using var lines = new StreamReader("/proc/self/smaps");
        string[]? mapping = null;
        while (lines.ReadLine() is { } line)
        {
            // A mapping's own line begins with its address in small letters, the lines of its figures with a name.
            if (char.IsAsciiHexDigitLower(line[0]) || char.IsAsciiDigit(line[0]))
            {
                mapping = ProgramFile(line, assemblies);
            }
            else if (mapping is not null && line.StartsWith("Anonymous:", StringComparison.Ordinal) && line["Anonymous:".Length..].Trim() == NoneOfItsOwn)
            {
                LetGo(mapping[0]);
            }
        }
    }

    /// <summary>Returns address, rights, offset, device, number and name of a mapping; null where it is none of a program file that only is read.</summary>
    private static string[]? ProgramFile(string line, HashSet<string> assemblies) =>
        line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [_, ['r', '-', _, _], _, _, _, { } file] mapping
        && (assemblies.Contains(file) || file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal))
            ? mapping
            : null;

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

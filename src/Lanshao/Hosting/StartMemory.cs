using System.Runtime.InteropServices;
using Lanshao.Platform.Storage;

namespace Lanshao.Hosting;

/// <summary>Gives back what only the start needed. A first start reads and writes a whole district; afterwards neither the collector nor the C library would let go of that by themselves for a long time.</summary>
internal static class StartMemory
{
    public static void GiveBack(Store store)
    {
        store.Release();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = Trim(0);
            }
            catch (EntryPointNotFoundException)
            {
                // Another C library than glibc: it has no such call and keeps less.
            }
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint kept);
}

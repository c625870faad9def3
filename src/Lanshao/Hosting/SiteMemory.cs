using System.Runtime.InteropServices;
using Lanshao.Platform.Storage;

namespace Lanshao.Hosting;

/// <summary>Keeps a site's memory small: the collector and the C library both keep what was needed once for a long time.</summary>
internal static class SiteMemory
{
    // glibc's M_ARENA_MAX.
    private const int ArenasAtMost = -8;

    /// <summary>Makes all threads take native memory from one pool instead of up to eight for each core. SQLite, which takes the most of it, counts it under one lock anyway.</summary>
    public static void ShareNative()
    {
        InGlibc(static () => Option(ArenasAtMost, 1));
        if (OperatingSystem.IsLinux())
        {
            ProgramPages.Look();
        }
    }

    /// <summary>Gives back what only the start needed.</summary>
    public static void GiveBack(Store store)
    {
        store.Release();
        GiveBack();
    }

    /// <summary>Gives back what is free in the collected memory, and all else that can be. Everything waits meanwhile: some tens of milliseconds.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GiveBackNative();
    }

    /// <summary>Gives back what is free in the native memory, where the compiler and SQLite leave holes, and what the program's files hold anyway: some milliseconds.</summary>
    public static void GiveBackNative()
    {
        InGlibc(static () => Trim(0));
        if (OperatingSystem.IsLinux())
        {
            ProgramPages.LetGo();
        }
    }

    private static void InGlibc(Func<int> call)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = call();
            }
            catch (EntryPointNotFoundException)
            {
                // Another C library than glibc: it has no such call and keeps less.
            }
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Option(int name, int value);

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint kept);
}

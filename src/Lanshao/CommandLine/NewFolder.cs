using System.Diagnostics;
using System.Reflection;

namespace Lanshao.CommandLine;

/// <summary>
/// A new data folder is filled by a process of its own, which is the verb <c>pack apply</c>. Making the schema and reading a whole district needs
/// code and memory that the site would otherwise carry as long as it runs.
/// </summary>
internal static class NewFolder
{
    /// <summary>Fills the folder.</summary>
    /// <returns>Null when it is filled, or when this program is not a process of its own or has no pack to fill it with: the first start then does it itself. Otherwise the exit code; what failed has been said.</returns>
    public static async Task<int?> FillAsync(string data, string? pack, CancellationToken ct)
    {
        if (Assembly.GetEntryAssembly() != typeof(NewFolder).Assembly || Environment.ProcessPath is not { } program || (pack ?? PackChoice.Shipped()) is not { } folder)
        {
            return null;
        }

        // Standard output belongs to the ready line; what the verb says there is not asked for.
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(NewFolder).Assembly.Location);
        }

        foreach (var argument in (string[])["pack", "apply", folder, "--data", data])
        {
            start.ArgumentList.Add(argument);
        }

        using var filling = Process.Start(start)!;
        try
        {
            await filling.StandardOutput.ReadToEndAsync(ct);
            await filling.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            filling.Kill();
            throw;
        }

        return filling.ExitCode == ExitCode.Done ? null : filling.ExitCode;
    }
}

using System.Diagnostics;

namespace Lanshao.CommandLine;

/// <summary>A new data folder is filled by a process of its own, which is the verb <c>pack apply</c>. Making the schema and reading a whole district needs code and memory that the site can do without.</summary>
internal static class NewFolder
{
    /// <summary>Fills the folder.</summary>
    /// <returns>Null when it is filled, or when this program is not a process of its own or has no pack to fill it with: the first start then does it itself. Otherwise the exit code; what failed has been said.</returns>
    public static async Task<int?> FillAsync(string data, string? pack, CancellationToken ct)
    {
        if ((pack ?? PackChoice.Shipped()) is not { } folder || OwnProcess.Of("pack", "apply", folder, "--data", data) is not { } start)
        {
            return null;
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

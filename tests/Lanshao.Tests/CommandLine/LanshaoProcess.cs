using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary>The program as people start it: a process of its own with arguments, standard output and an exit code.</summary>
internal static class LanshaoProcess
{
    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Said> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "lanshao.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var ct = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>What the program answered.</summary>
    public sealed record Said(int ExitCode, string Output, string Error)
    {
        /// <summary>Returns the one JSON document on standard output; fails where there is more or less.</summary>
        public JsonElement Json()
        {
            Assert.EndsWith("\n", Output, StringComparison.Ordinal);
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}

using System.Diagnostics;
using System.Reflection;

namespace Lanshao.CommandLine;

/// <summary>Another process of this program, for work whose code and memory the site would otherwise carry as long as it runs.</summary>
internal static class OwnProcess
{
    /// <summary>Gets whether the running process is one of this program, and not another one that has it inside.</summary>
    public static bool IsThis => Assembly.GetEntryAssembly() == typeof(OwnProcess).Assembly;

    /// <summary>Returns how to start it with a line of arguments; null where this program runs inside another one. Its standard output is kept apart, since the site's belongs to the ready line.</summary>
    public static ProcessStartInfo? Of(params IEnumerable<string> line)
    {
        if (!IsThis || Environment.ProcessPath is not { } program)
        {
            return null;
        }

        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in line)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}

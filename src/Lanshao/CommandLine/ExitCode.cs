using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>The exit codes of the command line, a public contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, everything printed, and something of severity error was found.</summary>
    public const int Found = 1;
    public const int Usage = 2;
    public const int Unreadable = 3;
    public const int Refused = 4;
    public const int Environment = 5;

    public static int Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Unreadable => Unreadable,
        RefusalKind.Environment => Environment,
        _ => Refused,
    };
}

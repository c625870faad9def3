using System.CommandLine;
using System.CommandLine.Parsing;

namespace Lanshao.CommandLine;

/// <summary>The command line, in the order of the work. Each room adds its verbs here.</summary>
internal static class Verbs
{
    public static RootCommand Root()
    {
        var root = new RootCommand("蓝哨：污染防治攻坚战的计划、数据、处置与材料");
        root.Options.Add(CommonOptions.Json);
        foreach (var verb in All())
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }

    /// <summary>Runs the parsed line; wrong usage answers 2 and says what was expected.</summary>
    public static async Task<int> RunAsync(this ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is System.CommandLine.Help.HelpAction)
        {
            return await parsed.InvokeAsync();
        }

        foreach (ParseError error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync("用法见 lanshao --help。");
        return ExitCode.Usage;
    }

    private static IEnumerable<Command> All() =>
    [
        .. ServeVerbs.All(),
        .. FolderVerbs.All(),
        .. Rooms.Districts.PackVerbs.All(),
        .. Rooms.Plans.PlansVerbs.All(),
        .. Rooms.Evaluation.EvaluationVerbs.All(),
        .. Rooms.Reports.ReportVerbs.All(),
        .. Rooms.Monitoring.Hj212Verbs.All(),
        .. Rooms.Reports.DocumentVerbs.All(),
    ];
}

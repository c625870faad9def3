using System.CommandLine;
using System.CommandLine.Parsing;

namespace Lanshao.CommandLine;

/// <summary>The command line, in the order of the work. Each room adds its verbs here, with the nouns by which a line finds them without building the others'.</summary>
internal static class Verbs
{
    // Who is told to stop finishes what it has begun: the journal is written out, the sample's devices go first.
    private static readonly TimeSpan CleanStop = TimeSpan.FromSeconds(30);

    private static readonly RoomVerbs[] Rooms =
    [
        new(ServeVerbs.All, "serve", "demo"),
        new(SampleVerb.All, "samples"),
        new(FolderVerbs.All, "settings", "audit", "backup", "restore"),
        new(Lanshao.Rooms.Districts.PackVerbs.All, "pack"),
        new(Lanshao.Rooms.Plans.PlansVerbs.All, "plan"),
        new(Lanshao.Rooms.Evaluation.EvaluationVerbs.All, "rank", "round", "budget", "calendar", "air", "water"),
        new(Lanshao.Rooms.Evaluation.Rounds.RoundVerbs.All, "rounds"),
        new(Lanshao.Rooms.Reports.ReportVerbs.All, "report"),
        new(Lanshao.Rooms.Monitoring.Hj212Verbs.All, "hj212"),
        new(Lanshao.Rooms.Monitoring.MonitoringVerbs.All, "device", "reading", "readings"),
        new(Lanshao.Rooms.Reports.DocumentVerbs.All, "document"),
    ];

    /// <summary>Builds the commands: of the one room whose noun the line begins with, else of all. A verb should not wait for its neighbours.</summary>
    public static Command Root(params string[] line)
    {
        var asked = line.Any(IsAboutUse) ? null : Array.Find(Rooms, room => room.Nouns.Contains(line.FirstOrDefault()));
        var root = asked is not null ? new Command("lanshao") : new RootCommand("蓝哨：污染防治攻坚战的计划、数据、处置与材料");
        root.Options.Add(CommonOptions.Json);
        foreach (var verb in asked?.All() ?? Rooms.SelectMany(room => room.All()))
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }

    private static bool IsAboutUse(string word) => word is "--help" or "-h" or "-?" or "/h" or "/?" or "--version" || word.StartsWith('[');

    /// <summary>Runs the parsed line; wrong usage answers 2 and says what was expected.</summary>
    public static async Task<int> RunAsync(this ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is System.CommandLine.Help.HelpAction)
        {
            parsed.InvocationConfiguration.ProcessTerminationTimeout = CleanStop;
            return await parsed.InvokeAsync();
        }

        foreach (ParseError error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync("用法见 lanshao --help。");
        return ExitCode.Usage;
    }

    private sealed record RoomVerbs(Func<IEnumerable<Command>> All, params string[] Nouns);
}

using System.Globalization;
using System.Net;
using BenchmarkDotNet.Running;

namespace Lanshao.Benchmarks;

/// <summary><c>load URL [CONNECTIONS] [SECONDS]</c> asks one page again and again; <c>hj212 [SLICES]</c> reads frames; <c>hj212-fuzz [SECONDS] [SEED]</c> breaks them; <c>journal [FRAMES]</c> stores them, <c>postgres ADDRESS [FRAMES]</c> the same in PostgreSQL, <c>months ADDRESS DAY</c> lets what lies before a first of a month leave it, <c>queue URL [FRAMES]</c> gives them to a broker;
/// <c>connections HOST:PORT [CONNECTIONS] [RATE] [SECONDS]</c> sends them to a gateway, <c>echo [CONNECTIONS] [SECONDS]</c> lays the gateway beside a plain echo, <c>backfill [READINGS] [FRAMES_A_SECOND]</c> brings a month of the past,
/// <c>series [READINGS] [FOLDER]</c> asks a full store; <c>plan-read [ROUNDS]</c> reads the reference plan, <c>air-year</c> evaluates a year of many stations,
/// <c>check [ROUNDS]</c> checks a made report of 40 pages, <c>check-file FILE</c> writes it for a cold run, <c>check-fuzz [SECONDS] [SEED]</c> checks damaged Word files, <c>pdf [PARAGRAPHS] [ROWS] [PROGRAM]</c> makes a PDF through LibreOffice,
/// <c>air-files FOLDER [STATIONS]</c> writes hours and <c>air-read FOLDER [ROUNDS]</c> reads them; everything else goes to BenchmarkDotNet (<c>--filter '*'</c>).</summary>
internal static class BenchmarkProgram
{
    private static readonly Dictionary<string, Func<string[], Task>> Programs = new(StringComparer.Ordinal)
    {
        ["load"] = rest => PageLoad.RunAsync(new Uri(rest[0]), Number(rest, 1, 16), TimeSpan.FromSeconds(Number(rest, 2, 10))),
        ["connections"] = rest => GatewayLoad.RunAsync(IPEndPoint.Parse(rest[0]), Number(rest, 1, 2_000), Number(rest, 2, 5_000), Number(rest, 3, 30)),
        ["echo"] = rest => GatewayEcho.RunAsync(Number(rest, 0, 2_000), Number(rest, 1, 5)),
        ["backfill"] = rest => BackFill.RunAsync(Number(rest, 0, 10_000_000), Number(rest, 1, 12_000)),
        ["series"] = rest => SeriesSpeed.RunAsync(Number(rest, 0, 1_000_000), rest.Length > 1 ? rest[1] : null),
        ["journal"] = rest => JournalSpeed.RunAsync(Number(rest, 0, 200_000)),
        ["postgres"] = rest => PostgresSpeed.RunAsync(rest[0], Number(rest, 1, 100_000)),
        ["months"] = rest => PostgresMonths.RunAsync(rest[0], DateOnly.ParseExact(rest[1], "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ["queue"] = rest => QueueSpeed.RunAsync(Number(rest, 1, 100_000), rest[0]),
        ["hj212"] = rest => Ran(() => Hj212Speed.Run(Number(rest, 0, 400))),
        ["hj212-fuzz"] = rest => Ran(() => Environment.ExitCode = Hj212Fuzz.Run(TimeSpan.FromSeconds(Number(rest, 0, 60)), Number(rest, 1, 1))),
        ["plan-read"] = rest => Ran(() => PlanSpeed.Run(Number(rest, 0, 100))),
        ["check-file"] = rest => Ran(() => CheckSpeed.Write(rest[0])),
        ["check"] = rest => Ran(() => CheckSpeed.Run(Number(rest, 0, 30))),
        ["check-fuzz"] = rest => Ran(() => Environment.ExitCode = CheckFuzz.Run(TimeSpan.FromSeconds(Number(rest, 0, 60)), Number(rest, 1, 1))),
        ["pdf"] = rest => PdfSpeed.RunAsync(Number(rest, 0, 700), Number(rest, 1, 0), rest.Length > 2 ? rest[2] : "/usr/bin/soffice"),
        ["air-year"] = rest => Ran(() => AirYear.Run(Number(rest, 0, 1_000))),
        ["air-files"] = rest => Ran(() => AirFilesMaker.Write(rest[0], Number(rest, 1, 12))),
        ["air-read"] = rest => Ran(() => AirRead.Run(rest[0], Number(rest, 1, 7))),
    };

    private static Task Main(string[] args) => args is [var name, .. var rest] && Programs.TryGetValue(name, out var program)
        ? program(rest)
        : Ran(() => BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args));

    private static Task Ran(Action run)
    {
        run();
        return Task.CompletedTask;
    }

    private static int Number(string[] rest, int place, int otherwise) => rest.Length > place ? int.Parse(rest[place], CultureInfo.InvariantCulture) : otherwise;
}

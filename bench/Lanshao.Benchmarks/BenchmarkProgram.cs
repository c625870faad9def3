using System.Globalization;
using BenchmarkDotNet.Running;

namespace Lanshao.Benchmarks;

/// <summary><c>load URL [CONNECTIONS] [SECONDS]</c> asks one page again and again; <c>hj212 [SLICES]</c> reads frames; <c>hj212-fuzz [SECONDS] [SEED]</c> breaks them; <c>journal [FRAMES]</c> stores them; <c>plan-read [ROUNDS]</c> reads the reference plan, <c>air-year</c> evaluates a year of many stations,
/// <c>check [ROUNDS]</c> checks a made report of 40 pages, <c>check-file FILE</c> writes it for a cold run, <c>check-fuzz [SECONDS] [SEED]</c> checks damaged Word files,
/// <c>air-files FOLDER [STATIONS]</c> writes hours and <c>air-read FOLDER [ROUNDS]</c> reads them; everything else goes to BenchmarkDotNet (<c>--filter '*'</c>).</summary>
internal static class BenchmarkProgram
{
    private static async Task Main(string[] args)
    {
        if (args is ["load", var url, .. var rest])
        {
            await PageLoad.RunAsync(new Uri(url), Number(rest, 0, 16), TimeSpan.FromSeconds(Number(rest, 1, 10)));
            return;
        }

        if (args is ["hj212", .. var slices])
        {
            Hj212Speed.Run(Number(slices, 0, 400));
            return;
        }

        if (args is ["plan-read", .. var rounds])
        {
            PlanSpeed.Run(Number(rounds, 0, 100));
            return;
        }

        if (args is ["check-file", var checkedFile])
        {
            CheckSpeed.Write(checkedFile);
            return;
        }

        if (args is ["check", .. var checks])
        {
            CheckSpeed.Run(Number(checks, 0, 30));
            return;
        }

        if (args is ["check-fuzz", .. var damages])
        {
            Environment.ExitCode = CheckFuzz.Run(TimeSpan.FromSeconds(Number(damages, 0, 60)), Number(damages, 1, 1));
            return;
        }

        if (args is ["journal", .. var frames])
        {
            await JournalSpeed.RunAsync(Number(frames, 0, 200_000));
            return;
        }

        if (args is ["air-year", .. var stations])
        {
            AirYear.Run(Number(stations, 0, 1_000));
            return;
        }

        if (args is ["air-files", var folder, .. var made])
        {
            AirFilesMaker.Write(folder, Number(made, 0, 12));
            return;
        }

        if (args is ["air-read", var written, .. var times])
        {
            AirRead.Run(written, Number(times, 0, 7));
            return;
        }

        if (args is ["hj212-fuzz", .. var fuzz])
        {
            Environment.ExitCode = Hj212Fuzz.Run(TimeSpan.FromSeconds(Number(fuzz, 0, 60)), Number(fuzz, 1, 1));
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
    }

    private static int Number(string[] rest, int place, int otherwise) => rest.Length > place ? int.Parse(rest[place], CultureInfo.InvariantCulture) : otherwise;
}

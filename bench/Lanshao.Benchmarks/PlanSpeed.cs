using System.Diagnostics;
using Lanshao.Documents;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Benchmarks;

/// <summary><c>plan-read [ROUNDS]</c>: the reference plan from bytes to tasks, targets and findings, warm, as <c>plan read</c> does it.</summary>
internal static class PlanSpeed
{
    private const int WarmUp = 30;

    public static void Run(int rounds)
    {
        var bytes = File.ReadAllBytes(ReferenceFolder.FileOf("documents", "plan-2022.docx"));
        var pack = Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "packs")).Min(StringComparer.Ordinal)!;
        var names = DistrictNames.Read(PackFolder.Read(pack).Value!);
        for (var i = 0; i < WarmUp; i++)
        {
            Read(bytes, names);
        }

        var (blocks, whole) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            (blocks[i], whole[i]) = Read(bytes, names);
        }

        Array.Sort(blocks);
        Array.Sort(whole);
        Console.WriteLine(FormattableString.Invariant(
            $"plan-2022.docx warm: whole {whole[rounds / 2]:0.0} ms median, {whole[0]:0.0} least, {whole[rounds * 95 / 100]:0.0} p95; of this to blocks {blocks[rounds / 2]:0.0} ms median"));
    }

    private static (double Blocks, double Whole) Read(byte[] bytes, NameBook names)
    {
        var started = Stopwatch.GetTimestamp();
        var document = DocumentReader.Read(bytes, "plan-2022.docx", null, CancellationToken.None);
        var blocks = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var plan = PlanReader.Read(document, names);
        GC.KeepAlive(plan);
        return (blocks, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}

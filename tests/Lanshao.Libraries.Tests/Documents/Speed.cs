using System.Diagnostics;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents;

/// <summary>Holds work to a time; the best of ten runs counts, since others use the machine too.</summary>
internal static class Speed
{
    public static void AssertFast(Action work, TimeSpan limit)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 10 && best >= limit; run++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Assert.True(best < limit, $"{best.TotalMilliseconds:F0} ms");
    }
}

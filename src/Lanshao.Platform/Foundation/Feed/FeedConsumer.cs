using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Foundation.Feed;

/// <summary>A room that wants to know: gets every change once, in order, in chunks. What it writes through the context stands or falls with its cursor; what it does outside the store may come twice and must not mind.</summary>
/// <param name="Name">Stable name of the cursor.</param>
/// <param name="Rooms">The rooms whose changes it wants; null for all.</param>
/// <param name="HandleAsync">Takes one chunk and saves through the context's door. A consumer must not react to its own changes for ever.</param>
public sealed record FeedConsumer(string Name, IReadOnlySet<string>? Rooms, Func<LanshaoContext, IReadOnlyList<Change>, TimeProvider, CancellationToken, Task> HandleAsync);

using System.Reflection;
using Lanshao.Platform.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Lanshao.Platform.Tests.Stores;

/// <summary>Runs a data test on SQLite and on PostgreSQL: <c>[Theory, EveryStore] … (StoreKind kind)</c>, then <c>TestStore.NewAsync(kind)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryStoreAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(StoreKind.Sqlite), new TheoryDataRow(StoreKind.PostgreSql)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

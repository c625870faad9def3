using System.Reflection;
using Lanshao.Platform.Storage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Lanshao.Platform.Tests.Stores;

/// <summary>Runs a data test on SQLite and on PostgreSQL: <c>[Theory, EveryStore] … (StoreKind kind)</c>, then <c>TestStore.NewAsync(kind)</c>. With values, as often as it stands there, the kind comes behind them.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryStoreAttribute(params object?[] values) : DataAttribute
{
    /// <summary>Gets what stands before the kind of store.</summary>
    public IReadOnlyList<object?> Values { get; } = values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([Row(StoreKind.Sqlite), Row(StoreKind.PostgreSql)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(StoreKind kind) => new([.. Values, kind]);
}

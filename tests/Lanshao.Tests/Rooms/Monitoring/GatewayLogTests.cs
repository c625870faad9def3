using Lanshao.Rooms.Monitoring.Gateway;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class GatewayLogTests
{
    [Fact]
    public async Task Seen_WorkEndedByAFault_IsSaidInTheLog()
    {
        using var written = new StringWriter();
        using var lines = new Lanshao.Hosting.LogLines(written, TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => GatewayLog.SeenAsync(lines.CreateLogger("gateway"), "derivation", () => throw new InvalidOperationException("样例")));

        Assert.Contains("derivation", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("样例", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seen_WorkThatWasStopped_IsNoFault()
    {
        using var written = new StringWriter();
        using var lines = new Lanshao.Hosting.LogLines(written, TimeProvider.System);

        await Assert.ThrowsAsync<OperationCanceledException>(() => GatewayLog.SeenAsync(lines.CreateLogger("gateway"), "derivation", () => throw new OperationCanceledException()));

        Assert.Empty(written.ToString());
    }
}

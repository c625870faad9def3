using Lanshao.Rooms.Monitoring.Gateway;
using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public class GatewayLogTests
{
    [Fact]
    public void Fell_WorkEndedByAFault_IsSaidInTheLog()
    {
        using var written = new StringWriter();
        using var lines = new Lanshao.Hosting.LogLines(written, TimeProvider.System);
        var log = lines.CreateLogger("gateway");
        var fault = new InvalidOperationException("样例");

        GatewayLog.Fell(log, "derivation", 2, 4, fault);

        Assert.Contains("derivation", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("样例", written.ToString(), StringComparison.Ordinal);
    }
}

using Xunit;

namespace Lanshao.Tests.Rooms.Monitoring;

public sealed class DevicePagesTests(Site site)
{
    [Theory]
    [InlineData("/devices", "设备联网")]
    [InlineData("/devices/quarantine", "待认领设备")]
    [InlineData("/devices/device?mn=none", "没有登记这台设备")]
    [InlineData("/system/status", "设备数据接收")]
    public async Task Page_WithoutAGateway_Answers(string path, string words)
    {
        using var http = new HttpClient();

        var text = await http.GetStringAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);

        Assert.Contains(words, text, StringComparison.Ordinal);
    }
}

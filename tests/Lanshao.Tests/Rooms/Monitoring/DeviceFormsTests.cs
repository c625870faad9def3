using System.Net.Sockets;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lanshao.Tests.Rooms.Monitoring;

/// <summary>远程命令 and 设备密钥 on the page of a device that is connected, as people use them.</summary>
public sealed class DeviceFormsTests(Browser browser)
{
    private const string Key = "000102030405060708090A0B0C0D0E0F";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forms_OfAConnectedDevice_SendACommandAndSetAKeyThatIsNotShown()
    {
        await using var site = await Site.StartWithGatewayAsync();
        using var device = await ConnectedAsync(site);
        var page = await browser.OpenAsync(site.Address, scripts: false);
        await page.GotoAsync("/devices/device?mn=" + GatewayRig.Mn);

        await page.ClickAsync("summary:has-text('远程命令')");
        await page.FillAsync("input[name=reason]", "无");
        await page.CheckAsync("input[name=confirmed]");
        await page.LeaveAsync("button:has-text('下达命令')");
        await Expect(page.Locator("#refusal")).ToContainTextAsync("事由应为");
        await page.FillAsync("input[name=reason]", "时钟慢了");
        await page.CheckAsync("input[name=confirmed]");
        await page.LeaveAsync("button:has-text('下达命令')");
        await Expect(page.Locator("#live-device")).ToContainTextAsync("时钟慢了");
        Assert.Equal("1012", Assert.Single(await GatewayRig.AnswersAsync(device, 1)).Cn);

        await page.ClickAsync("summary:has-text('设备密钥')");
        await page.FillAsync("input[name=key]", "0001");
        await page.LeaveAsync("button:has-text('登记密钥')");
        await Expect(page.Locator("#refusal")).ToContainTextAsync("32位十六进制");
        await page.ClickAsync("summary:has-text('设备密钥')");
        await page.FillAsync("input[name=key]", Key);
        await page.LeaveAsync("button:has-text('登记密钥')");
        await page.ClickAsync("summary:has-text('设备密钥')");
        await Expect(page.Locator("#key")).ToContainTextAsync("数据须加密上报");
        Assert.DoesNotContain(Key, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task<TcpClient> ConnectedAsync(Site site)
    {
        await using (var db = site.Data.Store.NewContext())
        {
            var csv = IncomingFile.Of("devices.csv", Encoding.UTF8.GetBytes($"设备编号,名称,类型,站点类别,密码\n{GatewayRig.Mn},演示站-01,空气,区自建,123456\n"));
            Assert.Null((await ImportAtOnce.RunAsync(db, new FileStore(site.Data.FilesPath), ImportDevices.Kind, new(csv), "text/csv", Actor.Local, TimeProvider.System, Ct)).Refusal);
        }

        var work = site.Services.GetRequiredService<GatewayHost>().Work!;
        await work.Gateway.Book.RefreshAsync(Ct);
        var client = new TcpClient();
        await client.ConnectAsync(work.Gateway.EndPoint, Ct);
        await client.GetStream().WriteAsync(GatewayRig.Frame(1), Ct);
        _ = await GatewayRig.AnswersAsync(client, 1);
        return client;
    }
}

using System.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Alerts;
using Lanshao.Rooms.Evaluation.Dustfall;
using Lanshao.Rooms.Monitoring;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.CommandLine;

/// <summary><c>samples</c> is what <c>demo</c> starts beside its site: devices that report, and people who answer their alerts.</summary>
internal static class SampleVerb
{
    private static readonly Option<string> Gateway = new("--gateway") { Description = "站点接收设备数据的地址，主机:端口", Required = true };

    public static IEnumerable<Command> All()
    {
        var verb = new Command("samples", "示例辖区的设备与人员（由 demo 启动，标准输入关闭即结束）") { CommonOptions.Data, Gateway, CommonOptions.Database };
        verb.Hidden = true;
        yield return verb.Needs(Permissions.SystemOperate)
            .Runs((parsed, output, ct) => RunAsync(parsed.GetValue(CommonOptions.Data)!, parsed.GetValue(CommonOptions.Database), parsed.GetValue(Gateway)!, output, ct));
    }

    private static async Task<int> RunAsync(string data, string? database, string gateway, VerbOutput output, CancellationToken ct)
    {
        var at = GatewayAddress.Parse(gateway);
        if (at.IsRefused)
        {
            return output.Refuse(at.Refusal);
        }

        var opened = await DataFolder.OpenAsync(data, create: false, database, ct);
        if (opened.IsRefused)
        {
            return output.Refuse(opened.Refusal);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _ = Task.Run(() => UntilClosedAsync(stop), CancellationToken.None);
        try
        {
            var work = (Task[])[SampleDevices.ReportAsync(at.Value, opened.Value, TimeProvider.System, stop.Token), SampleDuty.RunAsync(opened.Value, TimeProvider.System, stop.Token), SampleSeries.ImportAsync(opened.Value, TimeProvider.System, stop.Token), SampleDustfall.ImportAsync(opened.Value, TimeProvider.System, stop.Token)];
            await await Task.WhenAny(work);
            await Task.WhenAll(work);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Closed with the site.
        }

        return ExitCode.Done;
    }

    private static async Task UntilClosedAsync(CancellationTokenSource stop)
    {
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(new byte[64], CancellationToken.None) > 0)
        {
        }

        await stop.CancelAsync();
    }
}

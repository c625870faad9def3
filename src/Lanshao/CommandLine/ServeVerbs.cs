using System.CommandLine;
using System.Net;
using Lanshao.Front;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;

namespace Lanshao.CommandLine;

/// <summary><c>serve</c> is the site on a district's data folder; <c>demo</c> the same with the sample district.</summary>
internal static class ServeVerbs
{
    private static readonly Option<string> Urls = new("--urls") { Description = "监听地址，端口0为任选", DefaultValueFactory = _ => ServerOptions.DefaultUrl };

    private static readonly Option<string?> Gateway = new("--gateway") { Description = "接收设备数据（HJ 212）的地址，主机:端口，端口0为任选；不给则不接收" };

    public static IEnumerable<Command> All() =>
    [
        Running("serve", "启动服务", withSamples: false),
        Running("demo", "用示例辖区启动服务", withSamples: true),
    ];

    private static Command Running(string name, string description, bool withSamples)
    {
        var data = new Option<string>("--data") { Description = "数据文件夹", DefaultValueFactory = _ => withSamples ? Path.Combine(".lanshao", "demo") : CommonOptions.DefaultDataFolder };
        return new Command(name, description) { Urls, Gateway, data, CommonOptions.Pack, CommonOptions.Database, CommonOptions.Set }
            .Needs(Permissions.SystemOperate)
            .Runs((parsed, output, ct) => RunAsync(
                new Asked(parsed.GetValue(data)!, parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Database), parsed.GetValue(Urls)!, parsed.GetValue(Gateway), withSamples, parsed.GetValue(CommonOptions.Set)), output, ct));
    }

    private static async Task<int> RunAsync(Asked asked, VerbOutput output, CancellationToken ct)
    {
        SiteMemory.ShareNative();

        // The address is judged before anything is made on disk.
        if (ServerOptions.EndPointOf(asked.Urls).Refusal is { } elsewhere)
        {
            return output.Refuse(elsewhere);
        }

        var gateway = asked.Gateway is null ? null : (Outcome<IPEndPoint>?)GatewayAddress.Parse(asked.Gateway);
        if (gateway?.Refusal is { } unreadable)
        {
            return output.Refuse(unreadable);
        }

        if (asked.Database is null && !DataFolder.Exists(asked.Data) && await FillAsync(asked, ct) is { } failure)
        {
            return failure;
        }

        var opened = await DataFolder.OpenAsync(asked.Data, create: true, asked.Database, ct);
        if (opened.IsRefused)
        {
            return output.Refuse(opened.Refusal);
        }

        var folder = opened.Value;
        var settings = SettingsBook.Load(folder.FullPath, asked.Set);
        if (settings.IsRefused)
        {
            return output.Refuse(settings.Refusal);
        }

        var taken = folder.TakeForServer();
        if (taken.IsRefused)
        {
            return output.Refuse(taken.Refusal);
        }

        using var turn = taken.Value;
        if (await FirstStart.RunAsync(folder, asked.Pack, TimeProvider.System, ct) is { } refusal)
        {
            return output.Refuse(refusal);
        }

        // The demonstration has devices of its own, which report over the loopback.
        var listening = gateway?.Value ?? (asked.WithSamples ? new IPEndPoint(IPAddress.Loopback, 0) : null);
        var failed = await ServeAsync(new() { Data = folder, Url = asked.Urls, Settings = settings.Value, Gateway = listening }, asked, ct);
        folder.Release();
        return failed is null ? ExitCode.Done : output.Refuse(failed);
    }

    // Another process fills; meanwhile this one prepares.
    private static async Task<int?> FillAsync(Asked asked, CancellationToken ct)
    {
        var preparing = Task.Run(Store.PrepareSqlite, ct);
        var failure = await NewFolder.FillAsync(asked.Data, asked.Pack, ct);
        await preparing;
        return failure;
    }

    private static async Task<Refusal?> ServeAsync(ServerOptions options, Asked asked, CancellationToken ct)
    {
        SampleProcess? samples = null;
        try
        {
            return await Server.RunAsync(asked.WithSamples ? options with { GatewayOpened = at => samples = SampleProcess.Start(asked.Data, asked.Database, at) } : options, Console.Out, ct);
        }
        finally
        {
            if (samples is not null)
            {
                await samples.DisposeAsync();
            }
        }
    }

    private sealed record Asked(string Data, string? Pack, string? Database, string Urls, string? Gateway, bool WithSamples, string[]? Set);
}

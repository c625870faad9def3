using System.CommandLine;
using Lanshao.Front;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.CommandLine;

/// <summary><c>serve</c> is the site on a district's data folder; <c>demo</c> the same with the sample district.</summary>
internal static class ServeVerbs
{
    private static readonly Option<string> Urls = new("--urls") { Description = "监听地址，端口0为任选", DefaultValueFactory = _ => ServerOptions.DefaultUrl };

    public static IEnumerable<Command> All() =>
    [
        Running("serve", "启动服务", withSamples: false),
        Running("demo", "用示例辖区启动服务", withSamples: true),
    ];

    private static Command Running(string name, string description, bool withSamples)
    {
        var data = new Option<string>("--data") { Description = "数据文件夹", DefaultValueFactory = _ => withSamples ? Path.Combine(".lanshao", "demo") : CommonOptions.DefaultDataFolder };
        return new Command(name, description) { Urls, data, CommonOptions.Pack, CommonOptions.Database }
            .Needs(Permissions.SystemOperate)
            .Runs((parsed, output, ct) => RunAsync(
                new Asked(parsed.GetValue(data)!, parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Database), parsed.GetValue(Urls)!, withSamples), output, ct));
    }

    private static async Task<int> RunAsync(Asked asked, VerbOutput output, CancellationToken ct)
    {
        // The address is judged before anything is made on disk.
        if (new ServerOptions { Url = asked.Urls }.EndPoint().Refusal is { } elsewhere)
        {
            return output.Refuse(elsewhere);
        }

        var opened = await DataFolder.OpenAsync(asked.Data, create: true, asked.Database, ct);
        if (opened.IsRefused)
        {
            return output.Refuse(opened.Refusal);
        }

        var folder = opened.Value;
        var taken = folder.TakeForServer();
        if (taken.IsRefused)
        {
            return output.Refuse(taken.Refusal);
        }

        using var turn = taken.Value;
        if (await FirstStart.RunAsync(folder, asked.Pack, asked.WithSamples, TimeProvider.System, ct) is { } refusal)
        {
            return output.Refuse(refusal);
        }

        return await ServeAsync(folder, asked.Urls, output, ct);
    }

    private static async Task<int> ServeAsync(DataFolder folder, string url, VerbOutput output, CancellationToken ct)
    {
        var options = new ServerOptions { Url = url, KeysFolder = folder.KeysPath };
        var built = Server.Build(options, services => services
            .AddSingleton(folder)
            .AddSingleton(folder.Store)
            .AddScoped(_ => folder.Store.NewContext()));
        if (built.IsRefused)
        {
            return output.Refuse(built.Refusal);
        }

        await using var app = built.Value;
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return output.Refuse(Refusal.Environment("ENV-001", ("port", new Uri(url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        await Console.Out.WriteLineAsync($"Lanshao ready: {Server.AddressOf(app)}");
        await Console.Out.FlushAsync(ct);
        await app.WaitForShutdownAsync(ct);
        folder.Store.Release();
        return ExitCode.Done;
    }

    private sealed record Asked(string Data, string? Pack, string? Database, string Urls, bool WithSamples);
}

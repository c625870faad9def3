using System.CommandLine;
using System.CommandLine.Parsing;
using Lanshao.Front;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.CommandLine;

/// <summary><c>serve</c> is the site on a district's data folder; <c>demo</c> the same with the sample district.</summary>
internal static class ServeVerbs
{
    private static readonly Option<string> Urls = new("--urls") { Description = "监听地址，端口0为任选", DefaultValueFactory = _ => ServerOptions.DefaultUrl };

    private static readonly Option<string?> Gateway = new("--gateway") { Description = "接收设备数据（HJ 212）的地址，主机:端口，端口0为任选；不给则不接收" };

    private static readonly Option<Roles?> RolesOption = new("--roles")
    {
        Description = $"本进程承担的角色，用逗号分隔：{RoleList.All}；不给则全部承担，部分承担须用 --database",
        CustomParser = ReadRoles,
    };

    private static readonly Option<string?> Queue = new("--queue") { Description = "gateway 与 writer 分开时的消息队列（RabbitMQ），amqp://用户:密码@主机:端口/虚拟主机；也可用设置 queue.url" };

    public static IEnumerable<Command> All() =>
    [
        Running("serve", "启动服务", withSamples: false),
        Running("demo", "用示例辖区启动服务", withSamples: true),
    ];

    private static Command Running(string name, string description, bool withSamples)
    {
        var data = new Option<string>("--data") { Description = "数据文件夹", DefaultValueFactory = _ => withSamples ? Path.Combine(".lanshao", "demo") : CommonOptions.DefaultDataFolder };
        return new Command(name, description) { Urls, Gateway, RolesOption, Queue, data, CommonOptions.Pack, CommonOptions.Database, CommonOptions.Set }
            .Needs(Permissions.SystemOperate)
            .Runs((parsed, output, ct) => RunAsync(
                new ServeAsked(
                    parsed.GetValue(data)!, parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Database), parsed.GetValue(Urls)!, parsed.GetValue(Gateway), parsed.GetValue(RolesOption), parsed.GetValue(Queue), withSamples,
                    parsed.GetValue(CommonOptions.Set)), output, ct));
    }

    private static Roles? ReadRoles(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (RoleList.TryParse(text, out var roles))
        {
            return roles;
        }

        argument.AddError($"--roles 应为 {RoleList.All} 中的一个或几个，用逗号分隔，实为“{LogText.Shown(text)}”。");
        return null;
    }

    private static async Task<int> RunAsync(ServeAsked asked, VerbOutput output, CancellationToken ct)
    {
        SiteMemory.ShareNative();
        var planned = ServePlan.Of(asked);
        if (planned.IsRefused)
        {
            return output.Refuse(planned.Refusal);
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

        var (plan, folder) = (planned.Value, opened.Value);
        var taken = folder.TakeForServer(isShared: plan.Roles != Roles.All);
        if (taken.IsRefused)
        {
            return output.Refuse(taken.Refusal);
        }

        using var turn = taken.Value;
        if (await BeginAsync(folder, asked.Pack, ct) is { } refusal)
        {
            return output.Refuse(refusal);
        }

        var failed = await ServeAsync(new() { Data = folder, Url = asked.Urls, Settings = plan.Settings, Gateway = plan.Gateway, Roles = plan.Roles, Queue = plan.Queue }, asked, ct);
        folder.Release();
        return failed is null ? ExitCode.Done : output.Refuse(failed);
    }

    // Processes that begin together take turns: what the first has read is there for the others.
    private static async Task<Refusal?> BeginAsync(DataFolder folder, string? pack, CancellationToken ct)
    {
        var turn = await folder.TakeTurnAsync("start.lock", ct);
        if (turn.IsRefused)
        {
            return turn.Refusal;
        }

        await using var held = turn.Value;
        return await FirstStart.RunAsync(folder, pack, TimeProvider.System, ct);
    }

    // Another process fills; meanwhile this one prepares.
    private static async Task<int?> FillAsync(ServeAsked asked, CancellationToken ct)
    {
        var preparing = Task.Run(Store.PrepareSqlite, ct);
        var failure = await NewFolder.FillAsync(asked.Data, asked.Pack, ct);
        await preparing;
        return failure;
    }

    private static async Task<Refusal?> ServeAsync(ServerOptions options, ServeAsked asked, CancellationToken ct)
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
}

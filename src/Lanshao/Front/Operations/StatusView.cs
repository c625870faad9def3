using System.Globalization;
using System.Reflection;
using Lanshao.Hosting;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lanshao.Front.Operations;

/// <summary>What the page 运行状态 says: what runs, on what data, how large, how far behind, with which settings.</summary>
internal sealed record StatusView(bool IsHealthy, string Version, StoreFacts Store, PageTable Facts, PageTable Consumers)
{
    private static readonly string ProgramVersion = typeof(StatusView).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static async Task<StatusView> LoadAsync(IServiceProvider services, UiTexts texts, CancellationToken ct)
    {
        var db = services.GetRequiredService<LanshaoContext>();
        var data = services.GetRequiredService<DataFolder>();
        var health = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(ct);
        var store = await StoreFacts.ReadAsync(db, ct);
        var rows = new List<TableRow>
        {
            Row(texts["健康"], health.Status == HealthStatus.Healthy ? texts["正常"] : texts["不正常：{0}", string.Join("、", health.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Value.Description ?? entry.Key))]),
            Row(texts["程序版本"], ProgramVersion),
            Row(texts["数据结构版本"], store.Schema),
            Row(texts["启动时间"], Time(System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime())),
            Row(texts["占用内存"], Size(Environment.WorkingSet)),
            Row(texts["数据文件夹"], data.FullPath),
            Row(texts["数据库"], store.Kind == StoreKind.Sqlite ? texts["SQLite（数据文件夹内）"] : texts["PostgreSQL"]),
            Row(texts["数据库大小"], Size(store.Bytes)),
        };
        rows.AddRange(await ContentAsync(db, data, texts, ct));
        rows.Add(Row(texts["本进程的角色"], RoleList.Of(services.GetRequiredService<ServerOptions>().Roles)));
        rows.Add(Row(texts["设备数据接收"], GatewayWords(services, texts)));
        var lags = await FeedLag.AllAsync(db, RoomWork.Consumers.Select(consumer => consumer.Name), ct);
        return new(health.Status == HealthStatus.Healthy, ProgramVersion, store, Table(texts["运行状态"], [new("项目", ColumnKind.OneLine), new("内容", ColumnKind.Prose)], rows), ConsumersTable(lags, texts));
    }

    /// <summary>Returns all settings with their values, and where each value comes from.</summary>
    public static PageTable Settings(IServiceProvider services)
    {
        var texts = services.GetRequiredService<UiTexts>();
        return Table(
            texts["设置"],
            [new("设置", ColumnKind.OneLine), new("说明", ColumnKind.Prose), new("当前值", ColumnKind.Figure), new("单位", ColumnKind.Mark), new("来源", ColumnKind.OneLine), new("默认值", ColumnKind.Figure), new("范围", ColumnKind.OneLine), new("环境变量", ColumnKind.OneLine)],
            [.. services.GetRequiredService<SettingsBook>().All.Select(value => new TableRow(
            [
                Cell.Of(value.Setting.Key), Cell.Of(texts[value.Setting.Description]), Cell.Of(value.Shown), Cell.Of(texts[value.Setting.Unit]), Cell.Of(texts[OriginWord(value.Origin)]), Cell.Of(value.Setting.DefaultText), Cell.Of(value.Setting.Range), Cell.Of(value.Setting.EnvironmentName),
            ]))]) with
        { IsWide = true };
    }

    public static string OriginWord(SettingOrigin origin) => origin switch
    {
        SettingOrigin.CommandLine => "命令行",
        SettingOrigin.Environment => "环境变量",
        SettingOrigin.File => "设置文件",
        _ => "默认",
    };

    private static async Task<List<TableRow>> ContentAsync(LanshaoContext db, DataFolder data, UiTexts texts, CancellationToken ct)
    {
        var files = await db.Set<StoredFile>().AsNoTracking().GroupBy(_ => 1).Select(all => new { Count = all.Count(), Bytes = all.Sum(file => file.LengthBytes) }).SingleOrDefaultAsync(ct);
        var pack = await CurrentPack.ReadAsync(db, ct);
        var check = await AuditCheck.NewestAsync(db, ct);
        return
        [
            Row(texts["原始文件"], texts["{0}个，{1}", files?.Count ?? 0, Size(files?.Bytes ?? 0)]),
            Row(texts["磁盘剩余空间"], Free(data.FullPath)),
            Row(texts["辖区配置"], pack.IsRefused ? ErrorTexts.Sentence(pack.Refusal, texts.Language) : texts["第{0}版，{1}", pack.Value.Revision, pack.Value.District.Facts.Title]),
            Row(texts["审计记录"], texts["{0}条；{1}", await AuditQueries.NewestAsync(db, ct), check is null ? texts["还没有核验过"] : JobWords.Time(check.EndedUtc) + " " + JobWords.Result(check, texts)]),
            Row(texts["改动流水"], texts["{0}条", await FeedLag.NewestAsync(db, ct)]),
        ];
    }

    private static string GatewayWords(IServiceProvider services, UiTexts texts) => services.GetRequiredService<Rooms.Monitoring.Gateway.GatewayHost>().Work is not { } work
        ? texts[services.GetRequiredService<ServerOptions>().Roles == Roles.All ? "未启动" : "由其他进程承担"]
        : !work.Does.Listens ? texts["只写入；等待写入{0}帧，待提取{1}帧", work.Gateway.Journal.Waiting, work.Lag] + WorkWords(work, texts)
        : !work.Does.Writes ? texts["{0}；连接{1}个，等待送入消息队列{2}帧", $"{work.Gateway.EndPoint}", work.Gateway.Connections, work.Outlet?.Waiting ?? 0] + WorkWords(work, texts)
        : texts["{0}；连接{1}个，等待写入{2}帧，待提取{3}帧", $"{work.Gateway.EndPoint}", work.Gateway.Connections, work.Gateway.Journal.Waiting, work.Lag] + WorkWords(work, texts);

    private static string WorkWords(Rooms.Monitoring.Gateway.GatewayWork work, UiTexts texts) => string.Concat(work.Steady.Where(steady => steady.Falls > 0).Select(steady =>
        texts["；{0}因故障重启{1}次，最近{2}（{3}），{4}", texts[WorkWord(steady.Name)], steady.Falls, Time(steady.FellUtc ?? default), steady.Fault, texts[steady.IsDown ? "尚未恢复" : "已恢复"]]));

    private static string WorkWord(string work) => work switch
    {
        "journal" => "报文写入",
        "quarantine" => "待认领写入",
        "queue outlet" => "消息队列送入",
        "queue intake" => "消息队列取出",
        "derivation" => "数据提取",
        "sums" => "小时与日月汇总",
        "watch" => "连接巡查",
        "commands" => "远程命令",
        "listener" => "接收监听",
        "alert rules" => "报警规则",
        _ => work,
    };

    private static PageTable ConsumersTable(IReadOnlyList<FeedLag> lags, UiTexts texts) => Table(
        texts["后续处理进度"],
        [new("处理", ColumnKind.OneLine), new("已处理到", ColumnKind.Figure), new("最新", ColumnKind.Figure), new("滞后", ColumnKind.Figure) { Unit = "条" }],
        [.. lags.Select(lag => new TableRow([Cell.Of(lag.Consumer), Cell.Whole(lag.Read), Cell.Whole(lag.Newest), Cell.Whole(lag.Lag)]))]);

    private static PageTable Table(string title, IReadOnlyList<Column> columns, IReadOnlyList<TableRow> rows) => new(title, columns, rows);

    private static TableRow Row(string name, string text) => new([Cell.Of(name), Cell.Of(text)]);

    private static string Time(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm:ss}";

    private static string Free(string folder)
    {
        try
        {
            return Size(new DriveInfo(folder).AvailableFreeSpace);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "—";
        }
    }

    private static string Size(long bytes)
    {
        var (unit, name) = bytes >= 1L << 30 ? (1L << 30, "GB") : (1L << 20, "MB");
        return string.Create(CultureInfo.InvariantCulture, $"{Rounding.HalfEven(bytes / (decimal)unit, 1):0.0} {name}");
    }
}

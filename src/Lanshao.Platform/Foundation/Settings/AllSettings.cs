using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation.Jobs;

namespace Lanshao.Platform.Foundation.Settings;

/// <summary>Everything that can be set, in the order of the work. A room adds its own lines here.</summary>
public static class AllSettings
{
    private static readonly DocumentLimits Documents = DocumentLimits.Default;

    public static NumberSetting FileMegabytes { get; } = new("limits.file-mb", "导入文件大小上限", "MB", Documents.FileBytes >> 20, 1, 2048);

    public static NumberSetting UnpackedMegabytes { get; } = new("limits.unpacked-mb", "压缩文件展开后大小上限", "MB", Documents.UnpackedBytes >> 20, 1, 8192);

    public static NumberSetting EntryRatio { get; } = new("limits.entry-ratio", "压缩文件单个条目的压缩比上限", "倍", Documents.EntryRatio, 10, 10_000);

    public static NumberSetting Entries { get; } = new("limits.entries", "压缩文件条目数上限", "个", Documents.Entries, 10, 1_000_000);

    public static NumberSetting XmlDepth { get; } = new("limits.xml-depth", "文档结构嵌套层数上限", "层", Documents.XmlDepth, 32, 4096);

    public static NumberSetting TableRows { get; } = new("limits.table-rows", "单个表格行数上限", "行", Documents.TableRows, 100, 10_000_000);

    public static NumberSetting CellCharacters { get; } = new("limits.cell-characters", "单元格字数上限", "字", Documents.CellCharacters, 1000, 10_000_000);

    public static NumberSetting ReadSeconds { get; } = new("limits.read-seconds", "读取单个文件的时限", "秒", (long)Documents.Time.TotalSeconds, 1, 3600);

    public static NumberSetting ReadMegabytes { get; } = new("limits.read-memory-mb", "读取单个文件的内存上限", "MB", Documents.MemoryBytes >> 20, 16, 16_384);

    public static NumberSetting StreamedMegabytes { get; } = new("limits.streamed-mb", "压缩数据文件（csv.gz）展开后大小上限", "MB", Documents.StreamedBytes >> 20, 1, 1_048_576);

    public static NumberSetting HeadKilobytes { get; } = new("web.head-kb", "请求行与请求头大小上限", "KB", 16, 4, 128);

    public static NumberSetting FormKilobytes { get; } = new("web.form-kb", "表单大小上限", "KB", 1024, 16, 65_536);

    public static NumberSetting FilterValues { get; } = new("web.filter-values", "同一筛选条件可选值上限", "个", 20, 1, 200);

    public static NumberSetting QuerySeconds { get; } = new("web.query-seconds", "单次查询时限", "秒", 5, 1, 300);

    public static TextSetting HostNames { get; } = new("web.host-names", "除本机名外可访问本站的域名，用逗号分隔", string.Empty, 1000);

    public static NumberSetting HeavyJobs { get; } = new("jobs.heavy", "同时运行的大型后台任务上限", "个", JobRunner.MostHeavy, 1, 64);

    public static NumberSetting Workers { get; } = new("jobs.workers", "本进程同时处理的后台任务数", "个", 6, 1, 64);

    public static NumberSetting GatewayConnections { get; } = new("gateway.connections", "设备连接总数上限", "个", 20_000, 1, 1_000_000);

    public static NumberSetting GatewayPerAddress { get; } = new("gateway.connections-per-address", "同一地址的设备连接数上限，本机除外", "个", 200, 1, 100_000);

    public static NumberSetting GatewayFirstFrameSeconds { get; } = new("gateway.first-frame-seconds", "设备连接后送达首个正确报文的时限", "秒", 30, 1, 3600);

    public static NumberSetting GatewayIdleSeconds { get; } = new("gateway.idle-seconds", "设备连接无数据后断开的时限", "秒", 900, 1, 86_400);

    public static NumberSetting GatewayGarbageKilobytes { get; } = new("gateway.garbage-kb", "单个设备连接的无效字节上限", "KB", 64, 1, 65_536);

    public static NumberSetting GatewayFramesPerSecond { get; } = new("gateway.frames-per-second", "单台设备每秒报文数上限，超出的放慢接收，模拟设备除外", "个", 20, 1, 10_000);

    public static NumberSetting GatewayWaitingFrames { get; } = new("gateway.waiting-frames", "等待写入的报文数上限，达到后暂停接收", "个", 20_000, 100, 1_000_000);

    public static NumberSetting GatewayLagFrames { get; } = new("gateway.lag-frames", "待提取报文数上限，超出后就绪检查报不正常", "帧", 100_000, 100, 1_000_000_000);

    public static NumberSetting GatewayBackFillDays { get; } = new("gateway.back-fill-days", "补传期限：数据时间早于到达时间超过此天数的报文暂存待裁定，查询历史数据取回的除外", "天", 62, 1, 3660);

    public static NumberSetting KeptJournalMonths { get; } = new("journal.kept-months", "原始报文保留的整月数，0为一直保留", "月", 0, 0, 1_200);

    public static NumberSetting KeptReadingMonths { get; } = new("readings.kept-months", "实时和分钟数据保留的整月数，0为一直保留；小时、日、月数据一直保留", "月", 0, 0, 1_200);

    public static NumberSetting KeptExportDays { get; } = new("exports.kept-days", "数据导出登记保留的天数，更正时据此列出载有旧数的导出", "天", 1_100, 1, 36_600);

    public static TextSetting NoticeUrl { get; } = new("notices.webhook-url", "报警通知推送的网址（http或https），空为不推送", string.Empty, 1000);

    public static TextSetting NoticeHosts { get; } = new("notices.webhook-hosts", "允许推送到的内网主机名或地址，用逗号分隔", string.Empty, 1000);

    public static NumberSetting NoticeFiles { get; } = new("notices.outbox", "是否把报警通知写入数据文件夹的outbox，每条一个文件（0为否，1为是）", string.Empty, 0, 0, 1);

    public static NumberSetting NoticeAll { get; } = new("notices.outward-all", "对外发送哪些通知（0为立即处置，1为全部）", string.Empty, 0, 0, 1);

    public static NumberSetting GatewaySimulated { get; } = new("gateway.simulated", "是否接收本机的模拟设备（0为否，1为是）", string.Empty, 1, 0, 1);

    public static TextSetting QueueUrl { get; } = new("queue.url", "接收与写入分开时的消息队列（RabbitMQ）地址 amqp://用户:密码@主机:端口/虚拟主机；空为不用", string.Empty, 1000) { IsSecret = true };

    public static NumberSetting QueuePartitions { get; } = new("queue.partitions", "设备分到几个队列，各进程须相同", "个", 8, 1, 64);

    public static NumberSetting QuarantineDevices { get; } = new("quarantine.devices", "待认领设备数上限", "台", 5000, 1, 1_000_000);

    public static NumberSetting QuarantineMegabytes { get; } = new("quarantine.mb", "待认领报文总大小上限", "MB", 1024, 1, 1_048_576);

    public static NumberSetting QuarantineDays { get; } = new("quarantine.days", "待认领报文保留天数", "天", 30, 1, 3660);

    public static TextSetting PdfProgram { get; } = new("pdf.program", "转为PDF的程序（LibreOffice）的路径；空为自动查找，none为不用", string.Empty, 1000);

    public static NumberSetting PdfSeconds { get; } = new("pdf.seconds", "转为PDF的时限", "秒", 60, 1, 3600);

    public static NumberSetting PdfMegabytes { get; } = new("pdf.memory-mb", "转为PDF的内存上限", "MB", 2048, 64, 65_536);

    public static NumberSetting LiveConnections { get; } = new("live.connections", "同时自动更新的页面总数上限", "个", 500, 0, 100_000);

    public static NumberSetting LivePerAddress { get; } = new("live.connections-per-address", "同一地址同时自动更新的页面数上限", "个", 100, 0, 10_000);

    public static IReadOnlyList<Setting> All { get; } =
    [
        FileMegabytes, UnpackedMegabytes, EntryRatio, Entries, XmlDepth, TableRows, CellCharacters, ReadSeconds, ReadMegabytes, StreamedMegabytes,
        HeadKilobytes, FormKilobytes, FilterValues, QuerySeconds, HostNames, LiveConnections, LivePerAddress,
        HeavyJobs, Workers,
        PdfProgram, PdfSeconds, PdfMegabytes,
        GatewayConnections, GatewayPerAddress, GatewayFirstFrameSeconds, GatewayIdleSeconds, GatewayGarbageKilobytes, GatewayFramesPerSecond, GatewayWaitingFrames, GatewayLagFrames, GatewayBackFillDays, GatewaySimulated, QueueUrl, QueuePartitions, KeptJournalMonths, KeptReadingMonths, KeptExportDays,
        QuarantineDevices, QuarantineMegabytes, QuarantineDays,
        NoticeUrl, NoticeHosts, NoticeFiles, NoticeAll,
    ];
}

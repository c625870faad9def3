namespace Lanshao.Platform.Foundation;

/// <summary>A named right: every page, form, endpoint and verb names one.</summary>
/// <param name="Code"><c>room.verb</c>, stable.</param>
/// <param name="Name">What the pages of the administrator print.</param>
public sealed record Permission(string Code, string Name);

/// <summary>All rights of the program, in the order of the work. A room adds its own lines here.</summary>
public static class Permissions
{
    /// <summary>No right needed: liveness, static files, pure calculations on the command line.</summary>
    public const string Open = "open";
    public const string SystemRead = "system.read";
    public const string SystemOperate = "system.operate";
    public const string PackRead = "pack.read";
    public const string PackApply = "pack.apply";
    public const string AuditRead = "audit.read";
    public const string FilesRead = "files.read";
    public const string ImportsRead = "imports.read";
    public const string ImportsApply = "imports.apply";
    public const string IndicatorsRead = "indicators.read";
    public const string IndicatorsImport = "indicators.import";
    public const string PlansRead = "plans.read";
    public const string PlansImport = "plans.import";
    public const string PlansEdit = "plans.edit";
    public const string ProgressRead = "progress.read";
    public const string ProgressReport = "progress.report";
    public const string ProgressRule = "progress.rule";
    public const string ReportsRead = "reports.read";
    public const string ReportsRender = "reports.render";
    public const string ReportsMove = "reports.move";
    public const string DevicesRead = "devices.read";
    public const string DevicesEdit = "devices.edit";
    public const string DevicesCommand = "devices.command";
    public const string ReadingsReview = "readings.review";
    public const string AlertsRead = "alerts.read";
    public const string AlertsHandle = "alerts.handle";
    public const string AlertsRules = "alerts.rules";
    public const string AlertsDuty = "alerts.duty";
    public const string NoticesRead = "notices.read";
    public const string NoticesHandle = "notices.handle";
    public const string JobsRead = "jobs.read";
    public const string JobsCancel = "jobs.cancel";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Open, "公开"),
        new(SystemRead, "查看运行状态"),
        new(SystemOperate, "运行与维护"),
        new(PackRead, "查看辖区包"),
        new(PackApply, "更新辖区包"),
        new(AuditRead, "查看审计链"),
        new(FilesRead, "下载文件"),
        new(ImportsRead, "查看导入批次"),
        new(ImportsApply, "确认与撤销导入"),
        new(IndicatorsRead, "查看数据"),
        new(IndicatorsImport, "导入数据"),
        new(PlansRead, "查看任务"),
        new(PlansImport, "导入年度计划"),
        new(PlansEdit, "处理核对提示与关联任务"),
        new(ProgressRead, "查看进展"),
        new(ProgressReport, "报送进展"),
        new(ProgressRule, "确认与撤销完成"),
        new(ReportsRead, "查看文稿"),
        new(ReportsRender, "生成文稿"),
        new(ReportsMove, "登记文稿流转与签发"),
        new(DevicesRead, "查看设备与在线数据"),
        new(DevicesEdit, "登记、认领与拒收设备"),
        new(DevicesCommand, "向设备下达远程命令"),
        new(ReadingsReview, "审核数据：初核、复核、登记存疑"),
        new(AlertsRead, "查看报警"),
        new(AlertsHandle, "签收报警与登记结果"),
        new(AlertsRules, "修改报警规则"),
        new(AlertsDuty, "登记值班表"),
        new(NoticesRead, "查看通知"),
        new(NoticesHandle, "标记通知已读"),
        new(JobsRead, "查看后台任务"),
        new(JobsCancel, "取消后台任务"),
    ];
}

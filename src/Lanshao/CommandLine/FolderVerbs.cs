using System.CommandLine;
using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Storage.Backup;

namespace Lanshao.CommandLine;

/// <summary>What keeps a data folder: <c>settings</c>, <c>audit verify</c>, <c>backup</c>, <c>restore</c>.</summary>
internal static class FolderVerbs
{
    public static IEnumerable<Command> All() => [SettingsVerb(), new Command("audit", "审计链") { AuditVerify() }, BackupVerb(), RestoreVerb()];

    private static Command SettingsVerb() => DataVerb.On(new Command("settings", "列出全部设置及其来源"), Permissions.SystemRead, (verb, _) =>
        Task.FromResult(verb.Output.Print(verb.Settings.All.Select(SettingLine.Of).ToList(), (writer, lines) =>
        {
            foreach (var line in lines)
            {
                writer.WriteLine($"{line.Key,-26} {line.Value,-10} {line.Unit,-4} {line.OriginText,-6} {line.Description}（{line.Range}，环境变量 {line.Environment}）");
            }
        })));

    private static Command AuditVerify() => DataVerb.On(new Command("verify", "从头核验审计链"), Permissions.AuditRead, async (verb, ct) =>
    {
        await using var db = verb.Folder.Store.NewContext();
        var report = await VerifyAudit.RunAsync(db, ct);
        var answer = new AuditAnswer(report.Links, report.Broken is null, report.Head, report.Broken is { } broken ? new(broken.Seq, broken.Fault.ToString().ToLowerInvariant()) : null);
        return verb.Output.Print(answer, (writer, shown) => writer.WriteLine(shown.Intact
            ? string.Create(CultureInfo.InvariantCulture, $"审计链完整，共{shown.Links}条，末条 {shown.Head}")
            : string.Create(CultureInfo.InvariantCulture, $"审计链在第{shown.Broken!.Seq}条断开（{FaultText(report.Broken!.Fault)}），此前{shown.Links}条完整")), report.Broken is null ? ExitCode.Done : ExitCode.Found);
    });

    private static Command BackupVerb()
    {
        var target = new Option<string>("--output") { Description = "备份文件（.zip），不覆盖已有文件", Required = true };
        return DataVerb.On(new Command("backup", "备份数据文件夹，服务可照常运行") { target }, Permissions.SystemOperate, async (verb, ct) =>
        {
            var outcome = await BackUpFolder.RunAsync(verb.Folder, verb.Parsed.GetValue(target)!, TimeProvider.System, ct);
            return outcome.IsRefused ? verb.Output.Refuse(outcome.Refusal) : verb.Output.Print(outcome.Value, (writer, done) => writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"已备份到 {done.File}，{done.Files}个文件，{done.Bytes / 1024} KB。审计链{done.AuditLinks}条，末条 {done.AuditHead}")));
        });
    }

    private static Command RestoreVerb()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件" };
        return new Command("restore", "从备份恢复到新的数据文件夹") { file, CommonOptions.Data, CommonOptions.Database }.Needs(Permissions.SystemOperate).Runs(async (parsed, output, ct) =>
        {
            var outcome = await RestoreFolder.RunAsync(parsed.GetValue(file)!, parsed.GetValue(CommonOptions.Data)!, parsed.GetValue(CommonOptions.Database), ct);
            return outcome.IsRefused ? output.Refuse(outcome.Refusal, parsed.GetValue(file)) : output.Print(outcome.Value, (writer, done) => writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"已恢复到 {done.Folder}，{done.Files}个文件，审计链{done.AuditLinks}条完整")));
        });
    }

    private static string FaultText(LinkFault fault) => fault switch
    {
        LinkFault.Missing => "此前有缺失",
        LinkFault.NotFollowing => "与前一条不衔接",
        _ => "内容被改动",
    };

    private sealed record SettingLine(string Key, string Value, string Unit, string Origin, string Description, string Default, string Range, string Environment)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string OriginText => Origin switch { "commandLine" => "命令行", "environment" => "环境", "file" => "文件", _ => "默认" };

        public static SettingLine Of(SettingValue value) => new(
            value.Setting.Key,
            value.Shown,
            value.Setting.Unit,
            char.ToLowerInvariant(value.Origin.ToString()[0]) + value.Origin.ToString()[1..],
            value.Setting.Description,
            value.Setting.DefaultText,
            value.Setting.Range,
            value.Setting.EnvironmentName);
    }

    private sealed record AuditAnswer(long Links, bool Intact, string Head, BrokenAnswer? Broken);

    private sealed record BrokenAnswer(long Seq, string Fault);
}

using System.Globalization;
using Lanshao.Hj212.Exchanges;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring;

/// <summary>远程命令 on a device's page: what was typed, and what was asked and answered before.</summary>
internal static class DeviceCommands
{
    /// <summary>The field of a new password, which no page shows again.</summary>
    public const string SecretName = "secret";
    private const int Most = 20;

    private static readonly Dictionary<RemoteCommandKind, string> Words = new()
    {
        [RemoteCommandKind.SetClock] = "校时",
        [RemoteCommandKind.Realtime] = "提取实时数据",
        [RemoteCommandKind.Minutes] = "查询分钟历史数据",
        [RemoteCommandKind.Hours] = "查询小时历史数据",
        [RemoteCommandKind.Days] = "查询日历史数据",
        [RemoteCommandKind.RunningTimes] = "查询设备运行时间",
        [RemoteCommandKind.StopRealtime] = "停止实时数据",
        [RemoteCommandKind.StartRunState] = "提取设备运行状态",
        [RemoteCommandKind.StopRunState] = "停止设备运行状态",
        [RemoteCommandKind.Timeouts] = "设置超时和重发",
        [RemoteCommandKind.RealtimeInterval] = "设置实时数据间隔",
        [RemoteCommandKind.MinuteInterval] = "设置分钟数据间隔",
        [RemoteCommandKind.Password] = "设置访问密码",
        [RemoteCommandKind.Calibrate] = "零点量程校准",
        [RemoteCommandKind.SampleNow] = "即时采样",
        [RemoteCommandKind.Clean] = "清洗反吹",
        [RemoteCommandKind.Compare] = "比对采样",
        [RemoteCommandKind.KeepSample] = "超标留样",
        [RemoteCommandKind.Sampling] = "设置采样周期",
    };

    private static readonly IReadOnlyList<Column> Columns =
        [new("申请时间", ColumnKind.OneLine), new("命令"), new("数据时段或参数"), new("事由", ColumnKind.Prose), new("下达人（岗位）", ColumnKind.OneLine), new("复核岗位"), new("状态", ColumnKind.Mark), new("设备应答", ColumnKind.Prose)];

    /// <summary>Returns the commands of a form, in the order of its choice.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(UiTexts texts) => [.. Words.Where(word => !RemoteCommand.OfTwoPosts.Contains(word.Key)).Select(word => ($"{word.Key}", texts[word.Value]))];

    /// <summary>Returns the commands that the pack has opened for two posts.</summary>
    public static async Task<IReadOnlyList<(string Value, string Text)>> OpenedAsync(LanshaoContext db, UiTexts texts, CancellationToken ct) =>
        [.. ((await CurrentPack.ReadAsync(db, ct)).Value?.Read(OpenedCommands.Part).Kinds ?? []).Select(kind => ($"{kind}", texts[Words[kind]]))];

    /// <summary>Returns the commands of a device that wait for another post.</summary>
    public static Task<List<RemoteCommand>> WaitingAsync(LanshaoContext db, string mn, CancellationToken ct) =>
        db.Set<RemoteCommand>().AsNoTracking().Where(command => command.Mn == mn && command.Release == CommandRelease.Waiting).OrderByDescending(command => command.AskedUtc).Take(Most).ToListAsync(ct);

    /// <summary>Returns a command in words: what, with which argument, who wants it and why.</summary>
    public static string Sentence(RemoteCommand command, UiTexts texts) => texts["{0}申请：{1}{2}；事由：{3}", command.AskedPost, texts[Words[command.Kind]], command.Argument.Length == 0 ? string.Empty : "（" + command.Argument + "）", command.Reason];

    public static Dictionary<string, string> Typed(IFormCollection form) => form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString().Trim(), StringComparer.Ordinal);

    /// <summary>Returns what a form asks of a device; times that cannot be read are none.</summary>
    public static AskDevice.Request Asked(string mn, Dictionary<string, string> typed)
    {
        var kind = Enum.TryParse<RemoteCommandKind>(typed.GetValueOrDefault("kind"), out var known) && Enum.IsDefined(known) ? known : RemoteCommandKind.SetClock;
        return new(mn, kind, Time(typed.GetValueOrDefault("from")), Time(typed.GetValueOrDefault("to")), typed.GetValueOrDefault("reason") ?? string.Empty, typed.GetValueOrDefault("confirmed") == "1")
        {
            Argument = typed.GetValueOrDefault(kind == RemoteCommandKind.Password ? SecretName : "argument") ?? string.Empty,
            Post = typed.GetValueOrDefault("post") ?? string.Empty,
        };
    }

    public static async Task<PageTable> TableAsync(LanshaoContext db, string mn, UiTexts texts, CancellationToken ct)
    {
        var commands = await db.Set<RemoteCommand>().AsNoTracking().Where(command => command.Mn == mn).OrderByDescending(command => command.AskedUtc).Take(Most).ToListAsync(ct);
        return new(texts["远程命令记录"], Columns, [.. commands.Select(command => Row(command, texts))]) { IsWide = true, IsStacked = true };
    }

    private static TableRow Row(RemoteCommand command, UiTexts texts) => new(
    [
        Cell.Of(Minute(command.AskedUtc)),
        Cell.Of(texts[Words[command.Kind]]),
        command is { FromUtc: { } from, ToUtc: { } to } ? Cell.Of($"{Minute(from)}—{Minute(to)}") : command.Argument.Length > 0 ? Cell.Of(command.Argument) : Cell.Missing(texts["不涉及"]),
        Cell.Of(command.Reason),
        Cell.Of(command.AskedPost.Length == 0 ? command.AskedBy : $"{command.AskedBy}（{command.AskedPost}）"),
        command.ReleasedPost is { } post ? Cell.Of(post).Noted(command.ReleaseNote) : Cell.Missing(texts[command.Release == CommandRelease.Waiting ? "待复核" : "一岗办理"]),
        Cell.Of(texts[command.Release switch { CommandRelease.Waiting => "待复核", CommandRelease.Declined => "不予放行", _ => StepWord(command) }]),
        Cell.Of(Answer(command, texts)),
    ]);

    private static string StepWord(RemoteCommand command) => command.IsWaitingToGo ? "待下达" : command is { SentUtc: null, Step: ExchangeStep.Silent } ? "逾期未下达" : command.Step switch
    {
        ExchangeStep.Sent => "等待应答",
        ExchangeStep.Accepted => "设备执行中",
        ExchangeStep.Done => "执行成功",
        ExchangeStep.Refused => "未执行",
        _ => "无应答",
    };

    private static string Answer(RemoteCommand command, UiTexts texts)
    {
        var words = new List<string>();
        if (command is { MaySend: true, SentUtc: null, Step: ExchangeStep.Silent })
        {
            words.Add(texts["设备没有连接，{0}分钟内未能下达", (int)RemoteCommand.Patience.TotalMinutes]);
        }

        if (command.Request != RequestResult.None)
        {
            words.Add(texts["请求应答{0}", (int)command.Request]);
        }

        if (command.Execution != ExecutionResult.None)
        {
            words.Add(command.Execution == ExecutionResult.NoData ? texts["没有数据（100）"] : texts["执行结果{0}", (int)command.Execution]);
        }

        if (command.IsQuery && command.Frames > 0)
        {
            words.Add(texts["补传{0}帧", command.Frames]);
        }

        if (command.Resends > 0)
        {
            words.Add(texts["重发{0}次", command.Resends]);
        }

        return string.Join("，", words);
    }

    private static string Minute(DateTime instantUtc) => $"{ChinaTime.CivilOf(instantUtc):yyyy-MM-dd HH:mm}";

    private static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

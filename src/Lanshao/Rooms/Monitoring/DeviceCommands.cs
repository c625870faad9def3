using System.Globalization;
using Lanshao.Hj212.Exchanges;
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
    private const int Most = 20;

    private static readonly Dictionary<RemoteCommandKind, string> Words = new()
    {
        [RemoteCommandKind.SetClock] = "校时",
        [RemoteCommandKind.Realtime] = "提取实时数据",
        [RemoteCommandKind.Minutes] = "查询分钟历史数据",
        [RemoteCommandKind.Hours] = "查询小时历史数据",
        [RemoteCommandKind.Days] = "查询日历史数据",
        [RemoteCommandKind.RunningTimes] = "查询设备运行时间",
    };

    private static readonly IReadOnlyList<Column> Columns =
        [new("下达时间", ColumnKind.OneLine), new("命令"), new("数据时段", ColumnKind.OneLine), new("事由", ColumnKind.Prose), new("下达人", ColumnKind.OneLine), new("状态", ColumnKind.Mark), new("设备应答", ColumnKind.Prose)];

    /// <summary>Returns the commands of a form, in the order of its choice.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices(UiTexts texts) => [.. Words.Select(word => ($"{word.Key}", texts[word.Value]))];

    public static Dictionary<string, string> Typed(IFormCollection form) => form.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.ToString().Trim(), StringComparer.Ordinal);

    /// <summary>Returns what a form asks of a device; times that cannot be read are none.</summary>
    public static AskDevice.Request Asked(string mn, Dictionary<string, string> typed)
    {
        var kind = Enum.TryParse<RemoteCommandKind>(typed.GetValueOrDefault("kind"), out var known) && Enum.IsDefined(known) ? known : RemoteCommandKind.SetClock;
        return new(mn, kind, Time(typed.GetValueOrDefault("from")), Time(typed.GetValueOrDefault("to")), typed.GetValueOrDefault("reason") ?? string.Empty, typed.GetValueOrDefault("confirmed") == "1");
    }

    public static async Task<PageTable> TableAsync(LanshaoContext db, string mn, UiTexts texts, CancellationToken ct)
    {
        var commands = await db.Set<RemoteCommand>().AsNoTracking().Where(command => command.Mn == mn).OrderByDescending(command => command.AskedUtc).Take(Most).ToListAsync(ct);
        return new(texts["远程命令记录"], Columns, [.. commands.Select(command => Row(command, texts))]) { IsWide = true };
    }

    private static TableRow Row(RemoteCommand command, UiTexts texts) => new(
    [
        Cell.Of(Minute(command.AskedUtc)),
        Cell.Of(texts[Words[command.Kind]]),
        command is { FromUtc: { } from, ToUtc: { } to } ? Cell.Of($"{Minute(from)}—{Minute(to)}") : Cell.Missing(texts["不涉及"]),
        Cell.Of(command.Reason),
        Cell.Of(command.AskedBy),
        Cell.Of(texts[StepWord(command.Step)]),
        Cell.Of(Answer(command, texts)),
    ]);

    private static string StepWord(ExchangeStep step) => step switch
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

using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Lanshao.CommandLine;
using Lanshao.Hj212.Exchanges;
using Lanshao.Hj212.Simulation;
using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Monitoring;

/// <summary><c>hj212 simulate --to HOST:PORT</c>: devices that do not exist send real frames.</summary>
internal static class SimulateVerb
{
    private const int MostDevices = 50_000;
    private static readonly Option<string> To = new("--to") { Description = "接收方，主机:端口", Required = true };
    private static readonly Option<int> Devices = new("--devices") { Description = "设备台数，每台一条连接", Required = true };
    private static readonly Option<double> Rate = new("--rate") { Description = "全部设备每秒的报文数", Required = true };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "发送多少秒", Required = true };
    private static readonly Option<string?> Kind = new("--kind") { Description = "air 空气、dust 扬尘、fume 油烟、water 水；不给则四种都有" };
    private static readonly Option<string?> Acks = new("--acks") { Description = "把得到应答的帧写入文件：MN、QN、CN、PNO" };
    private static readonly Option<int> Seed = new("--seed") { Description = "随机种子，相同则设备和数据相同", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> From = new("--from") { Description = "设备时钟的起点（北京时间，20260308101500）；不给则为现在" };
    private static readonly Option<double> Wait = new("--wait") { Description = "等应答多少秒后重发，标准为 10", DefaultValueFactory = _ => 10 };
    private static readonly Option<double> Drop = Share("--drop", "不发送的报文比例");
    private static readonly Option<double> Repeat = Share("--repeat", "已应答仍重发的报文比例");
    private static readonly Option<double> Garbage = Share("--garbage", "传坏的报文比例");
    private static readonly Option<double> Drift = Share("--drift", "时钟不准的设备比例");
    private static readonly Option<double> Flat = Share("--flat", "数值不变的设备比例");

    public static Command Command()
    {
        Kind.AcceptOnlyFromAmong("air", "dust", "fume", "water");
        Within(Devices, n => n is >= 1 and <= MostDevices);
        Within(Rate, n => n is > 0 and <= 1_000_000);
        Within(Seconds, n => n is > 0 and <= 31_536_000);
        Within(Wait, n => n is >= 0.05 and <= 99);
        Within(To, text => SimulationTarget.Parse(text!, ResendPlan.Standard) is not null);
        Within(From, text => text is null || TryTime(text, out _));
        var verb = new Command("simulate", "模拟现场设备，向平台发送真实格式的报文") { To, Devices, Rate, Seconds, Kind, Acks, Seed, From, Wait, Drop, Repeat, Garbage, Drift, Flat };
        return verb.Needs(Permissions.Open).Runs(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbOutput output, CancellationToken ct)
    {
        var target = SimulationTarget.Parse(parsed.GetValue(To)!, new ResendPlan(TimeSpan.FromSeconds(parsed.GetValue(Wait)), ResendPlan.Standard.Resends))!;
        try
        {
            using var probe = await target.ConnectAsync(ct);
        }
        catch (SocketException unreachable)
        {
            return output.Refuse(Refusal.Environment("HJ-014", ("to", parsed.GetValue(To)!), ("reason", unreachable.Message)));
        }

        await using var acks = parsed.GetValue(Acks) is { } path ? new AckFile(path) : null;
        var simulation = new DeviceSimulation(MakeDevices(parsed), target, new SimulationTally(acks));
        var from = TryTime(parsed.GetValue(From), out var given) ? given : ChinaTime.CivilOf(ChinaTime.NowUtc(TimeProvider.System));
        var answer = await simulation.RunAsync(parsed.GetValue(Rate), TimeSpan.FromSeconds(parsed.GetValue(Seconds)), from, ct);
        return output.Print(answer, (writer, done) => writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"发送{done.Sent}帧，应答{done.Acknowledged}帧，重发{done.Resent}次，应答时间中位{done.P50Ms}毫秒、99%在{done.P99Ms}毫秒内，历时{done.Seconds}秒")));
    }

    private static List<SimulatedDevice> MakeDevices(ParseResult parsed)
    {
        var kinds = parsed.GetValue(Kind) is { } kind ? [Enum.Parse<DeviceKind>(kind, ignoreCase: true)] : Enum.GetValues<DeviceKind>();
        var faults = new Faults(parsed.GetValue(Drop), parsed.GetValue(Repeat), parsed.GetValue(Garbage), parsed.GetValue(Drift), parsed.GetValue(Flat));
        return [.. Enumerable.Range(0, parsed.GetValue(Devices)).Select(i => new SimulatedDevice(kinds[i % kinds.Length], i / kinds.Length, parsed.GetValue(Seed), faults))];
    }

    private static bool TryTime(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static Option<double> Share(string name, string description)
    {
        var option = new Option<double>(name) { Description = description + "，0 到 1" };
        Within(option, share => share is >= 0 and <= 1);
        return option;
    }

    private static void Within<T>(Option<T> option, Func<T?, bool> isRight) => option.Validators.Add(parsed =>
    {
        if (!isRight(parsed.GetValueOrDefault<T>()))
        {
            parsed.AddError($"{option.Name} 的值不在允许的范围内。");
        }
    });
}

using System.CommandLine;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The verbs of the device protocol: <c>hj212 decode</c>, <c>hj212 simulate</c>.</summary>
internal static class Hj212Verbs
{
    public static IEnumerable<Command> All() => [new Command("hj212", "HJ 212 污染物在线监控数据传输协议") { DecodeVerb.Command(), SimulateVerb.Command() }];
}

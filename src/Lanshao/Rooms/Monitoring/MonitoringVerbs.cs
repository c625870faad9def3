using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring;

/// <summary>The verbs of devices and readings: <c>device import</c>, <c>reading count</c>, <c>readings import</c>.</summary>
internal static class MonitoringVerbs
{
    public static IEnumerable<Command> All() =>
    [
        new Command("device", "在线监控设备") { Import() },
        new Command("reading", "监测数据") { ReadingCountVerb.Command() },
        new Command("readings", "站点小时数据") { ReadingsImportVerb.Command() },
    ];

    private static Command Import()
    {
        var verb = new Command("import", "导入设备登记表") { ImportVerb.File, ImportVerb.Preview };
        return DataVerb.On(verb, Permissions.DevicesEdit, (verb, ct) => ImportVerb.RunAsync(verb, ImportDevices.Kind, "application/octet-stream", new Dictionary<string, string>(), ct));
    }
}

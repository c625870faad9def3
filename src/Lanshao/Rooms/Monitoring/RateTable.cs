using System.Globalization;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Storage.Series;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>传输率, 有效率 and 数据传输有效率 by kind of device, each with what it is a part of, and beside them what was left out.</summary>
internal static class RateTable
{
    private const int UsualDays = 7;
    private const int MostDays = 92;

    private const string NotCounted = "不计入的时数";

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("类别", ColumnKind.Mark), new("计入设备", ColumnKind.Figure), new("传输率", ColumnKind.Figure), new("有效率", ColumnKind.Figure), new("数据传输有效率", ColumnKind.Figure), new("是否达到目标", ColumnKind.OneLine),
        new("停业报备", ColumnKind.Figure) { Group = NotCounted }, new("检修报备", ColumnKind.Figure) { Group = NotCounted }, new("其中事后报备", ColumnKind.Figure) { Group = NotCounted }, new("非营业", ColumnKind.Figure) { Group = NotCounted }, new("全程未计入设备", ColumnKind.Figure),
    ];

    /// <summary>Returns which whole hours are counted: those of the period that was asked for, or the last seven days.</summary>
    public static (DateTime FromUtc, DateTime ToUtc, string Words) SpanOf(Period? asked, DateTime nowUtc, UiTexts texts)
    {
        var (usual, now) = (Rollups.HourOf(nowUtc).AddDays(-UsualDays), Rollups.HourOf(nowUtc));
        if (asked is not { Days: <= MostDays } period || ChinaTime.StartUtc(period.From) >= now)
        {
            return (usual, now, texts["近7日"]);
        }

        var end = ChinaTime.StartUtc(period.To.AddDays(1));
        return (ChinaTime.StartUtc(period.From), end < now ? end : now, period.ChineseText);
    }

    /// <summary>Counts the hours of each device.</summary>
    public static async Task<Dictionary<int, DutyHours>> DutiesAsync(MonitoringStores stores, IEnumerable<Device> devices, LeaveBook leaves, Pack? pack, (DateTime FromUtc, DateTime ToUtc, string Words) span, CancellationToken ct)
    {
        var rules = pack?.Read(AlertRules.Part);
        await using var session = await BulkSession.OpenAsync(stores.Series, DataPart.Series, ct);
        return DutyBook.Read(session, devices, leaves, (kind, hour) => IsOpen(rules?.HoursOf(kind), hour), span.FromUtc, span.ToUtc);
    }

    public static PageTable Of(IReadOnlyCollection<Device> devices, IReadOnlyDictionary<int, DutyHours> duties, Pack? pack, string span, UiTexts texts)
    {
        var wanted = pack?.Read(HourChecks.Part).WantedPercent ?? HourChecks.UsualWantedPercent;
        return new(
            texts["数据传输有效率（按类别，{0}）", span], Columns,
            [
                .. devices.GroupBy(device => device.Kind).OrderBy(kind => kind.Key).Select(kind => Row(DeviceWords.Of(kind.Key), [.. kind.Select(device => duties[device.Number])], wanted, RowKind.Plain)),
                .. devices.Count == 0 ? Array.Empty<TableRow>() : [Row(texts["合计"], [.. devices.Select(device => duties[device.Number])], wanted, RowKind.Total)],
            ])
        {
            IsWide = true,
            IsStacked = true,
            Below =
            [
                texts["传输率＝有数据的时次÷应有时次，有效率＝有效时次÷有数据的时次，数据传输有效率＝传输率×有效率＝有效时次÷应有时次；按每台设备每个因子每小时计。目标不低于{0}%。", wanted],
                texts["启用前、拆除后的时间不计；停业、检修报备和非营业时间不在分母内，其时数（台时）列在右侧。模拟设备不计入。"],
            ],
        };
    }

    /// <summary>Returns the rate of all devices in a sentence; nothing where no hour was due.</summary>
    public static string Sentence(IEnumerable<DutyHours> duties, string span, UiTexts texts)
    {
        var all = duties.Aggregate(new DutyHours(0, 0, 0, 0, 0), (sum, one) => sum + one);
        return all.Due == 0 || all.Present == 0 ? string.Empty
            : texts["{0}数据传输有效率{1}%（传输率{2}%×有效率{3}%）。", span, Percent(all.Valid, all.Due), Percent(all.Present, all.Due), Percent(all.Valid, all.Present)];
    }

    private static TableRow Row(string name, List<DutyHours> duties, decimal wanted, RowKind kind)
    {
        var all = duties.Aggregate((sum, one) => sum + one);
        return new(
        [
            Cell.Of(name), Cell.Whole(duties.Count(duty => duty.Due > 0)), ConnectionTable.Rate(all.Present, all.Due, "没有应有时次"), ConnectionTable.Rate(all.Valid, all.Present, "尚无小时数据"), ConnectionTable.Rate(all.Valid, all.Due, "没有应有时次"),
            all.Due == 0 ? Cell.Blank : Cell.State(all.Valid * 100m >= wanted * all.Due ? "已达到" : "未达到"),
            Cell.Whole(all.AwayHours - all.RepairHours), Cell.Whole(all.RepairHours), Cell.Whole(all.LateHours), Cell.Whole(all.ShutHours), Cell.Whole(duties.Count(duty => duty.Due == 0)),
        ], kind);
    }

    private static bool IsOpen(HoursOfDay? opening, DateTime hourUtc) => opening is null || (opening.Holds(ChinaTime.CivilOf(hourUtc)) && opening.Holds(ChinaTime.CivilOf(hourUtc.AddMinutes(59))));

    private static string Percent(int part, int whole) => Rounding.HalfEven(part * 100m / whole, 1).ToString("0.0", CultureInfo.InvariantCulture);
}

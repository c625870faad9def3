using Lanshao.Platform.Alerts.Fume;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>油烟在线: B11.</summary>
internal sealed record FumeView(DateOnly On, PageTable Table, PageTable LongOff, string Answer)
{
    public const string Path = "/alerts/fume";
    private const int MostNamed = 200;

    private static IReadOnlyList<Column> Columns { get; } =
        [new("街道"), new("应开启", ColumnKind.Figure), new("未开启", ColumnKind.Figure), new("连续3日以上", ColumnKind.Figure), new("浓度超限", ColumnKind.Figure), new("离线", ColumnKind.Figure), new("停业报备", ColumnKind.Figure), new("已派四查", ColumnKind.Figure)];

    private static IReadOnlyList<Column> NameColumns { get; } = [new("街道"), new("单位"), new("设备编号", ColumnKind.OneLine), new("连续未开启", ColumnKind.OneLine), new("浓度超限", ColumnKind.Mark), new("已派四查", ColumnKind.Mark)];

    public static async Task<Outcome<FumeView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var (pack, yesterday) = (read.Value, ChinaTime.Today(clock).AddDays(-1));
        var rules = pack.Read(AlertRules.Part);
        var on = here.Day("day") is { } asked && asked < yesterday ? asked : yesterday;
        var day = await FumeDay.ReadAsync(db, rules, on, ct);
        return new FumeView(on, TableOf(day, pack, rules, here, t), NamesOf(day, pack, here, t), AnswerOf(day, on == yesterday ? t["昨日"] : $"{on:M月d日}", t));
    }

    // 昨日营业时段净化器未开启87家，其中连续3日以上14家.
    private static string AnswerOf(FumeDay day, string when, UiTexts t)
    {
        var away = day.Kitchens.Count(kitchen => !kitchen.IsDue);
        var said = t["{0}营业时段净化器未开启{1}家，其中连续3日以上{2}家", when, day.Kitchens.Count(kitchen => kitchen.IsOff), day.Kitchens.Count(kitchen => kitchen.IsLongOff)];
        return day.Kitchens.Count == 0 ? t["还没有登记油烟在线设备。"] : t["{0}；应开启{1}家，停业、检修报备{2}家不计入。", said, day.Kitchens.Count - away, away];
    }

    private static PageTable TableOf(FumeDay day, Pack pack, AlertRules rules, PageAddress here, UiTexts t)
    {
        var byArea = day.Kitchens.ToLookup(kitchen => kitchen.Subdistrict);
        var areas = pack.District.Subdistricts.Where(area => byArea.Contains(area.Code)).Select(area => Row(Cell.Of(area.Name).LinkedTo(here.To(AlertsView.Path, ("show", "all"), ("place", Place.Subdistrict(area.Code).Code))), [.. byArea[area.Code]])).ToList();
        var unknown = day.Kitchens.Where(kitchen => kitchen.Subdistrict is not { } code || pack.District.FindSubdistrict(code) is null).ToList();
        var hours = rules.HoursOf(DeviceKind.Fume);
        return new(t["油烟在线（{0}）", $"{day.On:yyyy年M月d日}"], Columns, day.Kitchens.Count == 0 ? [] : [.. areas, .. unknown.Count == 0 ? [] : new[] { Row(Cell.Of(t["未登记街道"]), unknown) }, Row(Cell.Of(t["合计"]), day.Kitchens) with { Kind = RowKind.Total }])
        {
            UnitLine = t["单位：家"],
            Carries = CarriedFigures.Of(ExportReach.Devices, Period.Day(day.On)),
            Below =
            [
                t["未开启、浓度超限、离线按报警规则判断（营业时段{0}）；离线的无法判断净化器是否开启。一家有多台设备的，有一台即计。", hours.IsAlways ? t["全天"] : hours.Words],
                t["应开启不含停业、检修报备；已派四查按报警登记为转其他单位办理的计。12345投诉未接入本系统，未列。油烟在线数据不进入街道均值和排名。"],
            ],
        };
    }

    private static TableRow Row(Cell name, IReadOnlyCollection<FumeKitchen> kitchens) => new(
    [
        name, Count(kitchens, kitchen => kitchen.IsDue), Count(kitchens, kitchen => kitchen.IsOff), Count(kitchens, kitchen => kitchen.IsLongOff), Count(kitchens, kitchen => kitchen.IsOver),
        Count(kitchens, kitchen => kitchen.IsSilent), Count(kitchens, kitchen => kitchen.Away == LeaveKind.Closure), Count(kitchens, kitchen => kitchen.IsHandedOver),
    ]);

    private static Cell Count(IReadOnlyCollection<FumeKitchen> kitchens, Func<FumeKitchen, bool> which) => Cell.Whole(kitchens.Count(which));

    private static PageTable NamesOf(FumeDay day, Pack pack, PageAddress here, UiTexts t)
    {
        var order = pack.District.Subdistricts.Select((area, at) => (area.Code, at)).ToDictionary(area => area.Code, area => area.at);
        var named = day.Kitchens.Where(kitchen => kitchen.IsLongOff).OrderByDescending(kitchen => kitchen.DaysOff).ThenBy(kitchen => order.GetValueOrDefault(kitchen.Subdistrict ?? string.Empty, int.MaxValue)).ToList();
        return new(
            t["连续3日以上未开启的单位"], NameColumns,
            [.. named.Take(MostNamed).Select(kitchen => new TableRow(
            [
                Cell.Of(AlertCells.Area(kitchen.Subdistrict, pack)), Cell.Of(kitchen.Name), Cell.Of(kitchen.Mns[0]).LinkedTo(here.To("/devices/device", ("mn", kitchen.Mns[0]))),
                Cell.Of(t["{0}日", kitchen.DaysOff]).Ordered(kitchen.DaysOff), Cell.Of(kitchen.IsOver ? t["是"] : t["否"]), Cell.Of(kitchen.IsHandedOver ? t["是"] : t["否"]),
            ]))])
        {
            Subject = $"{day.On:yyyy-MM-dd}",
            Below = named.Count > MostNamed ? [t["只列出前{0}行，其余请缩小筛选范围后另行导出。", MostNamed]] : [],
        };
    }
}

using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Stations;

/// <summary>One day down to its hours: what counts, what does not and why, what never came, and what comes of it under both editions.</summary>
internal sealed class StationDay(StationView view, DateOnly day, EvaluatedAir? before, bool isSample, PageAddress here, UiTexts t)
{
    private static readonly string[] Headings = ["PM2.5", "PM10", "SO₂", "NO₂", "CO", "O₃"];

    /// <summary>The items of the day with their sub-indices, edition beside edition.</summary>
    public PageTable Result()
    {
        var at = day.DayNumber - view.Air!.InForce.First.DayNumber;
        var now = view.Air.InForce.Day(at);
        var next = view.Air.EditionsOn(day).NextIndex is { } edition && edition.Edition.Id != now.Edition ? view.Air.Under(edition).Day(at) : null;
        var first = before is { } all && day >= all.InForce.First && day <= all.InForce.Last ? all.InForce.Day(day.DayNumber - all.InForce.First.DayNumber) : null;
        return new(
            t["{0}日评价（{1}）", $"{day:yyyy年M月d日}", view.Words(t)],
            [
                new(t["项目"], ColumnKind.OneLine), new(t["有效小时"], ColumnKind.Figure), new(t["未修约"], ColumnKind.Figure), .. first is null ? [] : new[] { new Column(t["初步日值"], ColumnKind.Figure) }, new(first is null ? t["日值"] : t["审核后日值"], ColumnKind.Figure),
                new(t["分指数（{0}）", now.Edition ?? t["无"]], ColumnKind.Figure), .. next is null ? [] : new[] { new Column(t["分指数（{0}）", next.Edition!], ColumnKind.Figure) },
            ],
            [
                .. now.Items.Select((item, place) => Item(item, next?.Items[place], next is not null, first)),
                new TableRow([Cell.Of("AQI"), Cell.Blank, Cell.Blank, .. first is null ? [] : new[] { Index(first) }, Cell.Blank, Index(now), .. next is null ? [] : new[] { Index(next) }], RowKind.Total),
            ])
        {
            UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
            Carries = view.Carries(day, day),
            Below = [Said(now), .. next is null ? [] : new[] { Said(next) }, .. first is null ? [] : new[] { t["初步为审核前的数值；审核后扣除双人确认无效的小时。"] }],
            IsSample = isSample,
        };
    }

    /// <summary>The stations of a mean, each with a way to its own hours.</summary>
    public PageTable Members() => new(
        t["{0}各站日值", $"{day:yyyy年M月d日}"],
        [new(t["站点"]), new("AQI", ColumnKind.Figure), .. StationView.ItemWords.Select(heading => new Column(heading, ColumnKind.Figure))],
        [.. view.Members.Where(member => day >= member.Air.InForce.First && day <= member.Air.InForce.Last).Select(Member)])
    {
        UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
        Carries = view.Carries(day, day),
        Below = [t["全区日值为各站有效日值的平均，AQI由平均后的日值计算。"]],
        IsSample = isSample,
    };

    /// <summary>The 24 hours of a station.</summary>
    public PageTable Hours(IReadOnlyList<StoredHour> hours, ExpiredBefore expired)
    {
        var left = hours.Where(hour => !hour.Counts && !hour.IsMissing).ToList();
        return new(
            t["{0}小时值（{1}）", $"{day:yyyy年M月d日}", view.Words(t)],
            [new(t["小时"], ColumnKind.OneLine), .. Headings.Select(heading => new Column(heading, ColumnKind.Figure))],
            [
                .. Enumerable.Range(0, 24).Select(hour => new TableRow([Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00")), .. AirItems.Basic.Select((_, item) => Hour(hours[(item * 24) + hour]))])),
                new TableRow([Cell.Of(t["有效小时"]), .. AirItems.Basic.Select((_, item) => Cell.Whole(hours.Skip(item * 24).Take(24).Count(hour => hour.Counts)))], RowKind.Total),
            ])
        {
            UnitLine = t["单位：微克/立方米，CO为毫克/立方米"],
            Carries = view.Carries(day, day),
            Below =
            [
                t["小时为起点，0:00即0时至1时。不计入的小时{0}个，缺测{1}个。", left.Count, hours.Count(hour => hour.IsMissing)],
                .. Gone(hours, expired),
                .. left.GroupBy(hour => (hour.Item, Reason: Reason(hour))).Select(group => t["{0}不计入{1}个小时：{2}。", Headings[(int)group.Key.Item], group.Count(), group.Key.Reason]),
            ],
            IsSample = isSample,
        };
    }

    // What these hours were summed of, and the frames that brought it, may have left the store.
    private IEnumerable<string> Gone(IReadOnlyList<StoredHour> hours, ExpiredBefore expired)
    {
        var startUtc = ChinaTime.StartUtc(day);
        if (expired.ReadingsUtc is { } readings && startUtc < readings && hours.Any(hour => hour.Expected > 1))
        {
            yield return t["{0}前的实时和分钟数据已按保留期清理；小时值在清理前算定，不再改变。", $"{ChinaTime.DayOf(readings):yyyy-MM-dd}"];
        }

        if (expired.FramesUtc is { } frames && startUtc < frames)
        {
            yield return t["{0}前收到的原始报文已按保留期清理。", $"{ChinaTime.DayOf(frames):yyyy-MM-dd}"];
        }
    }

    private static string Shown(AirItem item, decimal mean) => Reported.Of(mean, AirPrecision.Daily(item)).ShownText;

    private Cell Hour(StoredHour hour) => hour.IsMissing ? Cell.Missing(t["缺测"])
        : hour.Counts && hour.Mean is { } mean ? Cell.Of(hour.Text ?? Shown(hour.Item, mean))
        : Cell.Missing(Reason(hour)).Noted(hour is { IsInvalid: true, Mean: { } raw } ? t["初步{0}", Shown(hour.Item, raw)] : null);

    private string Reason(StoredHour hour) => hour switch
    {
        { IsInvalid: true } => t["双人确认无效"],
        { Mean: < 0 } => t["负值"],
        { Flag: { Length: > 0 } flag } when flag != "N" => t["数据标记{0}", flag],
        { Expected: > 1 } => t["有效值不足（到{0}个，应有{1}个）", hour.Present, hour.Expected],
        { Doubts: not ReadingDoubts.None } => t["不是有效数值"],
        _ => t["不计入"],
    };

    private TableRow Item(AirDayItem item, AirDayItem? next, bool withNext, AirDay? first) => new(
    [
        Cell.Of(StationView.ItemWords[(int)item.Item]),
        item.ValidHours is { } hours ? Cell.Whole(hours) : Cell.Missing(t["各站平均"]),
        item.Value is { } exact ? Cell.Of(Numbers.Unrounded(exact.Exact, exact.Decimals)) : Cell.Missing(t["不足以评价"]),
        .. first is null ? [] : new[] { Value(first.Items[(int)item.Item]) },
        Value(item),
        Sub(item), .. withNext ? new[] { Sub(next!.Value) } : [],
    ]);

    private Cell Value(AirDayItem item) => item.Value is { } value ? Cell.Of(value) : Cell.Missing(t["不足以评价"]);

    private Cell Sub(AirDayItem item) => item.Iaqi is { } iaqi ? Cell.Whole(iaqi) : Cell.Missing(item.Value is null ? t["不足以评价"] : t["本版未规定"]);

    private Cell Index(AirDay result) => result.Aqi is { } aqi ? Cell.Whole(aqi) : Cell.Missing(AirReasons.Of(result) ?? t["没有可计算的浓度"]);

    private string Said(AirDay result) => result.Aqi is null
        ? t["{0}：{1}", result.Edition ?? t["无"], AirReasons.Of(result) ?? string.Empty]
        : t["{0}：AQI {1}，{2}，首要污染物{3}。", result.Edition ?? t["无"], result.Aqi, result.Category!.Name, result.Primary.Count == 0 ? t["无"] : AirNames.List(result.Primary)];

    private TableRow Member(StationAir member)
    {
        var result = member.Air.InForce.Day(day.DayNumber - member.Air.InForce.First.DayNumber);
        return new(
        [
            Cell.Of(member.Station.Name).LinkedTo(here.To("/air/day", (StationView.StationName, member.Station.Mn), ("day", $"{day:yyyy-MM-dd}"))),
            Index(result),
            .. result.Items.Select(item => item.Value is { } value ? Cell.Of(value) : Cell.Missing(t["不足以评价"])),
        ]);
    }
}

using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Drives;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Roads;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Drives;

/// <summary>TSP走航: B13, the drives of some days, and of one of them the segments and the places that are high.</summary>
internal sealed record DrivesView(PageTable Drives, PageTable? Segments, PageTable? Highs, PageTable? Referrals, PeakView? Peak, IReadOnlyList<PeakReferral> Open, DriveRule Rule, string Answer, Period Period, decimal Times)
{
    public const string Path = "/dust/drives";
    public const string DriveName = "drive";
    public const string TimesName = "times";
    private const int DaysBack = 30;
    private const int MostNamed = 3;
    private const double MetresPerKilometre = 1000;

    private static readonly IReadOnlyList<Column> DriveColumns =
    [
        new("日期时段", ColumnKind.OneLine), new("路线"), new("里程", ColumnKind.Figure) { Unit = "公里" }, new("均值", ColumnKind.Figure), new("峰值路段"), new("峰值", ColumnKind.Figure), new("高值点", ColumnKind.Figure), new("在登记路段上的测点", ColumnKind.OneLine), new("照片", ColumnKind.OneLine), new("转办情况", ColumnKind.OneLine),
    ];

    private static readonly IReadOnlyList<Column> SegmentColumns =
        [new("道路"), new("路段"), new("街道"), new("测点数", ColumnKind.Figure), new("均值", ColumnKind.Figure), new("峰值", ColumnKind.Figure), new("峰值时间", ColumnKind.OneLine), new("是否峰值路段", ColumnKind.Mark)];

    private static readonly IReadOnlyList<Column> HighColumns =
        [new("序号", ColumnKind.Mark), new("时间", ColumnKind.OneLine), new("地点"), new("街道"), new("峰值", ColumnKind.Figure), new("为均值的倍数", ColumnKind.Figure), new("持续", ColumnKind.Figure) { Unit = "秒" }, new("照片", ColumnKind.OneLine), new("转办情况", ColumnKind.OneLine)];

    /// <summary>Returns the multiple that the address asks for; that of the pack where it names none.</summary>
    public static decimal TimesOf(PageAddress here, decimal usual) => here.Whole(TimesName, Percent(DriveRule.Least), Percent(DriveRule.Most)) is { } percent ? percent / 100m : usual;

    /// <summary>Returns a multiple as an address names it.</summary>
    public static int Percent(decimal times) => (int)(times * 100);

    public static async Task<Outcome<DrivesView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var today = ChinaTime.Today(services.GetRequiredService<TimeProvider>());
        var period = here.Period ?? Period.Spanning(today.AddDays(-DaysBack), today);
        var rule = pack.Value.Read(HourChecks.Part).Drives;
        var times = TimesOf(here, rule.PeakTimes);
        var drives = await Drive.ListAsync(db, period, ct);
        var chosen = drives.FirstOrDefault(drive => drive.Key == here.Text(DriveName)) ?? (drives is [var first, ..] ? first : null);
        var followUps = await DriveFollowUps.ReadAsync(db, ChinaTime.StartUtc(period.From), ChinaTime.StartUtc(period.To.AddDays(1)), ct);
        var own = chosen is null ? null : followUps.Of(chosen);
        var table = new PageTable(t["TSP走航（{0}）", period], DriveColumns, [.. drives.Select(drive => Row(drive, times, followUps.Of(drive), here, t))])
        {
            Carries = CarriesOf(period),
            UnitLine = t["单位：微克/立方米"],
            IsStacked = true,
            Below =
            [
                t["走航数据不进入任何通报均值、累计浓度和排名。均值为测点的算术平均。"],
                t["峰值路段：路段均值不低于本次均值的{0}倍；高值点：连续不低于本次均值{0}倍的测点，取其最高值。测点归入{1}米内最近的登记路段，按现在的路段登记计算。", times, RoadReach],
            ],
        };
        return new DrivesView(
            table, chosen is null ? null : SegmentsOf(chosen, times, pack.Value, t), chosen is null ? null : HighsOf(chosen, times, own!, pack.Value, here, t), own is null ? null : PeakView.TableOf(own, pack.Value, t),
            chosen is null ? null : PeakOf(chosen, times, own!, pack.Value, here), [.. (own?.Referrals ?? []).Where(referral => referral.IsOpen)], rule, AnswerOf(chosen, times, pack.Value, t), period, times);
    }

    private static PeakView? PeakOf(Drive drive, decimal times, DriveFollowUps own, Pack pack, PageAddress here) =>
        PeakView.TimeOf(here.Text(PeakView.Name)) is { } at && drive.HighPoints(drive.MeanUgPerM3 * times).FirstOrDefault(high => high.Peak.AtUtc == at) is { } found
            ? new(found, drive.Route, own.Of(found), PeakView.UnitsOf(pack, found.Segment?.Subdistrict))
            : null;

    // No correction of a station touches a drive: its own word stands for its figures.
    private static CarriedFigures CarriesOf(Period period) => CarriedFigures.Of(ExportReach.Devices, period) with { Items = ["drive"] };

    private static int RoadReach => (int)Drive.ReachM;

    // 本次走航18.6公里，峰值路段3处；均在….
    private static string AnswerOf(Drive? drive, decimal times, Pack pack, UiTexts t)
    {
        if (drive is null)
        {
            return t["这段时间没有走航数据。"];
        }

        var (peaks, highs) = (PeaksOf(drive, times), drive.HighPoints(drive.MeanUgPerM3 * times));
        var places = peaks.Select(peak => RoadsView.AreaOf(peak.Segment.Subdistrict, pack)).Where(place => place.Length > 0).Distinct().ToList();
        var where = places.Count == 0 ? string.Empty : places.Count == 1 ? t["，均在{0}", places[0]] : t["，在{0}", string.Join('、', places)];
        return t["{0}走航{1}公里，均值{2}微克/立方米；峰值路段{3}处{4}；高值点{5}处，最高{6}微克/立方米。", $"{ChinaTime.CivilOf(drive.FromUtc):M月d日}", Kilometres(drive).ShownText, Shown(drive.MeanUgPerM3).ShownText, peaks.Count, where, highs.Count, Shown(drive.PeakUgPerM3).ShownText];
    }

    private static TableRow Row(Drive drive, decimal times, DriveFollowUps own, PageAddress here, UiTexts t)
    {
        var peaks = PeaksOf(drive, times);
        var names = string.Join('、', peaks.Take(MostNamed).Select(peak => peak.Segment.Name));
        return new(
        [
            Cell.Of(Hours(drive)).LinkedTo(here.With((DriveName, drive.Key), (PeakView.Name, null))), Cell.Of(drive.Route), Cell.Of(Kilometres(drive)), Cell.Of(Shown(drive.MeanUgPerM3)),
            peaks.Count == 0 ? Cell.Of(t["无"]) : Cell.Of(peaks.Count > MostNamed ? t["{0}等{1}处", names, peaks.Count] : names), Cell.Of(Shown(drive.PeakUgPerM3)), Cell.Whole(drive.HighPoints(drive.MeanUgPerM3 * times).Count),
            Cell.Of(t["{0}/{1}", drive.Matched.Count(segment => segment is not null), drive.Points.Count]).Ordered(drive.Points.Count),
            PeakView.PhotosOf(own.Photos, t), PeakView.Count(own, t),
        ]);
    }

    private static PageTable SegmentsOf(Drive drive, decimal times, Pack pack, UiTexts t) => new(t["各路段（{0} {1}）", Hours(drive), drive.Route], SegmentColumns,
    [
        .. drive.Segments.OrderByDescending(segment => segment.MeanUgPerM3).Select(segment => new TableRow(
        [
            Cell.Of(segment.Segment.Road), Cell.Of(segment.Segment.Stretch.Length == 0 ? t["全线"] : segment.Segment.Stretch), Cell.Of(RoadsView.AreaOf(segment.Segment.Subdistrict, pack)), Cell.Whole(segment.Points.Count),
            Cell.Of(Shown(segment.MeanUgPerM3)), Cell.Of(Shown(segment.Peak.TspUgPerM3)), Cell.Of($"{ChinaTime.CivilOf(segment.Peak.AtUtc):HH:mm:ss}"), segment.MeanUgPerM3 >= drive.MeanUgPerM3 * times ? Cell.Of(t["是"]) : Cell.Blank,
        ])),
    ])
    {
        IsStacked = true,
        Above = t["按路段均值由高到低排序"],
        Carries = CarriesOf(Period.Day(ChinaTime.DayOf(drive.FromUtc))),
        UnitLine = t["单位：微克/立方米"],
    };

    private static PageTable HighsOf(Drive drive, decimal times, DriveFollowUps own, Pack pack, PageAddress here, UiTexts t) => new(t["高值点（{0} {1}）", Hours(drive), drive.Route], HighColumns,
    [
        .. drive.HighPoints(drive.MeanUgPerM3 * times).Select((high, at) => new TableRow(
        [
            Cell.Whole(at + 1), Cell.Of($"{ChinaTime.CivilOf(high.Peak.AtUtc):yyyy-MM-dd HH:mm:ss}").LinkedTo(here.With((DriveName, drive.Key), (PeakView.Name, PeakView.KeyOf(high))) + "#peak"), Cell.Of(high.Segment?.Name ?? t["东经{0}，北纬{1}（不在登记路段）", high.Peak.LongitudeDeg, high.Peak.LatitudeDeg]),
            Cell.Of(RoadsView.AreaOf(high.Segment?.Subdistrict, pack)), Cell.Of(Shown(high.Peak.TspUgPerM3)), Cell.Of(Reported.Of(high.Peak.TspUgPerM3 / drive.MeanUgPerM3, 1)), Cell.Whole(high.Seconds), PeakView.PhotosOf(own.Of(high).Photos, t), PeakView.Count(own.Of(high), t),
        ])),
    ])
    {
        Carries = CarriesOf(Period.Day(ChinaTime.DayOf(drive.FromUtc))),
        UnitLine = t["单位：微克/立方米"],
        Below = [t["走航高值用于查找扬尘来源，不是监测站点的浓度，不作考核。点时间可登记照片、转办。"]],
    };

    private static List<DriveSegment> PeaksOf(Drive drive, decimal times) => [.. drive.Segments.Where(segment => segment.MeanUgPerM3 >= drive.MeanUgPerM3 * times).OrderByDescending(segment => segment.MeanUgPerM3)];

    private static string Hours(Drive drive) => $"{ChinaTime.CivilOf(drive.FromUtc):yyyy-MM-dd HH:mm}—{ChinaTime.CivilOf(drive.ToUtc):HH:mm}";

    private static Reported Kilometres(Drive drive) => Reported.Of((decimal)(drive.DistanceM / MetresPerKilometre), 1);

    private static Reported Shown(decimal concentration) => Reported.Of(concentration, 0);
}

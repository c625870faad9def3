using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Lanshao.Standards.Water;

namespace Lanshao.Platform.Evaluation;

/// <summary>The water sections, or the points of communities, in one month: class, target, what makes the class, and the change against last month and the same month of last year.</summary>
/// <param name="Month">The month.</param>
/// <param name="Rows">The places in the order of the pack.</param>
/// <param name="PackRevision">The revision of the pack that it was made by.</param>
public sealed record WaterMonth(Period Month, IReadOnlyList<WaterMonthRow> Rows, int PackRevision)
{
    /// <summary>The indicator of the classes, and what stands before the short name of an item in the code of its concentrations: <c>water-tp</c>.</summary>
    public const string ClassCode = "water-class";
    private const string ItemPrefix = "water-";

    /// <summary>Gets what a careful clerk would ask about: points without a type that decides their class, classes that differ.</summary>
    public IEnumerable<Finding> Findings =>
        Rows.Where(row => row.Now?.Either is not null).Select(row => row.Name).ToList() is { Count: > 0 } open ? [EvaluationFindings.Untyped(open), .. Differences] : Differences;

    private IEnumerable<Finding> Differences => Rows.Select(row => row.Now?.Difference(row.Name)).OfType<Finding>();

    /// <summary>Returns the month before.</summary>
    public static Period Before(Period month) => month.From.AddDays(-1) is var day ? Period.Month(day.Year, day.Month) : month;

    /// <summary>Reads the sections of a month.</summary>
    public static async Task<WaterMonth> SectionsAsync(LanshaoContext db, Pack pack, Period month, CancellationToken ct)
    {
        var values = await ValuesAsync(db, pack, month, ct);
        return new(month, [.. pack.District.Sections.Select(section =>
        {
            var (place, body) = (Place.Of(PlaceKind.Section, section.Code), section.IsLake ? WaterBody.Lake : WaterBody.River);
            WaterFinding? Of(Period period) => WaterFinding.Of(values[(place, period)], section.Name, body, section.Target);
            return new WaterMonthRow(place, section.Name, section.WaterBody, section.IsMunicipalAssessment, body, section.Subdistricts, [], section.Target, Of(month), Of(Before(month)), Of(month.LastYear()));
        })], pack.Revision);
    }

    /// <summary>Reads the points of the communities of a month. A point of which the register does not say whether it is a river or a lake has the class that was given, or the one that is the same for both; else the register is asked for.</summary>
    public static async Task<WaterMonth> PointsAsync(LanshaoContext db, Pack pack, Period month, CancellationToken ct)
    {
        var values = await ValuesAsync(db, pack, month, ct);
        return new(month, [.. pack.District.WaterPoints.Select(point =>
        {
            var (place, body) = (Place.Of(PlaceKind.WaterPoint, point.Code), point.IsLake switch { null => (WaterBody?)null, true => WaterBody.Lake, false => WaterBody.River });
            WaterFinding? Of(Period period) => WaterFinding.Of(values[(place, period)], point.Name, body, point.Target);
            return new WaterMonthRow(place, point.Name, null, false, body, point.Subdistricts, point.Communities, point.Target, Of(month), Of(Before(month)), Of(month.LastYear()));
        })], pack.Revision);
    }

    /// <summary>Returns the months that have classes or concentrations, the newest first.</summary>
    public static async Task<IReadOnlyList<Period>> MonthsAsync(LanshaoContext db, Pack pack, CancellationToken ct)
    {
        var months = new HashSet<Period>();
        foreach (var code in Codes(pack))
        {
            months.UnionWith((await FigureQueries.PeriodsAsync(db, code, FigureBasis.Published, BulletinRows.OwnMonth, ct)).Where(period => period.Kind == PeriodKind.Month));
        }

        return [.. months.OrderByDescending(month => month.To)];
    }

    /// <summary>Returns the code of the indicator that holds the concentrations of an item.</summary>
    internal static string CodeOf(WaterItem item) => ItemPrefix + item.Key;

    /// <summary>Returns the item whose concentrations an indicator holds; null for another indicator.</summary>
    internal static WaterItem? ItemOf(string indicator) => SurfaceWater.Items.FirstOrDefault(item => CodeOf(item) == indicator);

    private static IReadOnlyList<string> Codes(Pack pack)
    {
        var known = pack.Read(IndicatorList.Part).ByCode;
        return [ClassCode, .. SurfaceWater.Items.Select(CodeOf).Where(known.ContainsKey)];
    }

    private static async Task<ILookup<(Place, Period), IndicatorValue>> ValuesAsync(LanshaoContext db, Pack pack, Period month, CancellationToken ct) =>
        (await FigureQueries.ValuesAsync(db, Codes(pack), [month, Before(month), month.LastYear()], ct))
        .Where(value => value is { Basis: FigureBasis.Published, PeriodBasis: BulletinRows.OwnMonth })
        .ToLookup(value => (value.Place, value.Period));
}

/// <summary>One place in one month.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">断面, 监测点位.</param>
/// <param name="WaterBody">所在水体; null for points of communities.</param>
/// <param name="IsMunicipalAssessment">市级考核断面.</param>
/// <param name="Body">River or lake; null where the register does not say.</param>
/// <param name="Areas">Codes of its areas.</param>
/// <param name="Communities">Codes of its communities.</param>
/// <param name="Target">水质目标.</param>
/// <param name="Now">What was found; null where nothing is stored.</param>
/// <param name="LastMonth">What was found the month before.</param>
/// <param name="LastYear">What was found in the same month of the year before.</param>
public sealed record WaterMonthRow(
    Place Place, string Name, string? WaterBody, bool IsMunicipalAssessment, WaterBody? Body, IReadOnlyList<string> Areas, IReadOnlyList<string> Communities, WaterClass Target,
    WaterFinding? Now, WaterFinding? LastMonth, WaterFinding? LastYear)
{
    /// <summary>Returns the official word for the change since another month; null where one of the two has no class, or their classes came about in different ways.</summary>
    public string? ChangeSince(WaterFinding? before) =>
        Now is { Class: { } now } && before is { Class: { } then } && Now.IsPublished == before.IsPublished ? WaterStatistics.ChangeOfClass(then.National, now.National) : null;
}

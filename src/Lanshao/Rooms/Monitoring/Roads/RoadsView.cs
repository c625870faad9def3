using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring.Roads;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Evaluation;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Roads;

/// <summary>道路尘负荷: B12.</summary>
internal sealed record RoadsView(PageTable Table, string Answer, Period? Period, IReadOnlyList<Period> Periods)
{
    public const string Path = "/dust/roads";
    private const string Indicator = "road-silt-load";
    private const int Decimals = 2;
    private const int Named = 2;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("道路"), new("路段"), new("街道"), new("作业等级", ColumnKind.OneLine), new("本周期值", ColumnKind.Figure), new("市排名（导入）", ColumnKind.Mark), new("年内进入后30名次数", ColumnKind.Figure), new("养护单位"),
    ];

    public static async Task<Outcome<RoadsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var periods = await RoadDustTable.PeriodsAsync(db, ct);
        if ((here.Period ?? (periods.Count == 0 ? (Period?)null : periods[0])) is not { } period)
        {
            return new RoadsView(new(t["道路尘负荷"], Columns, []), t["还没有道路尘负荷数据。"], null, periods);
        }

        var roads = await RoadDustTable.ReadAsync(db, period, ct);
        var decimals = pack.Value.Read(IndicatorList.Part).ByCode.GetValueOrDefault(Indicator)?.Decimals ?? Decimals;
        var target = (await AreaTargets.ReadAsync(db, pack.Value, period.To.Year, ct)).Of(Indicator, Place.District)?.Value;
        var table = new PageTable(t["道路尘负荷（{0}）", period], Columns, [.. roads.Lines.Select(line => Row(line, pack.Value, decimals, t))])
        {
            IsStacked = true,
            Carries = CarriedFigures.YearTo(ExportReach.Official, period) with { Items = [Indicator] },
            Above = t["按尘负荷由高到低排序"],
            UnitLine = t["单位：克/平方米"],
            Below =
            [
                t["数据来源：{0}", string.Join('、', roads.Lines.Select(line => line.Load.Source).Distinct())],
                t["市排名为导入的市倒排名，1为最差；次数按本年度同类周期计算，截至本周期。均值为所列路段的算术平均，不是市级通报的全区值。"],
            ],
        };
        return new RoadsView(table, AnswerOf(roads, target, decimals, t), period, periods);
    }

    public static string AreaOf(string? code, Pack? pack) => code is null ? string.Empty : pack?.District.FindSubdistrict(code)?.Name ?? code;

    // 本周期均值0.39克/平方米，在控制指标0.44以内；进入全市后30名道路2条，均为第2次以上.
    private static string AnswerOf(RoadDustTable roads, decimal? target, int decimals, UiTexts t)
    {
        if (roads.Mean is not { } exact)
        {
            return t["{0}没有道路尘负荷数据。", roads.Period];
        }

        var mean = Reported.Of(exact, decimals);
        var judged = target is not { } limit ? t["{0}年控制指标未录入", roads.Period.To.Year]
            : mean.Shown <= limit ? t["在控制指标{0}以内", ForNumber(limit)] : t["超过控制指标{0}", ForNumber(limit)];
        var worst = roads.Lines.Where(line => line.IsAmongWorst).ToList();
        var again = worst.Count(line => line.TimesAmongWorst >= Named);
        var often = worst.Count == 0 ? t["没有路段进入全市后30名"]
            : again == worst.Count ? t["进入全市后30名路段{0}个，均为第2次以上", worst.Count] : t["进入全市后30名路段{0}个，其中第2次以上{1}个", worst.Count, again];
        return t["{0}均值{1}克/平方米，{2}；{3}。", roads.Period, mean.ShownText, judged, often];
    }

    private static string ForNumber(decimal number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static TableRow Row(RoadDustLine line, Pack pack, int decimals, UiTexts t) => new(
    [
        Cell.Of(line.Load.Road), Cell.Of(line.Load.Stretch.Length == 0 ? t["全线"] : line.Load.Stretch), Cell.Of(AreaOf(line.Load.Subdistrict, pack)), Cell.Of(line.Load.Grade), Cell.Of(Reported.Of(line.Load.LoadGPerM2, decimals)),
        line.Load.CityRank is { } rank ? Cell.Whole(rank) : Cell.Missing(t["未导入市级排名"]), Cell.Whole(line.TimesAmongWorst), Cell.Of(line.Load.Owner),
    ]);
}

using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>剩余空间: what the yearly target leaves each subdistrict, beside the same days of past years.</summary>
internal sealed record BudgetView(PageTable Table, string Answer)
{
    public const string Path = "/rankings/budget";
    private const string Indicator = "pm25";

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("街道"), new("截至日期", ColumnKind.OneLine), new("累计浓度（一位小数）", ColumnKind.Figure), new("年度目标", ColumnKind.Figure), new("剩余天数", ColumnKind.Figure), new("剩余时段控制线", ColumnKind.Figure), new("往年同期（剩余时段）", ColumnKind.Mark), new("往年能控制住的年数", ColumnKind.Mark),
    ];

    public static async Task<Outcome<BudgetView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        var stores = pack.IsRefused ? pack.Refusal : await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var (to, targets) = await AskedAsync(services, db, pack.Value!, ct);
        var bands = await RemainingBands.ReadAsync(db, stores.Value, Indicator, to, targets.Of, ct);
        var decimals = pack.Value!.Read(IndicatorList.Part).ByCode.GetValueOrDefault(Indicator)?.Decimals ?? 1;
        var table = new PageTable(t["{0}年PM2.5剩余空间", to.Year], Columns, [.. bands.OrderBy(band => band.Limit.Left.Mean?.Exact ?? decimal.MaxValue).Select(band => Row(band, decimals, t))])
        {
            Above = t["按剩余时段控制线由低到高排序"],
            Carries = CarriedFigures.YearTo(ExportReach.Official, Period.Day(to)) with { Items = [Indicator, AirStation.FactorOf(AirItem.Pm25)] },
            UnitLine = t["单位：微克/立方米"],
            Below = [t["由区内站点小时数据自动计算（审核后，未扣除沙尘影响），有效天数按月27/30折算；往年同期为同一批站点往年相同日期的均值，只列有效的年份，供参考，不是预测。"]],
        };
        return new BudgetView(table, AnswerOf(bands, to, t));
    }

    private static async Task<(DateOnly To, AreaTargets Targets)> AskedAsync(IServiceProvider services, LanshaoContext db, Pack pack, CancellationToken ct)
    {
        var yesterday = ChinaTime.Today(services.GetRequiredService<TimeProvider>()).AddDays(-1);
        var asked = services.GetRequiredService<PageAddress>().Period?.To;
        var to = asked < yesterday ? asked.Value : yesterday;
        var targets = await AreaTargets.ReadAsync(db, pack, to.Year, ct);
        if (asked is not null || targets.Has(Indicator))
        {
            return (to, targets);
        }

        to = DayWithoutTargets(await FigureQueries.PeriodsAsync(db, Indicator, FigureBasis.Published, ct), yesterday);
        return (to, await AreaTargets.ReadAsync(db, pack, to.Year, ct));
    }

    /// <summary>Returns the day that is shown while the year has no targets yet: the last of the newest published figures that count from 1 January, as on the first page.</summary>
    internal static DateOnly DayWithoutTargets(IEnumerable<Period> published, DateOnly yesterday) =>
        published.Where(period => period.From is { Month: 1, Day: 1 } && period.To <= yesterday).Select(period => (DateOnly?)period.To).FirstOrDefault() ?? yesterday;

    private static string AnswerOf(IReadOnlyList<RemainingBand> bands, DateOnly to, UiTexts t)
    {
        if (bands.Count == 0)
        {
            return t["{0}年没有可计算的街道：需要年度目标和站点小时数据。", to.Year];
        }

        var lost = bands.Count(band => band.Limit.Left.Mean is { Shown: <= 0m });
        var hard = bands.Count(band => band is { Kept: 0, Limit.Left.Mean.Shown: > 0m });
        return t["截至{0}，{1}个街道：已不可能达到目标{2}个；往年同期没有一年能控制住的{3}个。", Period.Day(to), bands.Count, lost, hard];
    }

    private static TableRow Row(RemainingBand band, int decimals, UiTexts t)
    {
        var (limit, past) = (band.Limit, band.Past);
        return new(
        [
            Cell.Of(limit.Name), Cell.Day(limit.On), Cell.Of(Reported.Of(limit.Mean, decimals)), Cell.Of(limit.Target.Value.ToString("0.######", CultureInfo.InvariantCulture)).Ordered(limit.Target.Value), Cell.Whole(limit.Left.DaysLeft),
            limit.Left.Mean is not { } left ? Cell.Missing(t["全年已结束"]) : left.Shown > 0 ? Cell.Of(left) : Cell.Of(t["已不可能达到"]),
            past.Count == 0 ? Cell.Missing(t["没有往年数据"]) : Cell.Of($"{Shown(past.Min(year => year.Mean), decimals)}—{Shown(past.Max(year => year.Mean), decimals)}").Noted(string.Join('、', past.Select(year => t["{0}年", year.Year]))),
            band.Kept is { } kept ? Cell.Of($"{kept}/{past.Count}").Ordered(kept) : Cell.Missing(t["没有往年数据"]),
        ]);
    }

    private static string Shown(decimal number, int decimals) => Reported.Of(number, decimals).ShownText;
}

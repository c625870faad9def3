using System.Globalization;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Evaluation.Rounds;

/// <summary>街道排名（第n轮点评周期）: B7.</summary>
internal sealed record RoundView(ReviewRanking Ranking, PageTable Table, string Answer)
{
    public static async Task<Outcome<RoundView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var id = Guid.TryParse(here.Text("id"), CultureInfo.InvariantCulture, out var asked) ? asked : Guid.Empty;
        if (await db.Set<ReviewPeriod>().AsNoTracking().SingleOrDefaultAsync(round => round.Id == id && round.EndedUtc == null, ct) is not { } round)
        {
            return Refusal.NotFound("EVA-055");
        }

        var read = await ReviewRanking.ReadAsync(db, stores.Value, round, ct);
        return read.Then<RoundView>(ranking => new RoundView(ranking, TableOf(ranking, here, t), AnswerOf(ranking, t)));
    }

    /// <summary>Gets when, from whom and on which stations the figures stand.</summary>
    public string Basis(UiTexts t) => string.Join(" · ", new[]
    {
        Ranking.Round.Period.ChineseText,
        Ranking.Basis == FigureBasis.Published ? string.Join('、', Ranking.Rows.Select(row => row.Published?.Source).OfType<string>().Distinct()) : t["区内站点小时数据，自动计算"],
        string.Join('、', Ranking.Rows.Select(row => row.Published?.StationScope ?? (Ranking.Basis == FigureBasis.Published ? null : row.Scope)).OfType<string>().Distinct()),
        Ranking.Basis == FigureBasis.Published ? string.Join('、', Ranking.Rows.Select(row => row.Published is { } value ? t[FigureWords.Of(value.Status)] : null).OfType<string>().Distinct()) : t[FigureWords.Of(FigureStatus.Preliminary)],
        t["周期由{0}确定", Ranking.Round.Source],
    }.Where(text => text.Length > 0));

    // 第6轮（〈起〉—〈止〉），后三名：〈〉；〈〉街道为今年第2次末位.
    private static string AnswerOf(ReviewRanking ranking, UiTexts t)
    {
        var round = t["第{0}轮（{1}—{2}）", ranking.Round.Number, $"{ranking.Round.FromOn:M月d日}", $"{ranking.Round.ToOn:M月d日}"];
        var worst = ranking.Rows.Where(row => row.Rank <= 3).Select(row => row.Name).ToList();
        if (worst.Count == 0)
        {
            return t["{0}还没有可排名的数据。", round];
        }

        var last = ranking.Rows.Where(row => row.Rank == 1).Select(row => t["{0}为今年第{1}次末位", row.Name, row.LastPlaces]);
        return t["{0}，后三名：{1}；{2}。", round, string.Join('、', worst), string.Join('，', last)];
    }

    private static PageTable TableOf(ReviewRanking ranking, PageAddress here, UiTexts t) => new(
        t["街道排名（第{0}轮点评周期，{1}）", ranking.Round.Number, ranking.Indicator.ShortName],
        [
            new("区倒排名", ColumnKind.Mark), new("市倒排名", ColumnKind.Mark), new("街道"), new("本周期浓度（一位小数）", ColumnKind.Figure), new("取整", ColumnKind.Figure), new("同比", ColumnKind.Figure),
            new("较上周期位次", ColumnKind.Mark), new("年内末位次数", ColumnKind.Figure), new("年内后三名次数", ColumnKind.Figure),
            .. ranking.SandDays.Count == 0 ? [] : new[] { new Column("剔除沙尘影响的浓度", ColumnKind.Figure) { ScreenOnly = true }, new Column("剔除沙尘影响的区倒排名", ColumnKind.Mark) { ScreenOnly = true } },
        ],
        [.. ranking.Rows.Select(row => Row(row, ranking, here, t))])
    {
        Above = t["浓度由高到低排序"],
        Carries = CarriedFigures.Of(ranking),
        UnitLine = t["单位：{0}", ranking.Indicator.PrintedUnit],
        Below =
        [
            ranking.Basis == FigureBasis.Published ? t["浓度为市局通报的点评周期数据；区倒排名按此计算。"] : t["浓度由区内站点小时数据自动计算（审核后，未扣除沙尘影响），有效天数按月27/30折算；市倒排名须导入市局表。"],
            .. ranking.SandDays.Count == 0 ? [] : new[] { t["本周期有导入名单上的沙尘影响日：{0}。剔除沙尘影响的结果另列，不替代未扣除的结果。", string.Join('、', ranking.SandDays.Select(day => $"{day.Day:M月d日}").Distinct())] },
            t["年内次数按本年度已登记的{0}轮计算，每轮只用一种数据来源，并列的都计。", ranking.RoundsCounted],
        ],
    };

    private static TableRow Row(RoundRow row, ReviewRanking ranking, PageAddress here, UiTexts t)
    {
        var reason = row.ValidDays > 0 ? t["有效{0}天，不足以评价", row.ValidDays] : t["没有数据"];
        return new(
        [
            row.Rank is { } rank ? Cell.Whole(rank) : Cell.Missing(reason),
            row.CityRank is { } city ? Cell.Of(city) : Cell.Missing(t["未导入市级排名"]),
            Cell.Of(row.Name).LinkedTo(here.To($"/places/{row.Area}")),
            row.Mean is { } mean ? Cell.Of(Reported.Of(mean, ranking.Indicator.RankDecimals)).Explained(row.Published is { } value ? ValueWords.How(row.Name, value, t) : null) : Cell.Missing(reason),
            row.Mean is { } exact ? Cell.Of(Reported.Of(exact, 0)) : Cell.Missing(reason),
            row.Change is { } change ? Cell.Percent(change.Shown, change.Decimals) : Cell.Missing(t["没有去年同期"]),
            row.Moved is { } moved ? Cell.Of(moved == 0 ? t["持平"] : moved > 0 ? t["退后{0}位", moved] : t["前移{0}位", -moved]) : Cell.Missing(t["没有上一周期"]),
            Cell.Whole(row.LastPlaces), Cell.Whole(row.LastThree),
            .. ranking.SandDays.Count == 0 ? [] : new[]
            {
                row.WithoutSand is { } without ? Cell.Of(Reported.Of(without, ranking.Indicator.RankDecimals)) : Cell.Missing(reason),
                row.RankWithoutSand is { } place ? Cell.Whole(place) : Cell.Missing(reason),
            },
        ]);
    }
}

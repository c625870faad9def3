using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Evaluation.Rounds;

/// <summary>点评周期管理: B8.</summary>
internal sealed record RoundsView(PageTable Table, string Answer, int Year, IReadOnlyList<(string Code, string Name)> Indicators)
{
    /// <summary>The parameter of the address that names the round whose correction the form is filled for.</summary>
    public const string CorrectName = "correct";

    public const string Path = "/rankings/rounds";
    public const string One = "/rankings/round";

    private static readonly IReadOnlyList<Column> Columns =
        [new("轮次", ColumnKind.OneLine), new("起日", ColumnKind.OneLine), new("止日", ColumnKind.OneLine), new("天数", ColumnKind.Figure), new("指标", ColumnKind.OneLine), new("数据来源"), new("状态", ColumnKind.OneLine), new("更正记录", ColumnKind.Prose)];

    public static async Task<Outcome<RoundsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var (today, indicators) = (ChinaTime.Today(services.GetRequiredService<TimeProvider>()), pack.Value.Read(IndicatorList.Part));
        var year = here.Period?.To.Year ?? today.Year;
        var rounds = await db.Set<ReviewPeriod>().AsNoTracking().Where(round => round.Year == year).OrderByDescending(round => round.Number).ThenBy(round => round.Indicator).ThenBy(round => round.Revision).ToListAsync(ct);
        var standing = rounds.FindAll(round => round.EndedUtc is null);
        var published = await PublishedAsync(db, standing, ct);
        var table = new PageTable(t["点评周期管理（{0}年）", year], Columns, [.. standing.Select(round => Row(round, rounds, indicators.ByCode[round.Indicator].Name, StateOf(round, published.Contains(round.Id), today, t), here, t))]) { IsStacked = true };
        return new RoundsView(table, AnswerOf(standing, published, today.Year == year ? t["本年度"] : t["{0}年", year], today, t), year, [.. indicators.All.Where(indicator => indicator is { IsRanked: true, AreaSet: not null }).Select(indicator => (indicator.Code, indicator.Name))])
        {
            Correct = standing.Find(round => $"{round.Id}" == here.Text(CorrectName)),
        };
    }

    /// <summary>Gets the round that is to be corrected; null for none.</summary>
    public ReviewPeriod? Correct { get; private init; }

    /// <summary>Returns the state of a round on a day.</summary>
    private static string StateOf(ReviewPeriod round, bool isPublished, DateOnly today, UiTexts t) =>
        today < round.FromOn ? t["未开始"]
        : today <= round.ToOn ? t["进行中，还有{0}天", round.ToOn.DayNumber - today.DayNumber + 1]
        : isPublished ? t["已通报"]
        : t["已结束，未通报"];

    // The rounds for which the city's values were imported.
    private static async Task<HashSet<Guid>> PublishedAsync(LanshaoContext db, List<ReviewPeriod> standing, CancellationToken ct)
    {
        var published = new HashSet<Guid>();
        foreach (var same in standing.GroupBy(round => round.Indicator))
        {
            var periods = await FigureQueries.PeriodsAsync(db, same.Key, FigureBasis.Published, ct);
            published.UnionWith(same.Where(round => periods.Contains(round.Period)).Select(round => round.Id));
        }

        return published;
    }

    // 本年度已设6轮，已通报5轮；本轮还有4天结束.
    private static string AnswerOf(List<ReviewPeriod> standing, HashSet<Guid> published, string year, DateOnly today, UiTexts t)
    {
        var rounds = standing.GroupBy(round => round.Number).ToList();
        var told = t["{0}已设{1}轮，已通报{2}轮", year, rounds.Count, rounds.Count(same => same.All(round => published.Contains(round.Id)))];
        return standing.Find(round => round.FromOn <= today && today <= round.ToOn) is { } current ? t["{0}；本轮还有{1}天结束。", told, current.ToOn.DayNumber - today.DayNumber + 1] : told + "。";
    }

    private static TableRow Row(ReviewPeriod round, List<ReviewPeriod> all, string indicator, string state, PageAddress here, UiTexts t)
    {
        var history = all.Where(known => known.Number == round.Number && known.Indicator == round.Indicator && known.Revision < round.Revision);
        return new(
        [
            Cell.Of(t["第{0}轮", round.Number]).Ordered(round.Number).LinkedTo(here.To(One, ("id", $"{round.Id}"))), Cell.Day(round.FromOn), Cell.Day(round.ToOn), Cell.Whole(round.Period.Days), Cell.Of(indicator), Cell.Of(round.Source), Cell.Of(state),
            Cell.Of([.. history.Select(known => t["原为{0}至{1}", $"{known.FromOn:yyyy-MM-dd}", $"{known.ToOn:yyyy-MM-dd}"]), .. round.Reason.Length > 0 ? [t["更正原因：{0}", round.Reason]] : Array.Empty<string>()]),
        ]);
    }
}

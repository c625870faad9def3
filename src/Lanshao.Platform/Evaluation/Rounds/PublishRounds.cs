using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Rounds;

/// <summary>编制点评周期数据: every morning what the stored hours say of the rounds that have ended goes into the indicators as computed and preliminary, so that the monthly review can print it where the city has published nothing. Hours that come late make the next revision.</summary>
public static class PublishRounds
{
    private const string Code = "evaluation.rounds";
    private const string Source = "区级小时数据";
    private const string NotDeducted = "未扣除沙尘影响";
    private const int DaysBack = 60;
    private static readonly TimeOnly Morning = new(7, 20);

    /// <summary>Returns the work.</summary>
    /// <param name="stores">Opens what holds the hours.</param>
    public static JobKind KindWith(Func<CancellationToken, Task<Outcome<MonitoringStores>>> stores) => new(Code, "编制点评周期数据", IsHeavy: true, async (run, ct) =>
    {
        var opened = await stores(ct);
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        await using var db = run.Store.NewContext();
        var published = await RunAsync(db, opened.Value, ChinaTime.DayOf(run.DueUtc), Actor.System, run.Clock, ct);
        return published.Then<string>(done => string.Create(CultureInfo.InvariantCulture, $"存入{done.Stored}个数"));
    });

    /// <summary>Returns its times: every morning, before the documents draft themselves.</summary>
    public static JobSchedule ScheduleOf(JobKind kind) => new(Code, kind, Morning);

    /// <summary>Computes the rounds that ended in the weeks before a day; the same hours again change nothing.</summary>
    public static async Task<Outcome<PublishFigures.Published>> RunAsync(LanshaoContext db, MonitoringStores stores, DateOnly day, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var rows = new List<FigureRow>();
        foreach (var round in (await ReviewRanking.ListAsync(db, null, ct)).Where(round => round.ToOn < day && round.ToOn >= day.AddDays(-DaysBack)))
        {
            var ranking = await ReviewRanking.ReadAsync(db, stores, round, ct);
            if (ranking.IsRefused)
            {
                return ranking.Refusal;
            }

            rows.AddRange(ranking.Value.Basis == FigureBasis.Computed ? ranking.Value.Rows.Select(row => Row(ranking.Value, row)).OfType<FigureRow>() : []);
        }

        return await PublishFigures.RunAsync(db, rows, actor, clock, ct);
    }

    private static FigureRow? Row(ReviewRanking ranking, RoundRow row) => row is not { Mean: { } mean, Scope: { } scope } ? null : new(
        ranking.Round.Indicator, Place.Subdistrict(row.Area).Code, ranking.Round.Period.Code, FigureBasis.Computed, FigureStatus.Preliminary, scope, NotDeducted, FigureWords.ReviewPeriod,
        ComputeMonth.Stored(mean), null, MissingReason.None, Reported.Of(mean, ranking.Indicator.RankDecimals).ExactText, Source, string.Create(CultureInfo.InvariantCulture, $"第{ranking.Round.Number}轮点评周期"), null, null,
        string.Create(CultureInfo.InvariantCulture, $"有效{row.ValidDays}天"));
}

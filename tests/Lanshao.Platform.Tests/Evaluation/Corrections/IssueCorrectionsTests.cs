using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring.Reviews;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Corrections;

public class IssueCorrectionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Run_InvalidHour_TellsHourDayMonthAndTableWithWhatWasAndIs(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var june = Period.Month(2024, 6);
        Assert.Equal(2, (await ComputeMonth.RunAsync(db, sample.Stores, june, Actor.System, sample.Clock, Ct)).Value!.Stored);
        var computed = await db.Set<IndicatorValue>().AsNoTracking().ToListAsync(Ct);
        var review = (await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!)).Value!;

        var issued = await IssueCorrections.RunAsync(db, sample.Stores, Actor.Local, sample.Clock, Ct);
        var again = await IssueCorrections.RunAsync(db, sample.Stores, Actor.Local, sample.Clock, Ct);

        Assert.Equal((1, 0), (issued.Value!.Count, again.Value!.Count));
        var sheet = await IssueCorrections.FindAsync(db, review.Id, Ct);
        Assert.Equal("仪器故障或采样系统漏气、堵塞", sheet!.Reason);
        var lines = sheet.Lines.ToDictionary(line => $"{line.When} {line.What}", line => (line.Level, line.Before, line.After));
        Assert.Equal((CorrectionLevel.Hour, "700", "无效"), lines["2024-06-10 12:00 PM2.5"]);
        Assert.Equal((CorrectionLevel.Day, "58", "31"), lines["2024-06-10 PM2.5日值"]);
        Assert.Equal((CorrectionLevel.Day, "24", "23"), lines["2024-06-10 PM2.5有效小时"]);
        Assert.Contains("2024年6月 PM2.5均值（未修约）", lines.Keys);
        Assert.Contains(sheet.Lines, line => line.Level == CorrectionLevel.Table && line.When == "2024年6月" && line.What.StartsWith("东四街道", StringComparison.Ordinal));
        Assert.Equal(computed.Where(value => value.PeriodBasis == "当月").Select(value => value.Id), sheet.Ended);
    }

    [Theory, EveryStore]
    public async Task Run_NothingComputedYet_ComputesNoMonth(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        var review = (await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!)).Value!;

        Assert.Null((await IssueCorrections.RunAsync(db, sample.Stores, Actor.Local, sample.Clock, Ct)).Refusal);

        Assert.Empty(await db.Set<IndicatorValue>().ToListAsync(Ct));
        Assert.DoesNotContain((await IssueCorrections.FindAsync(db, review.Id, Ct))!.Lines, line => line.Level is CorrectionLevel.Table or CorrectionLevel.Rank);
    }

    [Theory, EveryStore]
    public async Task Run_Reinstated_TellsTheWayBack(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();
        _ = await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db)).Value!);
        _ = await IssueCorrections.RunAsync(db, sample.Stores, Actor.Local, sample.Clock, Ct);
        var back = (await ReviewSample.SettleAsync(sample, db, (await ReviewSample.ProposeAsync(sample, db, Lanshao.Platform.Monitoring.Reviews.ReviewConclusion.Valid)).Value!)).Value!;

        _ = await IssueCorrections.RunAsync(db, sample.Stores, Actor.Local, sample.Clock, Ct);

        var lines = (await IssueCorrections.FindAsync(db, back.Id, Ct))!.Lines;
        Assert.Equal(("无效", "700"), lines.Where(line => line.Level == CorrectionLevel.Hour).Select(line => (line.Before, line.After)).Single());
        Assert.Equal(("31", "58"), lines.Where(line => line.What == "PM2.5日值").Select(line => (line.Before, line.After)).Single());
    }
}

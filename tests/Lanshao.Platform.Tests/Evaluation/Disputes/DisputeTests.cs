using Lanshao.Platform.Evaluation.Disputes;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring.Reviews;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Disputes;

public class DisputeTests
{
    private static readonly Period June = Period.Month(2024, 6);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task File_AndAnswer_StandBesideTheFigureAndChangeNone(StoreKind kind)
    {
        await using var sample = await ReviewSample.NewAsync(kind);
        await using var db = sample.NewContext();

        var filed = await FileDispute.RunAsync(db, new(Place.Subdistrict("110101005000"), "pm25", June, "39.0", "与站点日报不一致", new(2024, 7, 1)), Actor.Local, sample.Clock, Ct);
        var mute = await FileDispute.RunAsync(db, new(Place.District, "pm25", June, "39.0", string.Empty, new(2024, 7, 1)), Actor.Local, sample.Clock, Ct);
        Assert.Null(filed.Refusal);
        Assert.Equal((0, 1), ((await DisputeQueries.WaitingAsync(db, new(2024, 7, 1), 10, Ct)).Count, (await DisputeQueries.WaitingAsync(db, new(2024, 8, 1), 10, Ct)).Count));
        var answered = await AnswerDispute.RunAsync(db, new(filed.Value!.Id, DisputeOutcome.OtherScope, "站点口径不同", "监测岗", filed.Value.Version), Actor.Local, sample.Clock, Ct);
        var twice = await AnswerDispute.RunAsync(db, new(filed.Value.Id, DisputeOutcome.Right, "无误", "监测岗", answered.Value!.Version), Actor.Local, sample.Clock, Ct);

        Assert.Equal(("EVA-060", "EVA-061"), (mute.Refusal?.Code, twice.Refusal?.Code));
        Assert.Equal((DisputeOutcome.OtherScope, new DateOnly(2024, 7, 1)), (answered.Value.Outcome, answered.Value.AnsweredOn));
        Assert.Empty(await DisputeQueries.WaitingAsync(db, new(2024, 8, 1), 10, Ct));
        Assert.Single(await DisputeQueries.AboutAsync(db, "pm25", Place.Subdistrict("110101005000"), June, Ct));
        Assert.Empty(await db.Set<IndicatorValue>().ToListAsync(Ct));
    }
}

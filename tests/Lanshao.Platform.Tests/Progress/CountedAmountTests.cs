using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Plans;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Progress;

public class CountedAmountTests
{
    private static readonly DateOnly EndOfJune = new(2024, 6, 30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore("16000", MeasureState.OnTrack)]
    [EveryStore("9000", MeasureState.NeedsAttention)]
    [EveryStore("0", MeasureState.NotStarted)]
    [EveryStore(null, MeasureState.NotStarted)]
    public async Task StateOf_NothingReportedButAnAmountIsCounted_GoesByItsShareOfTheYear(string? counted, MeasureState state, StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await ImportPlanAsync(store);
        if (counted is not null)
        {
            Assert.Null((await store.ImportAsync($"heavy-diesel-checks,全区,2024H1,{counted},公布,已通报,不适用,不适用,累计,某局,某表,,,")).Refusal);
        }

        var board = await TaskBoard.ReadAsync(store.Db, (await CurrentPack.ReadAsync(store.Db, Ct)).Value!.District, new(2024), EndOfJune, Ct);

        Assert.Equal(state, Assert.Single(board.Rows).State);
    }

    private static async Task ImportPlanAsync(FigureStore store)
    {
        var reading = Readings.Plan(Readings.Annex(1, Readings.Task("1", "移动源", Readings.Measure(1, "全年检查2.9万辆次以上")))) with
        {
            Targets = [Readings.Target(1, 1, "重型柴油车检查量", 29000) with { Comparator = TargetComparator.AtLeast, Unit = "辆次" }],
        };
        var pack = (await CurrentPack.ReadAsync(store.Db, Ct)).Value!;
        var places = new TargetPlaces(pack.District, pack.Read(IndicatorList.Part));
        var kind = ImportPlan.KindThat((context, source, ct) => PlanStaging.StageAsync(context, reading, places, source.Arguments, [], ct));
        var source = new ImportSource(IncomingFile.Of("plan.docx", Encoding.UTF8.GetBytes(reading.Title!)));
        Assert.Null((await ImportAtOnce.RunAsync(store.Db, store.Files, kind, source, "application/octet-stream", Actor.Local, store.Clock, Ct)).Refusal);
    }
}

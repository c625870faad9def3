using System.Text;
using Lanshao.Platform.Evaluation.Dustfall;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Dustfall;

/// <summary>Dustfall of a month, with and without sand: two figures of one row, never one for the other.</summary>
public sealed class DustfallTests
{
    private const string Head = "月份,街道,未扣除沙尘影响,扣除沙尘影响,来源\n";
    private const string April = Head + "2024-04,东四街道,9.3,6.1,样例监测\n2024年4月,龙潭街道,8.0,,样例监测\n2023-04,东四街道,8.2,7.0,样例监测\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Read_AMonth_HasBothBasesWithTheirOwnChange(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var imported = await ImportAsync(store, April);

        var month = (await DustfallMonth.ReadAsync(store.Db, Period.Month(2024, 4), Ct)).Value!;
        var (dongsi, longtan) = (month.Lines.Single(line => line.Name == "东四街道"), month.Lines.Single(line => line.Name == "龙潭街道"));

        Assert.Equal((5, 0), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal([(9.3m, "13.4"), (6.1m, "-12.9")], dongsi.Figures.Select(figure => (figure.Value!.Number!.Value, figure.Change!.Value.ShownText)));
        Assert.Equal((8.0m, true), (longtan.Figures[0].Value!.Number!.Value, longtan.Figures[1].Value is null));
        Assert.Null(longtan.Figures[0].Change);
        Assert.Equal(["2024-04", "2023-04"], (await DustfallMonth.MonthsAsync(store.Db, Ct)).Select(one => one.Code));
    }

    [Theory, EveryStore]
    public async Task Undo_AMonth_LeavesNoFigure(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var imported = await ImportAsync(store, April);
        await store.RenewAsync();

        Assert.Null((await UndoImport.RunAsync(store.Db, ImportDustfall.Kind, imported.Batch.Id, Actor.Local, store.Clock, Ct)).Refusal);

        Assert.Empty(await DustfallMonth.MonthsAsync(store.Db, Ct));
    }

    [Theory]
    [InlineData("2024-13,东四街道,9.3,6.1,", "月份")]
    [InlineData("2024-04,样例镇,9.3,6.1,", "街道")]
    [InlineData("2024-04,东四街道,约9,6.1,", "未扣除沙尘影响")]
    [InlineData("2024-04,东四街道,,,", "未扣除沙尘影响")]
    public async Task Import_ARowThatDoesNotFit_IsKeptAsideWithWhatWasExpected(string row, string heading)
    {
        await using var store = await FigureStore.NewAsync(StoreKind.Sqlite);

        var imported = await ImportAsync(store, Head + row + "\n");

        Assert.Equal((0, 1), (imported.Batch.Added, imported.Batch.Rejected));
        Assert.Equal(("EVA-065", heading), imported.Rows.SelectMany(one => one.Findings).Select(finding => (finding.Code, finding.Arguments["heading"])).Single());
    }

    private static async Task<ImportDraft> ImportAsync(FigureStore store, string text)
    {
        await store.RenewAsync();
        var source = new ImportSource(IncomingFile.Of("降尘.csv", Encoding.UTF8.GetBytes(text)));
        var imported = await ImportAtOnce.RunAsync(store.Db, store.Files, ImportDustfall.Kind, source, "text/csv", Actor.Local, store.Clock, Ct);
        Assert.Null(imported.Refusal);
        return imported.Value!;
    }
}

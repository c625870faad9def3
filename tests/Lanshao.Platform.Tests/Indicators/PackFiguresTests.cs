using System.Globalization;
using System.Text.Json;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Districts.Packs;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Indicators;

/// <summary>The figures that the sample district carries, against the published report.</summary>
public sealed class PackFiguresTests
{
    private static readonly IReadOnlyList<PackPart> Parts = [DistrictPart.Part, DistrictPart.Calendar, IndicatorList.Part, PackFigures.Part, PackPlans.Part, PrintedTables.Part, ReportTemplates.Part, AlertRules.Part, HourChecks.Part, OpenedCommands.Part];
    private readonly FixedClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Check_SampleDistrict_HasNoFinding() => Assert.Empty(TestPack.Sample().Check(Parts).Findings);

    [Theory, EveryStore]
    public async Task ImportAsync_SampleDistrict_BringsEveryFigureOnce(StoreKind kind)
    {
        await using var store = await StoreAsync(kind);

        var values = await ValuesAsync(store);
        await using var db = store.NewContext();
        var again = await PackFigures.ImportAsync(db, Files(store), (await CurrentPack.ReadAsync(db, Ct)).Value!, Actor.System, _clock, Ct);

        Assert.Equal((697, 54, 68), (values.Count(value => value.Basis == FigureBasis.Published), values.Count(value => value.Basis == FigureBasis.Inferred), values.Count(value => value.Basis == FigureBasis.Computed)));
        Assert.All(again.Value!, draft => Assert.True(draft.IsNothingNew));
        Assert.Equal(819, await db.Set<IndicatorValue>().CountAsync(Ct));
        Assert.All(values.Where(value => !IsMadeUp(value)), value => Assert.StartsWith(value.Basis == FigureBasis.Published ? "公开数据" : "推算", value.SourceTable, StringComparison.Ordinal));
        Assert.All(values.Where(IsMadeUp), value => Assert.Equal((true, true, PeriodKind.Month), (value.SourceTable.StartsWith("演示", StringComparison.Ordinal), value.Remark!.StartsWith("演示数据", StringComparison.Ordinal), value.Period.Kind)));
    }

    [Theory]
    [EveryStore("annex1", "pm25", "value1", "yoyPct", 17)]
    [EveryStore("annex2", "tsp", "value1", "yoyPct", 17)]
    [EveryStore("annex3", "dustfall", "value", "yoyPct", 18)]
    public async Task ImportAsync_RankedTables_AreAsPublished(string annex, string indicator, string valueColumn, string changeColumn, int count, StoreKind kind)
    {
        await using var store = await StoreAsync(kind);
        var values = await ValuesAsync(store);
        var names = TestPack.Sample().District.Names;
        decimal? Stored(string code, string place) => values.Single(value => value.Indicator == code && value.Place == Place.Subdistrict(names.Resolve(place)!.Code) && value.Period == Period.Half(2024, 1)).Number;

        var rows = Rows(annex);

        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            (row.GetProperty(valueColumn).GetDecimal(), row.GetProperty(changeColumn).GetDecimal()),
            (Stored(indicator, row.GetProperty("street").GetString()!), Stored(indicator + "-change", row.GetProperty("street").GetString()!))));
    }

    [Theory]
    [EveryStore]
    public async Task ImportAsync_InferredBases_AreTheOnlyOnesThatGiveThePublishedChange(StoreKind kind)
    {
        await using var store = await StoreAsync(kind);
        var values = await ValuesAsync(store);
        var published = values.Where(value => value.Basis == FigureBasis.Published && value.Period == Period.Half(2024, 1)).ToLookup(value => (value.Indicator, value.Place));
        var bases = values.Where(value => value.Basis == FigureBasis.Inferred && value.Place != Place.District).ToList();

        Assert.Equal(52, bases.Count);
        Assert.All(bases, inferred =>
        {
            var decimals = inferred.Indicator == "dustfall" ? 1 : 0;
            var step = decimals == 1 ? 0.1m : 1m;
            var now = published[(inferred.Indicator, inferred.Place)].Single().Number!.Value;
            var change = published[(inferred.Indicator.Replace("-whole", "", StringComparison.Ordinal) + "-change", inferred.Place)].Single().Number!.Value;
            var fitting = Enumerable.Range(1, 2000).Select(i => i * step).Where(before => YearOnYear.Compute(now, before, decimals)?.Shown == change).ToList();
            Assert.Equal([inferred.Number!.Value], fitting);
        });
    }

    [Theory]
    [EveryStore]
    public async Task ImportAsync_DustPatrol_AddsUpAndIsAsPublished(StoreKind kind)
    {
        await using var store = await StoreAsync(kind);
        var values = await ValuesAsync(store);
        var kinds = TestPack.Sample().Read(IndicatorList.Part).ByCode["dust-total"].SumOf;

        Assert.Equal(32683m, values.Single(value => value.Indicator == "dust-total" && value.Place == Place.District).Number);
        Assert.All(values.Where(value => value.Indicator == "dust-total"), total =>
            Assert.Equal(total.Number, values.Where(value => value.Place == total.Place && kinds.Contains(value.Indicator)).Sum(value => value.Number)));
        Assert.All(kinds, kind => Assert.Equal(
            values.Single(value => value.Indicator == kind && value.Place == Place.District).Number,
            values.Where(value => value.Indicator == kind && value.Place != Place.District).Sum(value => value.Number)));
    }

    [Theory]
    [EveryStore]
    public async Task ImportAsync_WaterPoints_AreAsPublished(StoreKind kind)
    {
        await using var store = await StoreAsync(kind);
        var values = (await ValuesAsync(store)).Where(value => value.Place.Kind == PlaceKind.WaterPoint).ToLookup(value => (value.Place.LocalCode, value.Period.Code), value => value.Written);

        var rows = Rows("annex6");

        Assert.Equal(19, rows.Count);
        Assert.All(rows, row =>
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"W{row.GetProperty("no").GetInt32():00}");
            Assert.Equal((row.GetProperty("june").GetString(), row.GetProperty("average").GetString()), (values[(code, "2024-06")].Single(), values[(code, "2024H1")].Single()));
        });
    }

    private static List<JsonElement> Rows(string annex)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Reference.File("documents", "truth", "report2024.json")));
        return [.. report.RootElement.GetProperty("tables").GetProperty(annex).GetProperty("rows").EnumerateArray().Select(row => row.Clone())];
    }

    private static FileStore Files(TestStore store) => new(Path.Combine(store.Folder, "files"));

    private static bool IsMadeUp(IndicatorValue value) => value.Source.StartsWith("演示", StringComparison.Ordinal);

    private static Task<TestStore> StoreAsync(StoreKind kind) => TestStore.CopyAsync(kind, "whole pack with its figures", async store =>
    {
        var clock = new FixedClock();
        await using var db = store.NewContext();
        Assert.Null((await ApplyPack.RunAsync(db, TestPack.Sample().Files, Parts, Actor.System, clock, Ct)).Refusal);
        Assert.Null((await PackFigures.ImportAsync(db, Files(store), (await CurrentPack.ReadAsync(db, Ct)).Value!, Actor.System, clock, Ct)).Refusal);
    });

    private static async Task<List<IndicatorValue>> ValuesAsync(TestStore store)
    {
        await using var db = store.NewContext();
        return await db.Set<IndicatorValue>().AsNoTracking().ToListAsync(Ct);
    }
}

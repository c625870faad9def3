using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>Which printed figures a correction touches: those that would be printed differently, not every count that the value went into.</summary>
public sealed class CarriedFactsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Find_OneValueCorrected_NamesOnlyWhatWouldBePrintedDifferently(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        _ = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;
        district.Clock.Advance(TimeSpan.FromHours(1));
        var old = await CorrectAsync(db, district, 39.3m, 39.4m);

        var carried = await CarriedFacts.FindAsync(db, district.Files, [old], ChinaTime.NowUtc(district.Clock), Ct);

        Assert.All(carried.Changed, fact => Assert.Equal(("39.3", "39.4"), (fact.Shown, fact.Now)));
        Assert.Equal([0, 1], carried.Changed.Select(fact => fact.Annex).Distinct());
        Assert.Contains(carried.Unchanged, fact => fact is { Annex: 0, Shown: "17" });
        Assert.DoesNotContain(carried.Unchanged, fact => fact.Shown == "39.3");
    }

    [Theory, EveryStore]
    public async Task Find_ValueGoneBackToWhatWasPrinted_NamesNothing(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        _ = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;
        district.Clock.Advance(TimeSpan.FromHours(1));
        var old = await CorrectAsync(db, district, 39.3m, 39.4m);
        district.Clock.Advance(TimeSpan.FromHours(1));
        _ = await CorrectAsync(db, district, 39.4m, 39.3m);

        var carried = await CarriedFacts.FindAsync(db, district.Files, [old], ChinaTime.NowUtc(district.Clock), Ct);

        Assert.Empty(carried.Changed);
        Assert.NotEmpty(carried.Unchanged);
    }

    private static async Task<Guid> CorrectAsync(LanshaoContext db, HalfYearDistrict district, decimal from, decimal to)
    {
        var value = (await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == "pm25" && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(Ct)).Single(value => value.Number == from);
        var row = FigureRow.Of(value) with { Number = to, Written = to.ToString(CultureInfo.InvariantCulture) };
        Assert.Null((await PublishFigures.RunAsync(db, [row], Actor.Local, district.Clock, Ct)).Refusal);
        return value.Id;
    }
}

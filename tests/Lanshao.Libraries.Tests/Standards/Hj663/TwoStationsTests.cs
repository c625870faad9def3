using Lanshao.Documents.Hourly;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>HJ 663-2013, 6 and annex A; HJ 633-2012, 4: four years of two real stations agree with a second reckoning to 1e-6 before rounding.</summary>
public sealed class TwoStationsTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("Dongsi")]
    [InlineData("Tiantan")]
    public void Evaluation_FourYears_AgreesWithASecondReckoning(string station)
    {
        var path = Reference.File("data", "air", $"PRSA_Data_{station}_20130301-20170228.csv.gz");
        var second = new IndependentAir(path);

        var periods = Evaluate(path).Periods().ToList();

        Assert.Equal(5 + 9 + 17 + 48, periods.Count);
        Assert.All(periods, period =>
        {
            var (ours, theirs) = (Figures(period).ToList(), second.Figures(period.Period.From, period.Period.To).ToList());
            Assert.Equal(theirs.Select(figure => figure.Name), ours.Select(figure => figure.Name));
            Assert.All(ours.Zip(theirs), pair => Assert.True(Math.Abs(pair.First.Value - pair.Second.Value) < Tolerance, $"{period.Period.Code} {pair.First.Name}: {pair.First.Value} and {pair.Second.Value}"));
        });
    }

    private static AirEvaluation Evaluate(string path)
    {
        using var stream = File.OpenRead(path);
        var station = HourlyReader.Read(stream, Path.GetFileName(path), ct: TestContext.Current.CancellationToken).Stations.Single();
        var columns = AirItems.Basic.Select(item => station[AirItems.NameOf(item)]!).Select((values, item) => HourlyColumn.OfScaled(values.Scaled, values.Decimals + ((AirItem)item == AirItem.Co && station.IsCoInMicrograms ? 3 : 0)));
        return AirEvaluation.Of(new HourlySeries(station.Name, DateOnly.FromDayNumber(station.FirstDay), [.. columns]), AirOptions.Default with { PilotFrom = new(2013, 1, 1) });
    }

    private static IEnumerable<(string Name, double Value)> Figures(AirPeriodFigures period)
    {
        foreach (var item in period.Items)
        {
            var name = AirItems.NameOf(item.Item);
            yield return ($"{name} days", item.ValidDays);
            if (item is { Mean: { } mean, Percentile: { } percentile })
            {
                yield return ($"{name} mean", (double)mean.Exact);
                yield return ($"{name} percentile", (double)percentile.Exact);
            }
        }

        yield return ("composite", (double)(period.CompositeIndex?.Exact ?? 0m));
        yield return ("good", period.GoodDays);
        yield return ("heavy", period.HeavyDays);
        yield return ("valid", period.ValidDays);
    }
}

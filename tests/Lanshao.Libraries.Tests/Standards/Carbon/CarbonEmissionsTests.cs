using Lanshao.Standards.Carbon;
using Lanshao.Standards.Emissions;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards.Carbon;

/// <summary>Carbon factors and emissions, 减二增一 and project cuts: the worked cases of the reference.</summary>
public sealed class CarbonEmissionsTests
{
    [Fact]
    public void TPerUnit_EveryFuel_IsAsInTheReference()
    {
        var fuels = Example.Read("water", "carbon.json").GetProperty("fuels").EnumerateObject().ToList();

        Assert.Equal(fuels.Select(fuel => (fuel.Name, fuel.Value.GetProperty("ef_tco2").GetDecimal())), CarbonFactors.Fuels.Select(fuel => (fuel.Key, fuel.TPerUnit.Shown)));
    }

    [Fact]
    public void OfFuelElectricityAndHeat_WorkedCases_AreAsInTheReference()
    {
        var cases = Example.Read("water", "carbon.json").GetProperty("examples");

        Assert.Equal(cases[0].GetProperty("out").GetProperty("gas").GetDecimal(), CarbonEmissions.OfFuel(Fuel("natural_gas"), 120m).Shown);
        Assert.Equal(cases[0].GetProperty("out").GetProperty("heat").GetDecimal(), CarbonEmissions.OfHeat(8000m).Shown);
        Assert.Equal(cases[1].GetProperty("out").GetProperty("gas").GetDecimal(), CarbonEmissions.OfFuel(Fuel("natural_gas"), 35.5m).Shown);
        Assert.Equal(cases[1].GetProperty("out").GetProperty("diesel").GetDecimal(), CarbonEmissions.OfFuel(Fuel("diesel"), 12m).Shown);
        Assert.Equal(cases[1].GetProperty("out").GetProperty("electricity").GetDecimal(), CarbonEmissions.OfElectricity(12000m, 0m, CarbonFactors.Find("北京", 2022)!.TPerMwh).Shown);
        Assert.Equal(cases[2].GetProperty("out").GetProperty("drop_pct").GetDecimal(), CarbonEmissions.IntensityDrop(100m, 200m, 99m, 206m)?.Shown);
        Assert.Equal(cases[3].GetProperty("out").GetProperty("electricity").GetDecimal(), CarbonEmissions.OfElectricity(10000m, 2500m, 0.604m).Shown);
    }

    [Fact]
    public void Find_YearWithoutFactor_IsNotTakenFromAnother() => Assert.Null(CarbonFactors.Find("北京", 2024));

    [Theory]
    [InlineData(0.35, "0.7 0.1 True", 0.5, 0.3)]
    [InlineData(1.2, "2.4 -0.1 False", 2.3)]
    [InlineData(0.05, "0.1 0 True", 0.1)]
    public void TwoForOne_WorkedCases_AreAsInTheReference(double tonnes, string expected, params double[] credits)
    {
        var cover = TwoForOneReplacement.Compute((decimal)tonnes, [.. credits.Select(credit => (decimal)credit)]);

        Assert.Equal(expected, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cover.Required:0.##} {cover.Surplus:0.##} {cover.IsCovered}"));
    }

    [Fact]
    public void EmissionCut_WorkedCases_AreAsInTheReference()
    {
        Assert.Equal(49.248m, EmissionCut.OfVehicles(180, 38_000m, 7.2m));
        Assert.Equal(3.852m, EmissionCut.OfFactors(300m, 15.87m, 3.03m));
    }

    private static CarbonFuel Fuel(string key) => CarbonFactors.Fuels.Single(fuel => fuel.Key == key);
}

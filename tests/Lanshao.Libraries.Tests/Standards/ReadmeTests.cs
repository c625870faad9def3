using Lanshao.Standards;
using Lanshao.Standards.Air;
using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Libraries.Tests.Standards;

/// <summary>The example of the library's README runs as it stands there, and prints what it says.</summary>
public sealed class ReadmeTests
{
    private static readonly Printer Console = new();

    private static string Readme => File.ReadAllText(RepositoryFolder.At("src", "Lanshao.Standards", "README.md")).ReplaceLineEndings("\n");

    private static string Source => File.ReadAllText(RepositoryFolder.At("tests", "Lanshao.Libraries.Tests", "Standards", "ReadmeTests.cs")).ReplaceLineEndings("\n");

    [Fact]
    public void Example_Runs_AndPrintsWhatItSays()
    {
        Run();

        Assert.Equal(Between(Readme, "```text\n", "```"), Console.ToString());
    }

    [Fact]
    public void Example_InTheReadme_IsTheOneThatRuns()
    {
        var example = Between(Source, "// begin\n", "        // end").Replace("\n        ", "\n", StringComparison.Ordinal).Trim();

        Assert.EndsWith(example, Between(Readme, "```csharp\n", "```").Trim(), StringComparison.Ordinal);
    }

    private static string Between(string text, string from, string to) => text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..] is var rest ? rest[..rest.IndexOf(to, StringComparison.Ordinal)] : "";

    private static void Run()
    {
        // begin
        // HJ 633: the edition is chosen by the day of observation
        var edition = AirIndexEdition.InForceOn(new DateOnly(2026, 3, 1))!;
        var index = edition.Evaluate([new(AirItem.Pm25, AirAveraging.Day, 38m), new(AirItem.O3, AirAveraging.EightHours, 160m)]);
        Console.WriteLine($"{index.Edition}: AQI {index.Aqi}, {index.Category!.Name}, {string.Join(' ', index.Primary)}");

        // HJ 663: hours to days, months, years. Hours as whole numbers scaled by a power of ten, negative where missing, 24 a day.
        int[] hours = [.. Enumerable.Range(0, 365 * 24).Select(hour => hour % 100 == 0 ? HourlyColumn.Missing : 300 + (hour % 24 * 10))];   // 30.0, 31.0 … µg/m³
        var series = new HourlySeries("East", new DateOnly(2025, 1, 1), AirItems.Basic.ToDictionary(item => item, item => HourlyColumn.OfScaled(hours, item == AirItem.Co ? 3 : 1)));
        var station = AirEvaluation.Of(series, AirOptions.Default);
        var year = station.Periods().First();
        Console.WriteLine($"{year.Period.Code}: PM2.5 {year[AirItem.Pm25].Mean}, days {year[AirItem.Pm25].ValidDays}, meets {year[AirItem.Pm25].Meets}, good days {year.GoodDays}, index {year.CompositeIndex} by {year.Limits}");

        // The same year under the limits that come next
        Console.WriteLine(station.Figures(year.Period, AirLimitSet.InForceOn(year.Period.To)!.Next())[AirItem.Pm25].Meets);

        // The composite index and its ranking: equal values share the better place
        Console.WriteLine(string.Join(' ', CompositeRanking.Places([year.CompositeIndex, year.CompositeIndex, Reported.Of(9m, 2)])));

        // GB 3838: a section's class
        var values = new Dictionary<WaterItem, decimal> { [SurfaceWater.Find("tp")!] = 0.25m, [SurfaceWater.Find("nh3n")!] = 0.5m };
        var section = SurfaceWater.Classify(values, WaterBody.River, WaterClass.Of(3));
        Console.WriteLine($"{section.Class}: {section.Determining[0].Item.Name}, {section.Beyond[0].Multiple} beyond Ⅲ");

        // 环办〔2011〕22号: a river over its sections; 无水 is a result
        var river = WaterBodyResult.Of([SectionResult.Of("桥下", values, WaterBody.River, WaterClass.Of(4)), SectionResult.Without("闸上", WaterState.Dry)], WaterBody.River);
        Console.WriteLine($"{river.Status}, {river.GoodShareOfClassified} % of the sections with water, {river.GoodShareOfAll} % of all");

        // GB/T 8170: round once, ties to even
        Console.WriteLine(Rounding.HalfEven(38.5m, 0));
        // end
    }

    /// <summary>Stands for the console.</summary>
    private sealed class Printer
    {
        private string _printed = "";

        public void WriteLine(object? value) => _printed += FormattableString.Invariant($"{value}\n");

        public override string ToString() => _printed;
    }
}

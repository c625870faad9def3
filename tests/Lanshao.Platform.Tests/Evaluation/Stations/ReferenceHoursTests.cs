using Lanshao.Documents.Hourly;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Monitoring;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards;
using Lanshao.Standards.Air;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation.Stations;

/// <summary>Four years of two real stations through the store: the same figures as out of their files.</summary>
public class ReferenceHoursTests
{
    private static readonly AirOptions Options = AirOptions.Default with { PilotFrom = new(2013, 1, 1) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Import_TwoStationsOfFourYears_GivesTheFiguresOfTheirFiles(StoreKind kind)
    {
        await using var sample = await MonitoringSample.NewAsync(kind, withDevice: false);
        string[] files = [File("Dongsi"), File("Tiantan")];

        foreach (var file in files)
        {
            await ImportAsync(sample, file);
        }

        var stored = await StoredHours.ReadAsync(sample, new(new(2013, 1, 1), new(2017, 12, 31)));
        var alone = Array.ConvertAll(files, file => AirEvaluation.Of(Series(file), Options));
        Assert.Equal(["Dongsi", "Tiantan"], stored.Stations.Select(station => station.Station.Name));
        Assert.Equal(alone.SelectMany(Told), stored.Stations.SelectMany(station => Told(station.Air.InForce)));
        Assert.Equal(Told(AirEvaluation.OfStations("区", alone, Options)), Told(stored.MeanOf(StationTier.National, "区")!.InForce));
    }

    private static string File(string station) => Reference.File("data", "air", $"PRSA_Data_{station}_20130301-20170228.csv.gz");

    private static async Task ImportAsync(MonitoringSample sample, string path)
    {
        await using var db = sample.NewContext();
        var source = new ImportSource(IncomingFile.Of(Path.GetFileName(path), await System.IO.File.ReadAllBytesAsync(path, Ct)), new Dictionary<string, string> { [ImportReadings.TierArgument] = "国控" });
        var imported = await ImportAtOnce.RunAsync(db, new(Path.Combine(sample.Folder, "files")), ImportReadings.Kind, source, "application/gzip", Actor.Local, sample.Clock, Ct);
        Assert.Null(imported.Refusal);
    }

    private static HourlySeries Series(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        var station = HourlyReader.Read(stream, Path.GetFileName(path), ct: Ct).Stations.Single();
        return new(station.Name, DateOnly.FromDayNumber(station.FirstDay), [.. AirItems.Basic.Select(item => Column(station[AirItems.NameOf(item)]!, item == AirItem.Co && station.IsCoInMicrograms))]);
    }

    // As `air evaluate` takes them: scaled whole numbers.
    private static HourlyColumn Column(HourlyValues values, bool isMicrograms) => HourlyColumn.OfScaled(values.Scaled, values.Decimals + (isMicrograms ? 3 : 0));

    private static IEnumerable<string> Told(AirEvaluation evaluation) =>
        Enumerable.Range(0, evaluation.Days).Select(evaluation.Day).Select(day => $"{day.Date:yyyy-MM-dd} {day.Edition} {day.Aqi} {string.Join(' ', day.Items.Select(item => $"{Cut(item.Value)}/{item.Iaqi}"))}")
            .Concat(evaluation.Periods().Select(period => $"{period.Period.Code} {period.GoodDays} {period.HeavyDays} {period.ValidDays} {Cut(period.CompositeIndex)} {string.Join(' ', period.Items.Select(item => $"{Cut(item.Mean)}/{Cut(item.Percentile)}/{item.ValidDays}/{item.Meets}"))}"));

    // As the contract cuts exact values.
    private static string Cut(Reported? value) => value is { } known ? Rounding.Cut(known.Exact, Rounding.ExactDecimals).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) : "—";
}

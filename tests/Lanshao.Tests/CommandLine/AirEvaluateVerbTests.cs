using System.Text.Json;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary><c>air evaluate</c> against the contract, and the two stations' years against an independent computation (exact fractions, made outside the program).</summary>
public sealed class AirEvaluateVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-air-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AirEvaluate_TwoStations_AgreesWithAnIndependentComputation()
    {
        var said = await LanshaoProcess.RunAsync("air", "evaluate", Station("Dongsi"), Station("Tiantan"), "--city", "演示区", "--json");
        var root = JsonSerializer.Deserialize<JsonElement>(said.Output);
        var (dongsi, city) = (root.GetProperty("stations")[0], root.GetProperty("city"));

        Assert.Equal((0, "Dongsi", "演示区", 1461), (said.ExitCode, dongsi.GetProperty("station").GetString(), city.GetProperty("station").GetString(), dongsi.GetProperty("days").GetArrayLength()));
        Assert.Equal(("86.168757728684", "232.920833333333", 360, true, false), Item(Period(dongsi, "2014"), "PM2.5"));
        Assert.Equal(("1.239888474303", "3.18375", 347, true, true), Item(Period(dongsi, "2016"), "CO"));
        Assert.Equal(("96.997976859283", "195", 356, true, false), Item(Period(root.GetProperty("stations")[1], "2016"), "O3"));
        Assert.Equal(("76.923556341432", "231.323958333333", 364, true, false), Item(Period(city, "2016"), "PM2.5"));
        Assert.Equal((187, 40, 364, "7.05181003112", "7.05"), Counts(Period(city, "2016")));
        Assert.Equal((181, 45, 352, "7.210045331159", "7.21"), Counts(Period(dongsi, "2016")));
    }

    [Fact]
    public async Task AirEvaluate_Days_HaveTheContractsKeys()
    {
        var said = await LanshaoProcess.RunAsync("air", "evaluate", Station("Dongsi"), "--from", "2016-01-01", "--to", "2016-01-02", "--json");

        var station = JsonSerializer.Deserialize<JsonElement>(said.Output).GetProperty("stations")[0];
        var day = station.GetProperty("days")[0];
        Assert.Equal(["2016-01-01", "2016-01-02"], station.GetProperty("days").EnumerateArray().Select(one => one.GetProperty("date").GetString()));
        Assert.Equal(["2016", "2016H1", "2016Q1", "2016-01"], station.GetProperty("periods").EnumerateArray().Select(one => one.GetProperty("period").GetString()));
        Assert.Equal(("HJ633-2012", 229, "重度污染", JsonValueKind.Null), (day.GetProperty("edition").GetString(), day.GetProperty("aqi").GetInt32(), day.GetProperty("category").GetString(), day.GetProperty("reason").ValueKind));
        Assert.Equal("""{"exact":"178.833333333333","shown":"179","iaqi":229,"validHours":24}""", day.GetProperty("items").GetProperty("PM2.5").GetRawText());
    }

    [Fact]
    public async Task AirEvaluate_DaysBeforeAnyEdition_AreRefusedAndSayWhatIsMissing()
    {
        var file = Write("early.csv", "station,time,PM10\nA,2012-12-31 00:00,3\n");

        var refused = await LanshaoProcess.RunAsync("air", "evaluate", file, "--json");
        var forced = await LanshaoProcess.RunAsync("air", "evaluate", file, "--edition", "2012", "--json");

        var error = JsonSerializer.Deserialize<JsonElement>(refused.Output).GetProperty("error");
        Assert.Equal((4, "STD-007"), (refused.ExitCode, error.GetProperty("code").GetString()));
        Assert.Contains("实施日 2016-01-01 和试点起始日（辖区包 pack.yaml 的 airPilotFrom：2013-01-01）", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("--edition 2012", JsonSerializer.Deserialize<JsonElement>(forced.Output).GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.True(JsonSerializer.Deserialize<JsonElement>(forced.Output).GetProperty("stations")[0].GetProperty("days")[0].GetProperty("editionForced").GetBoolean());
    }

    [Fact]
    public async Task AirEvaluate_UnreadableRows_AreToldOnStandardErrorAndInTheRejectFile()
    {
        var file = Write("hours.csv", "station,time,PM10\nA,2024-01-01 00:00,many\nA,2024-01-01 01:00,3\nA,2024-01-01 01:00,4\n");
        var rejects = Path.Combine(_folder.FullName, "rejects.csv");

        var said = await LanshaoProcess.RunAsync("air", "evaluate", file, "--rejects", rejects, "--json");

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("第2行“PM10”：应为0 到 99999 的数字，实为“many”", said.Error, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(rejects).Length);
        Assert.Equal(1, JsonSerializer.Deserialize<JsonElement>(said.Output).GetProperty("duplicates").GetInt32());
    }

    [Theory]
    [InlineData(3, "DOC-142", "--edition", "auto")]
    [InlineData(4, "STD-008", "--profile", "nobody")]
    public async Task AirEvaluate_WhatCannotBeDone_IsRefused(int exit, string code, params string[] options)
    {
        var said = await LanshaoProcess.RunAsync(["air", "evaluate", Write("odd.csv", "a,b\n1,2\n"), .. options, "--json"]);

        Assert.Equal((exit, code), (said.ExitCode, JsonSerializer.Deserialize<JsonElement>(said.Output).GetProperty("error").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task AirEvaluate_SandDays_AreASecondResult()
    {
        var list = Write("sand.txt", "2016-05-06\n");

        var said = await LanshaoProcess.RunAsync("air", "evaluate", Station("Dongsi"), "--from", "2016-05-01", "--to", "2016-05-31", "--exceptional", list, "--json");

        var station = JsonSerializer.Deserialize<JsonElement>(said.Output).GetProperty("stations")[0];
        int Valid(string name) => station.GetProperty(name)[0].GetProperty("items").GetProperty("PM10").GetProperty("validDays").GetInt32();
        Assert.Equal(Valid("periods") - 1, Valid("periodsWithoutExceptionalDays"));
        Assert.Equal(station.GetProperty("periods")[0].GetProperty("goodDays").GetInt32(), station.GetProperty("periodsWithoutExceptionalDays")[0].GetProperty("goodDays").GetInt32());
    }

    private static string Station(string name) => Reference.File("data", "air", $"PRSA_Data_{name}_20130301-20170228.csv.gz");

    private static JsonElement Period(JsonElement station, string code) => station.GetProperty("periods").EnumerateArray().Single(period => period.GetProperty("period").GetString() == code);

    private static (string?, string?, int, bool, bool) Item(JsonElement period, string name)
    {
        var item = period.GetProperty("items").GetProperty(name);
        return (item.GetProperty("mean").GetProperty("exact").GetString(), item.GetProperty("percentile").GetProperty("exact").GetString(), item.GetProperty("validDays").GetInt32(), item.GetProperty("valid").GetBoolean(), item.GetProperty("meets").GetBoolean());
    }

    private static (int, int, int, string?, string?) Counts(JsonElement period) => (
        period.GetProperty("goodDays").GetInt32(), period.GetProperty("heavyDays").GetInt32(), period.GetProperty("validDays").GetInt32(),
        period.GetProperty("compositeIndex").GetProperty("exact").GetString(), period.GetProperty("compositeIndex").GetProperty("shown").GetString());

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}

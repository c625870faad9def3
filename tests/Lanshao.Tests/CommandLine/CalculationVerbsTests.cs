using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary>The verbs that only calculate, against the contract of the command line.</summary>
public sealed class CalculationVerbsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-verbs-");

    public void Dispose() => TemporaryFolder.Delete(_folder.FullName);

    [Theory]
    [InlineData("""{"exact":"38.5","shown":"38"}""", "--value", "38.5", "--decimals", "0")]
    [InlineData("""{"exact":"60.28","shown":"60.5"}""", "--value", "60.28", "--interval", "0.5")]
    [InlineData("""{"exact":"-0.04","shown":"0.0"}""", "--value", "-0.04", "--decimals", "1")]
    public async Task Round_Value_PrintsExactAndShown(string expected, params string[] arguments)
    {
        var said = await LanshaoProcess.RunAsync(["round", .. arguments, "--json"]);

        Assert.Equal((0, expected + "\n"), (said.ExitCode, said.Output));
    }

    [Theory]
    [InlineData("round", "--value", "38.5")]
    [InlineData("round", "--value", "1e400", "--decimals", "0")]
    [InlineData("round", "--value", "38.5", "--decimals", "99")]
    [InlineData("budget", "--target", "34", "--mean", "38", "--from", "2024-07-01", "--to", "2024-06-30")]
    [InlineData("calendar", "working-day", "--month", "2024-13", "--nth", "3")]
    [InlineData("rank", "nothing.csv")]
    public async Task AnyVerb_WrongUsage_AnswersTwoAndPrintsNothing(params string[] arguments)
    {
        var said = await LanshaoProcess.RunAsync([.. arguments, "--json"]);

        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.NotEmpty(said.Error);
    }

    [Fact]
    public async Task Budget_HalfYear_IsAsInTheContract()
    {
        var said = await LanshaoProcess.RunAsync("budget", "--target", "34", "--mean", "38.0", "--from", "2024-01-01", "--to", "2024-06-30", "--json");

        Assert.Equal("""{"remainingMean":{"exact":"30.043478260869","shown":"30.0"},"daysLeft":184}""" + "\n", said.Output);
    }

    [Fact]
    public async Task WorkingDay_KnownYear_IsTheDay()
    {
        var said = await LanshaoProcess.RunAsync("calendar", "working-day", "--month", "2024-10", "--nth", "3", "--json");

        Assert.Equal("""{"date":"2024-10-10"}""" + "\n", said.Output);
    }

    [Fact]
    public async Task WorkingDay_YearWithoutNotice_IsRefusedAndSaysHow()
    {
        var refused = await LanshaoProcess.RunAsync("calendar", "working-day", "--month", "2027-01", "--nth", "3", "--json");
        var table = Write("2027.json", """{"year":2027,"standard":"演示通知","source":"test","confidence":"R","days":[{"from":"2027-01-01","to":"2027-01-03","kind":"holiday","name":"元旦"}]}""");
        var loaded = await LanshaoProcess.RunAsync("calendar", "working-day", "--month", "2027-01", "--nth", "3", "--table", table, "--json");

        var error = refused.Json().GetProperty("error");
        Assert.Equal((4, "STD-001"), (refused.ExitCode, error.GetProperty("code").GetString()));
        Assert.Contains("--table", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("2027-01-06", loaded.Json().GetProperty("date").GetString());
    }

    [Fact]
    public async Task Rank_PublishedTable_HasThePublishedPlacesAndChanges()
    {
        using var published = JsonDocument.Parse(File.ReadAllText(Reference.File("standards", "examples", "published-tables.json")));
        var rows = published.RootElement.GetProperty("dustfall").EnumerateArray().ToList();
        var file = Write("dustfall.csv", "name,value,before\n" + string.Concat(rows.Select(row => $"{row.GetProperty("street")},{row.GetProperty("value")},{row.GetProperty("impliedBase")}\n")));

        var said = await LanshaoProcess.RunAsync("rank", file, "--value", "value", "--previous", "before", "--worst-first", "--decimals", "1", "--json");

        var ranked = said.Json().EnumerateArray().ToList();
        Assert.Equal(rows.Select(row => row.GetProperty("rank").GetInt32()), ranked.Select(row => row.GetProperty("rank").GetInt32()));
        Assert.Equal(rows.Select(row => row.GetProperty("yoy").GetDecimal().ToString("0.0", CultureInfo.InvariantCulture) + "%"), ranked.Select(row => row.GetProperty("yearOnYear").GetString()));
        Assert.Equal("6.0", ranked[5].GetProperty("shown").GetString());
    }

    [Fact]
    public async Task Rank_BrokenCell_NamesRowAndColumn()
    {
        var said = await LanshaoProcess.RunAsync("rank", Write("a.csv", "name,v\n甲,1\n乙,—\n"), "--value", "v", "--json");

        var error = said.Json().GetProperty("error");
        Assert.Equal((3, "STD-005", "—"), (said.ExitCode, error.GetProperty("code").GetString(), error.GetProperty("found").GetString()));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}

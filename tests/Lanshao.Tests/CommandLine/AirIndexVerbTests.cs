using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary><c>air index</c> against the contract of the command line.</summary>
public sealed class AirIndexVerbTests
{
    [Fact]
    public async Task AirIndex_Contract_IsAsPrintedThere()
    {
        var said = await LanshaoProcess.RunAsync("air", "index", "--edition", "2012", "--value", "PM2.5@24h=38", "--value", "O3@8h=160", "--json");

        Assert.Equal(
            """{"aqi":100,"category":"良","primary":["O3"],"items":[{"item":"PM2.5","averaging":"24h","iaqi":54},{"item":"O3","averaging":"8h","iaqi":100}],"edition":"HJ633-2012"}""" + "\n",
            said.Output);
    }

    [Theory]
    [InlineData("PM2.5@24h")]
    [InlineData("PM2.5@2h=3")]
    [InlineData("Pb@24h=3")]
    [InlineData("CO@24h=-1")]
    [InlineData("CO@24h=1e5")]
    public async Task AirIndex_BrokenValue_IsWrongUsage(string value)
    {
        var said = await LanshaoProcess.RunAsync("air", "index", "--edition", "2012", "--value", value, "--json");

        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Contains("PM2.5@24h=38", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AirIndex_TimeTheEditionDoesNotDefine_HasNull()
    {
        var said = await LanshaoProcess.RunAsync("air", "index", "--edition", "2012", "--value", "PM2.5@1h=80", "--json");

        Assert.Equal("""{"aqi":null,"category":null,"primary":[],"items":[{"item":"PM2.5","averaging":"1h","iaqi":null}],"edition":"HJ633-2012"}""" + "\n", said.Output);
    }
}

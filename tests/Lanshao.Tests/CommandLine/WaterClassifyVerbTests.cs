using System.Text.Json;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary><c>water classify</c> against the contract of the command line.</summary>
public sealed class WaterClassifyVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-water-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WaterClassify_Sections_HaveTheContractsKeys()
    {
        var said = await LanshaoProcess.RunAsync("water", "classify", Write("section,date,waterBody,target,ph,do,总磷,w21003,hg\n东演示桥,2024-05-06,,Ⅲ,7.1,6,0.25,0.5,5e-05\n西演示湖,,lake,Ⅳ,7.1,,0.21,,\n北演示闸,,river,Ⅲ,无水,,,,\n南演示口,,,,,,,,\n"), "--json");

        Assert.Equal(0, said.ExitCode);
        Assert.Equal(
            """
            [{"section":"东演示桥","date":"2024-05-06","state":"ok","class":"Ⅳ","subclass":null,"items":{"ph":"Ⅰ","do":"Ⅱ","nh3n":"Ⅱ","tp":"Ⅳ","hg":"Ⅰ"},"determining":["tp"],"exceeding":[{"item":"tp","multiple":"0.25"}],"target":"Ⅲ","met":false,"itemSubclasses":{},"undetected":[],"edition":"GB3838-2002"},{"section":"西演示湖","date":null,"state":"ok","class":"劣Ⅴ","subclass":"劣Ⅴ1","items":{"ph":"Ⅰ","tp":"劣Ⅴ"},"determining":["tp"],"exceeding":[{"item":"tp","multiple":"1.10"}],"target":"Ⅳ","met":false,"itemSubclasses":{"tp":"劣Ⅴ1"},"undetected":[],"edition":"GB3838-2002"},{"section":"北演示闸","date":null,"state":"dry","class":null,"subclass":null,"items":{},"determining":[],"exceeding":[],"target":"Ⅲ","met":null,"itemSubclasses":{},"undetected":[],"edition":"GB3838-2002"},{"section":"南演示口","date":null,"state":"insufficient","class":null,"subclass":null,"items":{},"determining":[],"exceeding":[],"target":null,"met":null,"itemSubclasses":{},"undetected":[],"edition":"GB3838-2002"}]
            """ + "\n",
            said.Output);
    }

    [Fact]
    public async Task WaterClassify_BelowTheDetectionLimit_CountsHalfAndSaysSo()
    {
        var said = await LanshaoProcess.RunAsync("water", "classify", Write("断面,汞\n演示桥,0.00008L\n"), "--json");

        var row = JsonSerializer.Deserialize<JsonElement>(said.Output)[0];
        Assert.Equal(("Ⅰ", "hg"), (row.GetProperty("class").GetString(), row.GetProperty("undetected")[0].GetString()));
    }

    [Theory]
    [InlineData("section,tp\nA,much\n", "STD-011")]
    [InlineData("section,tp\nA,-1\n", "STD-011")]
    [InlineData("section,target,tp\nA,Ⅵ,0.1\n", "STD-011")]
    [InlineData("section,waterBody,tp\nA,sea,0.1\n", "STD-011")]
    [InlineData("name,tp\nA,0.1\n", "STD-004")]
    public async Task WaterClassify_BrokenTable_IsRefused(string text, string code)
    {
        var said = await LanshaoProcess.RunAsync("water", "classify", Write(text), "--json");

        Assert.Equal((3, code), (said.ExitCode, JsonSerializer.Deserialize<JsonElement>(said.Output).GetProperty("error").GetProperty("code").GetString()));
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "sections.csv");
        File.WriteAllText(path, text);
        return path;
    }
}

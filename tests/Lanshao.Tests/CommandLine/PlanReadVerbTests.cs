using System.Text;
using Xunit;

namespace Lanshao.Tests.CommandLine;

/// <summary><c>plan read</c> as scripts see it: exit codes and the contract's error document.</summary>
public sealed class PlanReadVerbTests : IDisposable
{
    private const string Plan = "甲区2025年工作计划\n\n（一）治理工地。治理50个。（责任单位：区住建委）\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanshao-plan-");

    public void Dispose() => TemporaryFolder.Delete(_folder.FullName);

    [Theory]
    [InlineData("秘密★1年\n" + Plan, 4, "DOC-105", "秘密★1年")]
    [InlineData("密　级：机密\n" + Plan, 4, "DOC-105", "密级：机密")]
    [InlineData("内部资料　注意保存\n" + Plan, 4, "DOC-105", "内部资料注意保存")]
    [InlineData("%PDF-1.4 scanned", 3, "DOC-116", null)]
    [InlineData("", 3, "DOC-101", null)]
    public async Task Read_WhatIsRefused_SaysSoInTheErrorDocument(string content, int exitCode, string code, string? found)
    {
        var run = await ReadAsync(content);

        var error = run.Json().GetProperty("error");
        Assert.Equal((exitCode, code, found), (run.ExitCode, error.GetProperty("code").GetString(), error.GetProperty("found").GetString()));
        Assert.Equal("计划.txt", error.GetProperty("file").GetString());
        Assert.Equal(["code", "message", "file", "where", "expected", "found"], error.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Read_BeyondALimit_NamesItAndExitsThree()
    {
        var run = await ReadAsync(string.Concat(Enumerable.Repeat("\t一\n\t二\n\n", 20_001)));

        var error = run.Json().GetProperty("error");
        Assert.Equal((3, "20000"), (run.ExitCode, error.GetProperty("expected").GetString()));
        Assert.Contains("20000", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Plan, 0)]
    [InlineData(Plan + "（二）加强内部资料管理，国家秘密按规定办理。（责任单位：区住建委）\n", 0)]
    [InlineData(Plan + "（二）督促企业。10月底前完成自查。（责任单位：区住建委；完成时限：6月底前）\n", 1)]
    public async Task Read_WhatCanBeRead_PrintsThePlanAndWhetherAnErrorWasFound(string content, int exitCode)
    {
        var run = await ReadAsync(content);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(("甲区2025年工作计划", 2025), (run.Json().GetProperty("title").GetString(), run.Json().GetProperty("year").GetInt32()));
    }

    private async Task<LanshaoProcess.Said> ReadAsync(string content)
    {
        var file = Path.Combine(_folder.FullName, "计划.txt");
        await File.WriteAllTextAsync(file, content, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        return await LanshaoProcess.RunAsync("plan", "read", file, "--json");
    }
}

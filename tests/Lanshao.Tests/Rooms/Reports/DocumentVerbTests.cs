using System.Text.Json;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Reports;

/// <summary><c>document check</c> against the contract of the command line.</summary>
public class DocumentVerbTests
{
    [Fact]
    public async Task Check_OfficialReport_PrintsTheContractAndAnswersOne()
    {
        var run = await Run.Async("document", "check", Reference.File("documents", "report-2024h1.docx"), "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["source", "counts", "findings"], run.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["checked", "consistent", "inconsistent", "unverifiable"], run.Json.GetProperty("counts").EnumerateObject().Select(property => property.Name));
        var range = run.Json.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("kind").GetString() == "range");
        Assert.Equal(["code", "kind", "severity", "statement", "evidence", "stated", "computed", "explanation"], range.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("error", "一（二）2"), (range.GetProperty("severity").GetString(), range.GetProperty("statement").GetProperty("where").GetString()));
        Assert.Contains("附件2", range.GetProperty("evidence")[0].GetProperty("where").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EveryFinding_HasStringsAndBounds()
    {
        var run = await Run.Async("document", "check", Reference.File("documents", "report-2024h1.txt"), "--json");

        Assert.All(run.Json.GetProperty("findings").EnumerateArray(), finding =>
        {
            var spots = finding.GetProperty("evidence").EnumerateArray().Append(finding.GetProperty("statement")).ToList();
            Assert.All(spots, spot => Assert.InRange(spot.GetProperty("text").GetString()!.Length, 0, 300));
            Assert.InRange(spots.Count, 1, 21);
            Assert.All((string[])["stated", "computed", "explanation"], name => Assert.Equal(JsonValueKind.String, finding.GetProperty(name).ValueKind));
        });
    }

    [Fact]
    public async Task Check_NothingWrong_AnswersZero()
    {
        var folder = Directory.CreateTempSubdirectory("lanshao-check-");
        try
        {
            var file = Path.Combine(folder.FullName, "right.txt");
            await File.WriteAllTextAsync(file, "某区2024年上半年工作情况\n一、总体情况\n上半年优良天数122天，比率67.0%。\n", TestContext.Current.CancellationToken);

            var run = await Run.Async("document", "check", file, "--json");

            Assert.Equal((0, 0), (run.ExitCode, run.Json.GetProperty("findings").GetArrayLength()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Check_NoDocument_AnswersThreeWithTheErrorDocument()
    {
        var run = await Run.Async("document", "check", "nothing-here.docx", "--json");

        Assert.Equal((3, "DOC-001"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
    }
}

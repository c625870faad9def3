using System.Net;
using System.Text.RegularExpressions;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Tests.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>Every way by which figures leave as a file is noted: a new one is found here before a correction misses it.</summary>
public sealed partial class ExportWalkTests(Site site)
{
    // Whose tables say by themselves what they carry (MapTableFiles), or whose endpoint notes it.
    private static readonly string[] Noting =
    [
        "/air/days.{ending}", "/air/figures.{ending}", "/overview/domains.{ending}", "/overview/targets.{ending}", "/ranking-sheets/{code}.{ending}", "/tables/{code}.{ending}", "/devices.{ending}", "/devices/series.{ending}", "/devices/reviews.{ending}",
        "/reports/annex-{number:int}.{ending}", "/reports/annexes.{ending}", "/reports/carry-over/{id:guid}/draft.docx", "/reports/carry-over/{id:guid}/list.{ending}", "/reports/inspection.zip", "/reports/submissions/{id:guid}/corrections/{seq:int}.docx",
        "/reports/submissions/{id:guid}/facts.{ending}", "/reports/{id:guid}.docx", "/reports/{id:guid}.pdf", "/files/{sha256}",
    ];

    // Lists of work, words and settings, what others handed in, and what a correction names by itself: alerts, sheets, disputes.
    private static readonly string[] WithoutFigures =
    [
        "/alerts.{ending}", "/alerts/night.{ending}", "/alerts/rules.{ending}", "/components/ranking.{ending}", "/corrections.{ending}", "/devices/doubts.{ending}", "/imports/{id:guid}/rejected.{ending}", "/inbox.{ending}", "/plans/{code}/table.{ending}",
        "/progress/list/table.{ending}", "/progress/states.{ending}", "/rankings/disputes.{ending}", "/rankings/rounds.{ending}", "/reports/check/{id:guid}/commented.docx", "/reports/check/{id:guid}/sheet.{ending}", "/reports/layouts/{kind}.docx",
        "/reports/submissions.{ending}", "/system/audit.{ending}", "/system/jobs.{ending}", "/system/pack.zip", "/system/pack.{ending}", "/system/settings.{ending}", "/tasks/table.{ending}", "/units.zip", "/units/overview.{ending}", "/units/{key}/sheet.{ending}",
    ];

    // Where bytes become an attachment; each says above what leaves.
    private static readonly string[] Sending =
    [
        "CarryOverEndpoints.cs", "CheckEndpoints.cs", "ExportNotes.cs", "FileEndpoints.cs", "ImportEndpoints.cs", "InspectionView.cs", "LongTable.cs", "PackEndpoints.cs", "PdfEndpoints.cs", "PlansEndpoints.cs", "ReportEndpoints.cs", "SubmissionEndpoints.cs", "TableFiles.cs",
    ];

    // LayoutVerb writes an empty form.
    private static readonly string[] Writing = ["CarryOverVerb.cs", "InspectionVerb.cs", "LayoutVerb.cs", "ReportVerbs.cs"];

    // How many tables of a page carry no figure of a station or of the indicators: work, words, settings, targets as the plan says them.
    private static readonly Dictionary<string, int> TablesWithoutFigures = new()
    {
        ["/alerts/rules"] = 1,
        ["/components"] = 3,
        ["/imports"] = 1,
        ["/plans"] = 1,
        ["/plans/{code}"] = 1,
        ["/progress/list"] = 1,
        ["/ranking-sheets"] = 1,
        ["/reports/inspection"] = 1,
        ["/system/audit"] = 1,
        ["/system/audit/{seq}"] = 2,
        ["/system/jobs"] = 1,
        ["/system/pack"] = 3,
        ["/system/status"] = 3,
        ["/tasks"] = 1,
        ["/tasks/{Code}"] = 2,
        ["/units"] = 1,
        ["/units/{Key}"] = 1,
    };

    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Paths => [.. SitePages.Paths().Concat(SitePages.TemplatesWithParameter())];

    [Fact]
    public void Endpoints_ThatAnswerWithAFile_AreKnown()
    {
        var files = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => pattern.StartsWith("/files/", StringComparison.Ordinal) || FileEnding().IsMatch(pattern));

        Assert.Equal(Noting.Concat(WithoutFigures).Order(StringComparer.Ordinal), files.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sources_ThatSendOrWriteFiles_AreKnown()
    {
        Assert.Equal(Sending, FilesWith("Results.File(", "Results.Stream(", "TableFiles.Answer(", "TableFiles.File(", " File(bytes"));
        Assert.Equal(Writing, FilesWith("OutputFile.Open("));
        Assert.Equal(Writing.Except(["LayoutVerb.cs"]).Append("ExportNotes.cs").Order(StringComparer.Ordinal), FilesWith("NoteExport.RunAsync("));
    }

    // Trends are told by their page; the others are figures of others' documents, of a frozen record, of samples.
    [Fact]
    public void Tables_WithAUnit_SayWhatTheyCarry() => Assert.Empty(
        from file in Sources.Files("src/Lanshao", ".cs")
        let text = File.ReadAllText(file)
        where text.Split("UnitLine = ").Length > text.Split("Carries = ").Length && Path.GetFileName(file) is not ("StationTrends.cs" or "CheckView.cs" or "PeakView.cs" or "SampleTables.cs")
        select Path.GetFileName(file));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Tables_OfEveryPage_AreNotedAsTheyLeave(string path)
    {
        var page = await Http.GetStringAsync(new Uri(site.Address + await SitePages.FindAsync(site, path)), Ct);
        var missing = new List<string>();
        foreach (var href in Csv().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct())
        {
            using var answer = await Http.GetAsync(new Uri(site.Address + href), Ct);
            _ = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Ct);
            await using var db = site.Data.Store.NewContext();
            if (!await db.Set<FigureExport>().AnyAsync(export => export.Href == href, Ct))
            {
                missing.Add($"{href} {answer.Content.Headers.ContentDisposition?.FileNameStar}");
            }
        }

        // Pages of work that goes on show their lists only once there is something in them.
        Assert.True(missing.Count <= TablesWithoutFigures.GetValueOrDefault(path), string.Join('\n', missing));
    }

    private static IEnumerable<string> FilesWith(params string[] words) =>
        from file in Sources.Files("src/Lanshao", ".cs")
        let text = File.ReadAllText(file)
        where words.Any(word => text.Contains(word, StringComparison.Ordinal))
        orderby Path.GetFileName(file)
        select Path.GetFileName(file);

    [GeneratedRegex(@"\.(\{ending\}|docx|xlsx|csv|pdf|zip)$", RegexOptions.NonBacktracking)]
    private static partial Regex FileEnding();

    [GeneratedRegex("<a[^>]*href=\"([^\"]+)\"[^>]*>CSV</a>", RegexOptions.NonBacktracking)]
    private static partial Regex Csv();
}

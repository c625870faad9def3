using System.Net;
using System.Text;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Xunit;

namespace Lanshao.Tests.Hosting.Live;

/// <summary>The stream that open pages listen to.</summary>
public sealed class LiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_AChangeInTheRoom_IsTold()
    {
        await using var site = await Site.StartAsync();
        using var http = new HttpClient();
        using var answer = await OpenAsync(http, site);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        var before = await NewsAsync(reader);
        await RosterAsync(site);
        var after = await NewsAsync(reader);
        while (after.Contains("""{"alerts":0,""", StringComparison.Ordinal))
        {
            // An hour ended in between.
            after = await NewsAsync(reader);
        }

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("""^data: \{"alerts":0,"devices":0,"hours":[1-9][0-9]*,"figures":[1-9][0-9]*\}$""", before);
        Assert.Matches("""^data: \{"alerts":[1-9][0-9]*,"devices":0,"hours":[1-9][0-9]*,"figures":[1-9][0-9]*\}$""", after);
    }

    [Fact]
    public async Task Stream_BeyondTheLimit_IsRefusedUntilOneLeaves()
    {
        await using var site = await Site.StartAsync(null, "live.connections=1");
        using var http = new HttpClient();

        using (var first = await OpenAsync(http, site))
        {
            using var second = await OpenAsync(http, site);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (first.StatusCode, second.StatusCode));
        }

        // The site notices that somebody has left when it next speaks or the line closes; a browser comes again by itself.
        for (var status = HttpStatusCode.ServiceUnavailable; status != HttpStatusCode.OK;)
        {
            using var again = await OpenAsync(http, site);
            status = again.StatusCode;
        }
    }

    [Fact]
    public async Task Stream_WithoutAskingForEvents_IsNotOpened()
    {
        await using var site = await Site.StartAsync();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(site.Address + "/live"), Ct);

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Fact]
    public async Task Stream_OfASiteThatStops_Ends()
    {
        var site = await Site.StartAsync();
        using var http = new HttpClient();
        using var answer = await OpenAsync(http, site);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));
        _ = await NewsAsync(reader);

        await site.DisposeAsync();

        Assert.Empty((await reader.ReadToEndAsync(Ct).WaitAsync(Patience, Ct)).Trim());
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient http, Site site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address + "/live"));
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    private static async Task<string> NewsAsync(StreamReader reader)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync(Ct).AsTask().WaitAsync(Patience, Ct);
            Assert.NotNull(line);
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line;
            }
        }
    }

    private static async Task RosterAsync(Site site)
    {
        await using var db = site.Data.Store.NewContext();
        var source = new ImportSource(IncomingFile.Of("duty.csv", Encoding.UTF8.GetBytes("日期,开始,结束,岗位\n2024-07-01,18:00,08:00,演示夜班岗\n")));
        Assert.Equal(1, (await ImportAtOnce.RunAsync(db, new FileStore(site.Data.FilesPath), ImportDuty.Kind, source, "text/csv", Actor.Local, TimeProvider.System, Ct)).Value!.Batch.Added);
    }
}

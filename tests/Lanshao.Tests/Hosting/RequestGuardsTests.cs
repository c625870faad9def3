using System.Net;
using System.Text;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation.Settings;
using Xunit;

namespace Lanshao.Tests.Hosting;

public sealed class RequestGuardsTests(Site site)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static TheoryData<string, string> BrokenParameters
    {
        get
        {
            var values = new TheoryData<string, string>();
            foreach (var name in new[] { "period", "place", "after", "sort", "lang", "unknown", "q" })
            {
                values.Add(name, string.Empty);
                values.Add(name, "-1");
                values.Add(name, "1e400");
                values.Add(name, "%FF%FE%80");
                values.Add(name, "%00%1F");
                values.Add(name, "%ED%A0%80");
                values.Add(name, new string('9', 5000));
                values.Add(name, "%3Cscript%3Ealert(1)%3C/script%3E");
            }

            return values;
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.")]
    public async Task Get_UnknownHostName_Is421(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address);
        request.Headers.Host = host;

        using var answer = await SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Contains("不是本站的名称", await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheAddressOfAForm_IsRefusedInWords()
    {
        using var answer = await Http.GetAsync(new Uri(site.Address + "/alerts/acknowledge?no=1"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("这个地址只接收表单", await TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_AskedByAnotherSite_Is403(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, site.Address + "/preferences");
        request.Headers.Add(header, value);
        request.Content = new FormUrlEncodedContent([new("theme", "dark")]);

        using var answer = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("WEB-002", await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefusedAndChangesNothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, site.Address + "/preferences");
        request.Content = new FormUrlEncodedContent([new("theme", "dark")]);

        using var answer = await SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("WEB-006", await TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BrokenParameters))]
    public async Task Get_BrokenParameter_IsAnsweredInWords(string name, string value)
    {
        foreach (var path in Pages.SitePages.Paths())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{site.Address}{path}?{name}={value}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            request.Headers.Accept.ParseAdd("text/html");

            using var answer = await SendAsync(request);

            Assert.True((int)answer.StatusCode < 500, $"{path}?{name}={value}: {answer.StatusCode}");
            Assert.DoesNotContain("<script>alert", await TextOf(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_TenThousandRepeats_IsRefusedInWords()
    {
        using var answer = await GetAsync("/?" + string.Join('&', Enumerable.Repeat("unit=a", 10_000)));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
        Assert.Contains("16 KB", await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HeadOver16Kilobytes_IsRefusedInWordsAndBelowIsNot()
    {
        using var below = await GetAsync("/?q=" + new string('a', 15_000));
        using var above = await GetAsync("/?q=" + new string('a', 17_000));

        Assert.Equal(HttpStatusCode.OK, below.StatusCode);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, above.StatusCode);
        Assert.Contains("WEB-003", await TextOf(above), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, HttpStatusCode.OK)]
    [InlineData(21, HttpStatusCode.BadRequest)]
    public async Task Get_ValuesOfOneFilter_AtMostTwenty(int count, HttpStatusCode expected)
    {
        using var answer = await GetAsync("/?" + string.Join('&', Enumerable.Range(0, count).Select(n => $"unit={n}")));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task Get_Parameters_AtMostAHundred(int count, HttpStatusCode expected)
    {
        using var answer = await GetAsync("/?" + string.Join('&', Enumerable.Range(0, count).Select(n => $"p{n}=1")));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Post_FormOverOneMegabyte_Is413InWords()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, site.Address + "/preferences");
        request.Content = new StringContent("theme=" + new string('a', new RequestLimits(SettingsBook.Defaults).FormBytes), Encoding.ASCII, "application/x-www-form-urlencoded");

        using var answer = await SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("WEB-012", await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UploadThatSaysItselfOver50Megabytes_Is413()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(site.Address).Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: {(51 << 20) + 1}\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/no/such/page", "text/html", "text/html")]
    [InlineData("/no/such/page", "application/json", "application/problem+json")]
    [InlineData("/api/v1/no-such-thing", "text/html", "application/problem+json")]
    public async Task Get_WhatIsNotThere_Is404InTheAskersForm(string path, string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address + path);
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("WEB-010", await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnyAnswer_CarriesTheSameHeaders()
    {
        foreach (var path in new[] { "/", "/no/such/page", "/health/live", "/?" + new string('a', 20_000), "/api/v1/openapi.json" })
        {
            using var answer = await GetAsync(path);

            Assert.Equal(SecurityHeaders.ContentPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public void ContentPolicy_AllowsNothingInline()
    {
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);
    }

    private static Task<string> TextOf(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Http.SendAsync(request, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(site.Address + path), TestContext.Current.CancellationToken);
}

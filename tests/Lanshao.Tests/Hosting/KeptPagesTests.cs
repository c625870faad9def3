using System.Text;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lanshao.Tests.Hosting;

public sealed class KeptPagesTests
{
    private static readonly DateTimeOffset Morning = new(2024, 7, 1, 2, 0, 0, TimeSpan.Zero);
    private readonly MovingClock _clock = new(Morning);
    private readonly Page _page = new();
    private readonly KeptPages _pages;

    public KeptPagesTests() => _pages = new(_clock);

    [Fact]
    public async Task Answer_SameRequestWhileNothingChanged_IsTheSameAndDrawnOnce()
    {
        var first = await AskAsync(7);
        var second = await AskAsync(7);

        Assert.Equal(("第1次", "text/html; charset=utf-8", 7L), (first.Text, first.ContentType, first.Length));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Answer_AfterTheFeedMovedOn_IsDrawnAnew()
    {
        await AskAsync(7);

        Assert.Equal("第2次", (await AskAsync(8)).Text);
    }

    [Fact]
    public async Task Answer_OnTheNextDay_IsDrawnAnew()
    {
        await AskAsync(7);
        _clock.Now = Morning.AddHours(15);

        Assert.Equal("第2次", (await AskAsync(7)).Text);
    }

    [Theory]
    [InlineData("/", "?period=2024H1", "")]
    [InlineData("/tasks", "", "")]
    [InlineData("/", "", "lanshao-theme=dark")]
    public async Task Answer_ToAnotherRequest_IsItsOwn(string path, string query, string cookies)
    {
        await AskAsync(7);

        Assert.Equal("第2次", (await AskAsync(7, path, query, cookies)).Text);
    }

    [Fact]
    public async Task Answer_ToAnotherReader_IsItsOwn()
    {
        await AskAsync(7);

        Assert.Equal("第2次", (await AskAsync(7, actor: Actor.System)).Text);
    }

    [Fact]
    public async Task Answer_ThatIsNoPage_IsNotKept()
    {
        _page.Status = StatusCodes.Status404NotFound;
        await AskAsync(7);

        Assert.Equal("第2次", (await AskAsync(7)).Text);
    }

    [Fact]
    public async Task Answer_WhereTheFeedIsNotKnown_IsNotKept()
    {
        await AskAsync(-1);

        Assert.Equal("第2次", (await AskAsync(-1)).Text);
    }

    private async Task<(string Text, string? ContentType, long? Length)> AskAsync(long sequence, string path = "/", string query = "", string cookies = "", Actor? actor = null)
    {
        await using var services = new ServiceCollection().AddSingleton(actor ?? Actor.Local).BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = "GET", Path = path, QueryString = new QueryString(query) }, Response = { Body = body } };
        context.Request.Headers.Cookie = cookies;

        await _pages.AnswerAsync(context, sequence, _page);

        return (Encoding.UTF8.GetString(body.ToArray()), context.Response.ContentType, context.Response.ContentLength);
    }

    private sealed class Page : IResult
    {
        private int _drawn;

        public int Status { get; set; } = StatusCodes.Status200OK;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync($"第{++_drawn}次");
        }
    }

    private sealed class MovingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

using System.Collections.Concurrent;
using Lanshao.Platform.Foundation;

namespace Lanshao.Hosting;

/// <summary>Marks a page that is decided by the change feed, the day, the reader and the request alone: while these stay the same, so does every byte of it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptUntilChangeAttribute : Attribute;

/// <summary>Keeps such pages as they were drawn, until the change feed or the day moves on: reading is not the dear part of a page, drawing is.</summary>
/// <param name="clock">Tells the day.</param>
public sealed class KeptPages(TimeProvider clock)
{
    private const int MostPages = 64;
    private const int LargestBytes = 256 * 1024;
    private const int LongestRequest = 1000;
    private Kept _kept = new(-1, default);

    /// <summary>Answers with the page as it was drawn before, or draws it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="sequence">How far the change feed had moved on before the page was read; negative where that is not known, and nothing is kept.</param>
    /// <param name="page">Draws the page.</param>
    public async Task AnswerAsync(HttpContext context, long sequence, IResult page)
    {
        if (sequence < 0 || RequestOf(context) is not { } request)
        {
            await page.ExecuteAsync(context);
            return;
        }

        var kept = For(sequence, ChinaTime.Today(clock));
        if (!kept.Pages.TryGetValue(request, out var drawn))
        {
            drawn = await DrawAsync(context, page);
            if (context.Response is { StatusCode: StatusCodes.Status200OK, Headers.SetCookie.Count: 0 } && drawn.Bytes.Length <= LargestBytes)
            {
                kept.Pages[request] = drawn;
            }
        }

        context.Response.ContentType = drawn.ContentType;
        context.Response.ContentLength = drawn.Bytes.Length;
        await context.Response.Body.WriteAsync(drawn.Bytes, context.RequestAborted);
    }

    private Kept For(long sequence, DateOnly today)
    {
        var kept = _kept;
        if (kept.Sequence != sequence || kept.Today != today || kept.Pages.Count >= MostPages)
        {
            _kept = kept = new(sequence, today);
        }

        return kept;
    }

    // The address, what the browser sent along with it, and who asks; null for a request for which nothing is kept.
    private static Request? RequestOf(HttpContext context)
    {
        var asked = new Request(context.Request.Path + context.Request.QueryString, context.Request.Headers.Cookie.ToString(), context.RequestServices.GetService<Actor>()?.Id);
        return HttpMethods.IsGet(context.Request.Method) && asked.Address.Length + asked.Cookies.Length <= LongestRequest ? asked : null;
    }

    private static async Task<Drawn> DrawAsync(HttpContext context, IResult page)
    {
        var answer = context.Response.Body;
        using var drawing = new MemoryStream();
        context.Response.Body = drawing;
        try
        {
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        return new(context.Response.ContentType, drawing.ToArray());
    }

    private sealed record Request(string Address, string Cookies, string? Actor);

    private sealed record Drawn(string? ContentType, byte[] Bytes);

    private sealed record Kept(long Sequence, DateOnly Today)
    {
        public ConcurrentDictionary<Request, Drawn> Pages { get; } = [];
    }
}

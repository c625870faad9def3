using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lanshao.Hosting;

/// <summary>A page as an answer: what the frame needs is read first, since components never query.</summary>
/// <param name="page">The component.</param>
/// <param name="parameters">Its parameters by name.</param>
/// <param name="status">The status code.</param>
public sealed class PageResult(Type page, IReadOnlyDictionary<string, object?> parameters, int status) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await services.GetRequiredService<FrameFactsCache>().LoadAsync(httpContext);
        var drawing = new RazorComponentResult(page, parameters) { StatusCode = status, PreventStreamingRendering = true };
        if (services.GetRequiredService<ShownTables>() is { Asked: not null } tables)
        {
            await AnswerFileAsync(httpContext, drawing, tables);
            return;
        }

        var sequence = page.IsDefined(typeof(KeptUntilChangeAttribute), inherit: false) ? services.GetRequiredService<FrameFacts>().Sequence : -1;
        await services.GetRequiredService<KeptPages>().AnswerAsync(httpContext, sequence, drawing);
    }

    // The page is drawn unseen: its tables are then those that it would show.
    private static async Task AnswerFileAsync(HttpContext context, RazorComponentResult drawing, ShownTables tables)
    {
        var answer = context.Response.Body;
        using var unseen = new MemoryStream();
        context.Response.Body = unseen;
        try
        {
            await drawing.ExecuteAsync(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        context.Response.ContentType = null;
        await (tables.Find() is { } asked ? await ExportNotes.AnswerAsync(context, asked.Table, asked.Ending) : Results.NotFound()).ExecuteAsync(context);
    }
}

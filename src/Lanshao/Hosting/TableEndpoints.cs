using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Hosting;

/// <summary>The files of a table of a page: Word, Excel and CSV say what the page says, in the order of its address.</summary>
public static class TableEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MostOfLong = TimeSpan.FromMinutes(10);

    /// <summary>Maps <c>{path}.docx</c>, <c>{path}.xlsx</c> and <c>{path}.csv</c>.</summary>
    /// <param name="app">The site.</param>
    /// <param name="path">The address without the ending, the same that the page hands to its table as <c>Files</c>.</param>
    /// <param name="make">Makes the table that the page shows.</param>
    public static IEndpointConventionBuilder MapTableFiles(this IEndpointRouteBuilder app, string path, Func<HttpContext, Task<Outcome<PageTable>>> make) =>
        app.MapGet(path + ".{ending}", async (HttpContext context, string ending) => await AnswerAsync(context, ending, make)).TakesTime(Most).ExcludeFromDescription();

    /// <summary>Maps the files of a table that goes out page by page.</summary>
    /// <param name="app">The site.</param>
    /// <param name="path">The address without the ending.</param>
    /// <param name="page">Reads the page of the table after a key; what refuses the first is the answer.</param>
    public static IEndpointConventionBuilder MapLongTableFiles(this IEndpointRouteBuilder app, string path, Func<HttpContext, string?, Task<Outcome<TablePart>>> page) =>
        app.MapGet(path + ".{ending}", (HttpContext context, string ending) => AnswerLongAsync(context, ending, page)).TakesTime(MostOfLong).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext context, string ending, Func<HttpContext, Task<Outcome<PageTable>>> make)
    {
        if (!TableFiles.Endings.Contains(ending))
        {
            return Results.NotFound();
        }

        var made = await make(context);
        return made.IsRefused ? made.Refusal.ToHttp(context) : await ExportNotes.AnswerAsync(context, (await MarkedAsync(context, made.Value)).Sorted(context.RequestServices.GetRequiredService<PageAddress>().Sort), ending);
    }

    // What goes out page by page is noted with its first; a later page that cannot be read breaks the file off, so that nobody takes it for whole.
    private static async Task<IResult> AnswerLongAsync(HttpContext context, string ending, Func<HttpContext, string?, Task<Outcome<TablePart>>> page)
    {
        if (!TableFiles.Endings.Contains(ending))
        {
            return Results.NotFound();
        }

        var first = await page(context, null);
        if (first.IsRefused)
        {
            return first.Refusal.ToHttp(context);
        }

        var texts = context.RequestServices.GetRequiredService<UiTexts>();
        var part = first.Value with { Table = await MarkedAsync(context, first.Value.Table) };
        await ExportNotes.NoteAsync(context, part.Table, ending);
        return await new LongTable(NextAsync, most => texts["只列出前{0}行，其余请缩小筛选范围后另行导出。", most]).AnswerAsync(ending, context.RequestAborted);

        async Task<TablePart> NextAsync(string? after)
        {
            if (after is null)
            {
                return part;
            }

            var next = await page(context, after);
            return next.IsRefused ? throw new InvalidOperationException($"{next.Refusal.Code} after {after}") : next.Value with { Table = await MarkedAsync(context, next.Value.Table) };
        }
    }

    // Whatever leaves a sample district says so, whoever made the table.
    private static async Task<PageTable> MarkedAsync(HttpContext context, PageTable table)
    {
        await context.RequestServices.GetRequiredService<FrameFactsCache>().LoadAsync(context);
        return FrameFactsCache.Of(context.RequestServices).IsSample ? table with { IsSample = true } : table;
    }
}

using Lanshao.Platform.Foundation;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Hosting;

/// <summary>The files of a table of a page: Word, Excel and CSV say what the page says, in the order of its address.</summary>
public static class TableEndpoints
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>Maps <c>{path}.docx</c>, <c>{path}.xlsx</c> and <c>{path}.csv</c>.</summary>
    /// <param name="app">The site.</param>
    /// <param name="path">The address without the ending, the same that the page hands to its table as <c>Files</c>.</param>
    /// <param name="make">Makes the table that the page shows.</param>
    public static IEndpointConventionBuilder MapTableFiles(this IEndpointRouteBuilder app, string path, Func<HttpContext, Task<Outcome<PageTable>>> make) =>
        app.MapGet(path + ".{ending}", async (HttpContext context, string ending) => await AnswerAsync(context, ending, make)).TakesTime(Most).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext context, string ending, Func<HttpContext, Task<Outcome<PageTable>>> make)
    {
        if (!TableFiles.Endings.Contains(ending))
        {
            return Results.NotFound();
        }

        var made = await make(context);
        return made.IsRefused ? made.Refusal.ToHttp(context) : TableFiles.Answer(made.Value.Sorted(context.RequestServices.GetRequiredService<PageAddress>().Sort), ending);
    }
}

using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell.Tables;

namespace Lanshao.Hosting;

/// <summary>Notes the tables of figures that leave as files, so that a later correction can name them.</summary>
internal static class ExportNotes
{
    /// <summary>Notes a table and answers with its file.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, PageTable table, string ending)
    {
        await NoteAsync(context, table, ending);
        return TableFiles.Answer(table, ending);
    }

    /// <summary>Notes a document with figures and answers with it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">What people call the document.</param>
    /// <param name="ending">docx, pdf, zip or json.</param>
    /// <param name="figures">What it carries.</param>
    /// <param name="answer">The document.</param>
    /// <param name="page">The page of the document; the address of the file without its ending where there is none.</param>
    public static async Task<IResult> AnswerAsync(HttpContext context, string title, string ending, CarriedFigures figures, IResult answer, string? page = null)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await NoteAsync(context, new(title, page ?? context.Request.Path + context.Request.QueryString, ending, figures));
        }

        return answer;
    }

    /// <summary>Notes a table that leaves; nothing where it has no figures that a correction could change.</summary>
    public static async Task NoteAsync(HttpContext context, PageTable table, string ending)
    {
        if (table.Carries is not { } figures || !HttpMethods.IsGet(context.Request.Method))
        {
            return;
        }

        await NoteAsync(context, new(table.FullTitle, context.Request.Path + context.Request.QueryString, ending, figures));
    }

    private static Task NoteAsync(HttpContext context, NoteExport.Request request)
    {
        var services = context.RequestServices;
        return NoteExport.RunAsync(services.GetRequiredService<LanshaoContext>(), request, services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>(), context.RequestAborted);
    }
}

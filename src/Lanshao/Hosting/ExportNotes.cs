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

    /// <summary>Notes a table that leaves; nothing where it has no figures that a correction could change.</summary>
    public static async Task NoteAsync(HttpContext context, PageTable table, string ending)
    {
        if (table.Carries is not { } figures || !HttpMethods.IsGet(context.Request.Method))
        {
            return;
        }

        var (services, href) = (context.RequestServices, context.Request.Path + context.Request.QueryString);
        await NoteExport.RunAsync(services.GetRequiredService<LanshaoContext>(), new(table.FullTitle, href, ending, figures), services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>(), context.RequestAborted);
    }
}

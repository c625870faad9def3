using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Pdf;

/// <summary>Turns a report's Word file into a PDF as work behind the pages; the same file is converted once.</summary>
public static class MakePdf
{
    /// <summary>The media type of what comes out.</summary>
    public const string MediaType = "application/pdf";

    private const string Code = "reports.pdf";

    /// <summary>Returns the kind of work; without a program every conversion is refused with RPT-036.</summary>
    public static JobKind Kind(FileStore files, PdfProgram? program) => new(Code, "转为PDF", IsHeavy: true, (run, ct) => RunAsync(run, files, program, ct));

    /// <summary>Asks for the PDF of a report; RPT-018 where there is no such report.</summary>
    public static async Task<Outcome<Job>> RequestAsync(LanshaoContext db, JobKind kind, Guid report, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var found = await ReportQueries.FindAsync(db, report, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        // One that failed is begun anew when somebody asks again.
        var failed = await db.Set<Job>().CountAsync(job => job.Kind == Code && job.Key.StartsWith(found.Value.FileSha256) && (job.State == JobState.Failed || job.State == JobState.Cancelled), ct);
        return await RequestJob.RunAsync(db, kind, $"{found.Value.FileSha256}/{failed}", new Asked(found.Value.FileSha256, found.Value.Title), null, actor, clock, ct);
    }

    /// <summary>Returns the newest conversion of a report's file; null for none.</summary>
    public static async Task<Job?> FindAsync(LanshaoContext db, Report report, CancellationToken ct) => await db.Set<Job>().AsNoTracking()
        .Where(job => job.Kind == Code && job.Key.StartsWith(report.FileSha256)).OrderByDescending(job => job.RequestedUtc).FirstOrDefaultAsync(ct);

    private static async Task<Outcome<string>> RunAsync(JobRun run, FileStore files, PdfProgram? program, CancellationToken ct)
    {
        if (program is null)
        {
            return Refusal.Environment("RPT-036");
        }

        var asked = run.ArgumentsAs<Asked>();
        await using var word = files.OpenRead(asked.Word);
        if (word is null)
        {
            return Refusal.NotFound("RPT-018");
        }

        await run.ReportAsync(0, 2, "转换", ct);
        using var paged = new MemoryStream();
        PagedTables.Write(word, paged, ct);
        paged.Position = 0;
        var pdf = await program.ConvertAsync(paged, ct);
        if (pdf.IsRefused)
        {
            return pdf.Refusal;
        }

        await run.ReportAsync(1, 2, "保存", ct);
        await using var db = run.Store.NewContext();
        var stored = await files.PutAsync(db, IncomingFile.Of(asked.Title + ".pdf", pdf.Value), MediaType, Actor.System, run.Clock, ct);
        var sha256 = stored.Sha256;
        return await db.SaveAsync(Actor.System, run.Clock, ct) is { } refusal ? refusal : sha256;
    }

    private sealed record Asked(string Word, string Title);
}

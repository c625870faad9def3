using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>更正函: what a document that has left says differently by the data as they are now, since its recipients last heard; and the letter that tells them.</summary>
public static class CorrectSubmission
{
    private const string ContentType = "application/json";

    /// <summary>What reads differently.</summary>
    /// <param name="Before">What the recipients have: the document, or what the newest correction made of it.</param>
    /// <param name="Now">What it would say.</param>
    /// <param name="Changes">The sentences, charts and cells that differ.</param>
    /// <param name="Lines">The same, each with its reason.</param>
    /// <param name="Issuer">Who signs where nobody else is named: the document's own 发文机关, else the one of the pack's other documents; empty for none.</param>
    public sealed record Reading(ReportContent Before, ReportContent Now, ReportDifference Changes, IReadOnlyList<CorrectionLine> Lines, string Issuer);

    /// <summary>Compares; RPT-026 where what the document said was not kept, and as the draft refuses.</summary>
    public static async Task<Outcome<Reading>> ReadAsync(LanshaoContext db, FileStore files, SubmissionRow row, DateTime nowUtc, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(row);
        var before = await BeforeAsync(db, files, row, ct);
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (before.IsRefused || pack.IsRefused)
        {
            return before.Refusal ?? pack.Refusal!;
        }

        var now = await ReportDraft.ReadAsync(db, row.Report.Scope, before.Value.Template, nowUtc, ct);
        if (now.IsRefused)
        {
            return now.Refusal;
        }

        var changes = ReportDifference.Between(before.Value, now.Value.Content);
        var issuer = before.Value.Template?.Issuer ?? pack.Value.Read(ReportTemplates.Part).All.Select(template => template.Issuer).FirstOrDefault(known => known is not null);
        return new Reading(before.Value, now.Value.Content, changes, await CorrectionLines.ReadAsync(db, pack.Value, row.Report.Id, before.Value, changes, ct), issuer ?? string.Empty);
    }

    /// <summary>Makes the letter ready and keeps it. RPT-064 for no such sending, RPT-067 where nothing reads differently, RPT-022 for words that are too long.</summary>
    public static async Task<Outcome<SubmissionCorrection>> RunAsync(LanshaoContext db, FileStore files, Guid id, CorrectionText text, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Note.Length > Submission.LongestNote || text.Issuer.Length > Submission.LongestNumber || text.DocumentNumber.Length > Submission.LongestNumber)
        {
            return Refusal.Invalid("RPT-022", ("most", $"{Submission.LongestNote}"));
        }

        var (found, nowUtc) = (await SubmissionQueries.FindAsync(db, id, ct), ChinaTime.NowUtc(clock));
        var reading = found.IsRefused ? found.Refusal : await ReadAsync(db, files, found.Value, nowUtc, ct);
        if (reading.IsRefused)
        {
            return reading.Refusal;
        }

        return reading.Value.Changes.IsEmpty ? Refusal.Conflict("RPT-067") : await KeepAsync(db, files, found.Value!, reading.Value, Trimmed(text, reading.Value.Issuer), actor, clock, ct);
    }

    private static async Task<Outcome<SubmissionCorrection>> KeepAsync(LanshaoContext db, FileStore files, SubmissionRow row, Reading reading, CorrectionText text, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var (nowUtc, title) = (ChinaTime.NowUtc(clock), CorrectionLetter.TitleOf(row.Report));
        var mark = (await CurrentPack.ReadAsync(db, ct)).Value?.District.Facts.IsSample == true ? RenderReport.SampleMark : null;
        var letter = CorrectionLetter.Write(row, reading, text, mark, nowUtc);
        await using var write = await db.BeginWriteAsync(ct);
        var stored = await files.PutAsync(db, IncomingFile.Of(title + ".docx", letter), RenderReport.MediaType, actor, clock, ct);
        var said = await files.PutAsync(db, IncomingFile.Of(title + ".json", reading.Now.Write()), ContentType, actor, clock, ct);
        var submission = await db.Set<Submission>().Include(sent => sent.Corrections).SingleAsync(sent => sent.Id == row.Submission.Id, ct);
        var saved = await db.SaveAsync(submission.Correct(stored.Sha256, said.Sha256, text.Note, actor, nowUtc), actor, clock, ct);
        if (!saved.IsRefused)
        {
            await write.CommitAsync(ct);
        }

        return saved;
    }

    private static CorrectionText Trimmed(CorrectionText text, string issuer) => new(string.IsNullOrWhiteSpace(text.Issuer) ? issuer : text.Issuer.Trim(), text.DocumentNumber.Trim(), text.Note.Trim());

    private static async Task<Outcome<ReportContent>> BeforeAsync(LanshaoContext db, FileStore files, SubmissionRow row, CancellationToken ct)
    {
        if (row.Submission.LastCorrection is not { } last)
        {
            return await ReportChanges.ContentAsync(db, files, row.Report.Id, ct);
        }

        await using var stream = files.OpenRead(last.ContentSha256);
        return stream is not null && await ReportContent.ReadAsync(stream, ct) is { } content ? content : Refusal.NotFound("RPT-026", ("number", $"{row.Report.Number}"));
    }
}

using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>登记报送: what was issued has left. The key is made by whoever asks, so that the same form sent twice registers once.</summary>
public static class RegisterSubmission
{
    /// <summary>What is registered.</summary>
    /// <param name="Id">The key.</param>
    /// <param name="Report">The document that left.</param>
    /// <param name="Text">When, to whom and how.</param>
    public sealed record Request(Guid Id, Guid Report, SubmissionText Text);

    /// <summary>Registers the sending; RPT-018 for no such document, ENV-020 where the key stands for another one, and as the entity refuses.</summary>
    public static async Task<Outcome<Submission>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Submission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == request.Id, ct) is { } known)
        {
            return known.ReportId == request.Report ? known : Refusal.Conflict("ENV-020", ("kind", nameof(Submission)), ("key", known.Id.ToString("D")));
        }

        var found = await ReportQueries.FindAsync(db, request.Report, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        await using var write = await db.BeginWriteAsync(ct);
        var number = await db.Set<Submission>().MaxAsync(submission => (int?)submission.Number, ct) ?? 0;
        var registered = Submission.Register(request.Id, number + 1, found.Value, request.Text, actor, ChinaTime.NowUtc(clock));
        if (registered.Value is { } submission)
        {
            db.Add(submission);
        }

        var saved = await db.SaveAsync(registered, actor, clock, ct);
        if (!saved.IsRefused)
        {
            await write.CommitAsync(ct);
        }

        return saved;
    }
}

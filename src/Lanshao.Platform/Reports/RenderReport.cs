using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Layouts;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports;

/// <summary>Renders a report, narrative and annexes, keeps the file and what it says, and freezes its facts.</summary>
public static class RenderReport
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ContentType = "application/json";
    internal const string SampleMark = "演示数据";

    /// <summary>The media type of the rendered file.</summary>
    public static string MediaType => WordType;

    /// <summary>A rendered report.</summary>
    /// <param name="Report">What was kept.</param>
    /// <param name="File">The Word file.</param>
    /// <param name="Draft">What it says.</param>
    public sealed record Rendered(Report Report, byte[] File, ReportDraft Draft)
    {
        /// <summary>Gets the annexes in order.</summary>
        public IReadOnlyList<ReportAnnex> Annexes => Draft.Annexes.All;

        /// <summary>Gets what a careful clerk would ask before it goes out.</summary>
        public IReadOnlyList<Finding> Findings => Draft.Findings;
    }

    /// <summary>Renders the regular report of a period by the pack's template; refused as <see cref="ReportAnnexes.ReadAsync"/>.</summary>
    public static Task<Outcome<Rendered>> RunAsync(LanshaoContext db, FileStore files, Period period, Actor actor, TimeProvider clock, CancellationToken ct) =>
        RunAsync(db, files, ReportScope.Of(period), actor, clock, ct);

    /// <summary>Renders a report by the pack's template.</summary>
    public static Task<Outcome<Rendered>> RunAsync(LanshaoContext db, FileStore files, ReportScope scope, Actor actor, TimeProvider clock, CancellationToken ct) =>
        RunAsync(db, files, scope, null, actor, clock, ct);

    /// <summary>Renders a report by a template that an author has changed.</summary>
    public static async Task<Outcome<Rendered>> RunAsync(LanshaoContext db, FileStore files, ReportScope scope, ReportTemplate? template, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var draft = await ReportDraft.ReadAsync(db, scope, template, ChinaTime.NowUtc(clock), ct);
        return draft.IsRefused ? draft.Refusal : await KeepAsync(db, files, draft.Value, actor, clock, ct);
    }

    private static async Task<Outcome<Rendered>> KeepAsync(LanshaoContext db, FileStore files, ReportDraft draft, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var (annexes, nowUtc) = (draft.Annexes, draft.Catalogue.ComputedUtc);
        var layout = await ReportLayouts.OpenOwnAsync(db, files, annexes.Scope.Kind, ct);
        var mark = annexes.IsSample ? SampleMark : null;
        var bytes = layout is null ? draft.WriteWord(mark, nowUtc) : ReportLayouts.Fill(layout, draft, mark, nowUtc);
        await using var write = await db.BeginWriteAsync(ct);
        var number = await ReportQueries.Of(db.Set<Report>(), annexes.Scope).MaxAsync(report => (int?)report.Number, ct) ?? 0;
        var title = draft.Content.Title;
        var stored = await files.PutAsync(db, IncomingFile.Of(title + ".docx", bytes), WordType, actor, clock, ct);
        var said = await files.PutAsync(db, IncomingFile.Of(title + ".json", draft.Content.Write()), ContentType, actor, clock, ct);
        var content = new Report.Content(title, stored.Sha256, said.Sha256, draft.Drafts);
        var report = Report.Keep(annexes.Scope, number + 1, content, annexes.PackRevision, actor, nowUtc);
        db.Add(report);
        if (await db.SaveAsync(actor, clock, ct) is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(ct);
        return new Rendered(report, bytes, draft);
    }
}

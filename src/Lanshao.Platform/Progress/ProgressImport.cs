using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Progress;

/// <summary>What both files of progress share, the sheet of one unit and the table of a whole list: the return that they are about, and how it is written.</summary>
internal static class ProgressImport
{
    public const string ListArgument = "list";
    public const string PeriodArgument = "period";
    public const string UnitArgument = "unit";

    /// <summary>The civil day on which the file arrived, where that was not today.</summary>
    public const string ReceivedArgument = "received";

    // The note that says when the file arrived.
    private const string ReceivedCode = "PRG-025";

    public static ImportKind<ProgressImportRow> KindThat(string code, Func<LanshaoContext, ImportSource, CancellationToken, Task<Outcome<ImportReading<ProgressImportRow>>>> read) => new(code, Permissions.ProgressReport)
    {
        Read = read,
        Current = CurrentAsync,
        Write = WriteAsync,
    };

    private static async Task<IReadOnlyDictionary<string, ProgressImportRow>> CurrentAsync(LanshaoContext db, string target, CancellationToken ct)
    {
        var rows = new Dictionary<string, ProgressImportRow>(StringComparer.Ordinal);
        if (!ReportTarget.TryParse(target, out var wanted)
            || await db.Set<ActionPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == wanted.PlanCode, ct) is not { } plan
            || await ReportQueries.FindAsync(db, plan.Id, wanted, ct) is not { } report)
        {
            return rows;
        }

        var codes = await db.Set<Measure>().AsNoTracking().Where(m => m.PlanId == report.PlanId).ToDictionaryAsync(m => m.Id, m => m.Code, ct);
        foreach (var entry in report.Entries)
        {
            rows[entry.MeasureId.ToString("D")] = new(codes[entry.MeasureId], entry.Text, entry.IsDone, entry.Verdict, entry.Advice, entry.Clerk, entry.Phone);
        }

        return rows;
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<ProgressImportRow> writing, CancellationToken ct)
    {
        if (!ReportTarget.TryParse(writing.Batch.Target, out var target) || await db.Set<ActionPlan>().SingleOrDefaultAsync(p => p.Code == target.PlanCode, ct) is not { } plan)
        {
            return Refusal.NotFound("PRG-020", ("list", writing.Batch.Target));
        }

        var calendar = await CalendarAsync(db, ct);
        if ((await OpenPeriod.EnsureAsync(db, plan.Id, target.Period, calendar, writing.AtUtc, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var report = await ReportQueries.FindAsync(db, plan.Id, target, ct);
        if (report is null)
        {
            db.Add(report = UnitReport.Begin(plan.Id, target.Period, target.UnitKey));
        }

        report.TakeOver(writing.Changes.Select(c => (Guid.ParseExact(c.Key, "D"), TextOf(c))), ReceivedOn(writing), writing.Actor, writing.AtUtc);
        return null;
    }

    /// <summary>Returns the district of the pack in force; null where there is none.</summary>
    public static async Task<District?> DistrictAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? null : pack.Value.District;
    }

    private static async Task<WorkCalendar> CalendarAsync(LanshaoContext db, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? WorkCalendar.Embedded : pack.Value.Read(DistrictPart.Calendar);
    }

    private static ProgressText? TextOf(RowChange<ProgressImportRow> change) =>
        change.After is not { } row ? null : new(row.Text, row.IsDone, row.Verdict, row.Advice, row.Clerk, row.Phone, change.Origin?.FileSha256, change.Origin?.Where);

    /// <summary>Says when the file arrived, where the form gave the day, and what the reader met in the file.</summary>
    public static IReadOnlyList<Finding> Received(ImportSource source, SourceDocument document)
    {
        var met = document.Findings.Select(f => new Finding(f.Code, Severity.Note, f.Arguments, f.Origin is null ? null : SourcePlace.InWords(f.Origin)));
        return source.Arguments.TryGetValue(ReceivedArgument, out var day) && TryDay(day, out _)
            ? [new(ReceivedCode, Severity.Note, new Dictionary<string, string> { ["day"] = day }), .. met]
            : [.. met];
    }

    // The batch carries the day as its note, so that an apply long after the preview still knows it.
    private static DateOnly ReceivedOn(ImportWriting<ProgressImportRow> writing) =>
        writing.Batch.Findings.FirstOrDefault(f => f.Code == ReceivedCode) is { } said && TryDay(said.Arguments.GetValueOrDefault("day"), out var day)
            ? day
            : ChinaTime.DayOf(writing.Batch.PreviewedUtc);

    private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

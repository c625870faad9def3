using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Plans;

/// <summary>Task lists for the staging engine: files of one list correct each other, a row that a file lacks is withdrawn, and an undo brings back what stood before.</summary>
public static class ImportPlan
{
    public const string Code = "plan";

    /// <summary>The kind that the program registers.</summary>
    public static ImportKind Kind { get; } = KindThat(PlanStaging.ReadAsync);

    internal static ImportKind<PlanImportRow> KindThat(Func<LanshaoContext, ImportSource, CancellationToken, Task<Outcome<ImportReading<PlanImportRow>>>> read) => new(Code, Permissions.PlansImport)
    {
        IsWholeList = true,
        Read = read,
        Current = CurrentAsync,
        Write = WriteAsync,
    };

    private static async Task<IReadOnlyDictionary<string, PlanImportRow>> CurrentAsync(LanshaoContext db, string target, CancellationToken ct)
    {
        var rows = new Dictionary<string, PlanImportRow>(StringComparer.Ordinal);
        if (await PlanQueries.FindWholeAsync(db, target, ct) is not { IsVoid: false } plan)
        {
            return rows;
        }

        rows[PlanImportRow.OutlineKey] = new(plan.AsOutline(), null);
        foreach (var (id, content) in plan.AsContents())
        {
            rows[id.ToString("D")] = new(null, content);
        }

        return rows;
    }

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<PlanImportRow> writing, CancellationToken ct)
    {
        if (writing.Batch.Findings.FirstOrDefault(f => f.Code == PlanIdentity.Question) is { } open)
        {
            return Refusal.Conflict(PlanIdentity.Question, [.. open.Arguments.Select(a => (a.Key, a.Value))]);
        }

        var arrangement = writing.Changes.FirstOrDefault(c => c.Key == PlanImportRow.OutlineKey);
        var plan = await PlanQueries.FindWholeAsync(db, writing.Batch.Target, ct);
        if (plan is null)
        {
            var outline = arrangement?.After?.Outline ?? throw new InvalidOperationException("A new list needs its outline.");
            db.Add(plan = ActionPlan.Begin(writing.Batch.Target, outline.Year, outline.Kind, Period.TryParse(outline.PeriodCode, out var period) ? period : Period.Year(outline.Year)));
        }

        var before = plan.AsOutline();
        foreach (var change in writing.Changes.Where(c => c.Key != PlanImportRow.OutlineKey))
        {
            Write(plan, change, writing);
        }

        if (arrangement is { After: null })
        {
            plan.TakeBack(writing.AtUtc);
        }
        else
        {
            plan.Arrange(arrangement?.After?.Outline ?? before);
        }

        return null;
    }

    private static void Write(ActionPlan plan, RowChange<PlanImportRow> change, ImportWriting<PlanImportRow> writing)
    {
        var id = Guid.ParseExact(change.Key, "D");
        if (change.After?.Measure is { } content)
        {
            plan.Put(id, content, change.Origin);
        }
        else
        {
            plan.Withdraw(id, writing.Batch.Id, writing.AtUtc);
        }
    }
}

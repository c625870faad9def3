using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>The measures of other lists that are about the same matter: those joined, and those that might be.</summary>
public static class TaskLinks
{
    // Below this share of common pairs of characters a likeness is chance.
    private const decimal WorthAsking = 0.22m;
    private const int MostSuggested = 5;

    /// <summary>A measure of another list.</summary>
    /// <param name="LinkId">The link; null for a suggestion.</param>
    /// <param name="MeasureId">The measure.</param>
    /// <param name="ListCode">Its list.</param>
    /// <param name="ListTitle">The list's title.</param>
    /// <param name="Code">Its number.</param>
    /// <param name="Text">Its words.</param>
    public sealed record Item(Guid? LinkId, Guid MeasureId, string ListCode, string ListTitle, string Code, string Text);

    /// <summary>Returns what is joined with a measure, in the order of lists and numbers.</summary>
    public static async Task<IReadOnlyList<Item>> OfAsync(LanshaoContext db, Guid measureId, CancellationToken ct)
    {
        var links = await db.Set<TaskLink>().AsNoTracking().Where(l => l.UnlinkedAtUtc == null && (l.FromMeasureId == measureId || l.ToMeasureId == measureId)).ToListAsync(ct);
        var others = links.ToDictionary(l => l.FromMeasureId == measureId ? l.ToMeasureId : l.FromMeasureId, l => l.Id);
        var items = await (from measure in db.Set<Measure>().AsNoTracking()
                           join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                           where others.Keys.Contains(measure.Id)
                           orderby plan.Code, measure.Ordinal
                           select new Item(null, measure.Id, plan.Code, plan.Title, measure.Code, measure.Text)).ToListAsync(ct);
        return items.ConvertAll(i => i with { LinkId = others[i.MeasureId] });
    }

    /// <summary>Returns the numbers joined with each of several measures.</summary>
    public static async Task<ILookup<Guid, Item>> OfManyAsync(LanshaoContext db, IReadOnlyCollection<Guid> measureIds, CancellationToken ct)
    {
        var links = await db.Set<TaskLink>().AsNoTracking().Where(l => l.UnlinkedAtUtc == null && (measureIds.Contains(l.FromMeasureId) || measureIds.Contains(l.ToMeasureId))).ToListAsync(ct);
        var pairs = links.SelectMany(l => new[] { (Own: l.FromMeasureId, Other: l.ToMeasureId, l.Id), (Own: l.ToMeasureId, Other: l.FromMeasureId, l.Id) }).Where(p => measureIds.Contains(p.Own)).ToList();
        var others = pairs.Select(p => p.Other).ToHashSet();
        var items = await (from measure in db.Set<Measure>().AsNoTracking()
                           join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                           where others.Contains(measure.Id)
                           select new Item(null, measure.Id, plan.Code, plan.Title, measure.Code, measure.Text)).ToDictionaryAsync(i => i.MeasureId, ct);
        return pairs.Where(p => items.ContainsKey(p.Other)).ToLookup(p => p.Own, p => items[p.Other] with { LinkId = p.Id });
    }

    /// <summary>Returns the standing lists beside one, the newest year first, by code and title.</summary>
    public static async Task<IReadOnlyList<(string Code, string Title)>> ListsBesideAsync(LanshaoContext db, Guid planId, CancellationToken ct) =>
        [.. (await db.Set<ActionPlan>().AsNoTracking().Where(p => p.Id != planId && p.VoidedAtUtc == null).OrderByDescending(p => p.Year).ThenBy(p => p.Code).Select(p => new { p.Code, p.Title }).ToListAsync(ct)).Select(p => (p.Code, p.Title))];

    /// <summary>Returns the measures of the year's other lists whose words are nearest, nearest first.</summary>
    public static async Task<IReadOnlyList<Item>> SuggestAsync(LanshaoContext db, Guid measureId, CancellationToken ct)
    {
        var own = await (from measure in db.Set<Measure>().AsNoTracking()
                         join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                         where measure.Id == measureId
                         select new { measure.PlanId, measure.Text, plan.Year }).SingleOrDefaultAsync(ct);
        if (own is null)
        {
            return [];
        }

        var joined = (await OfAsync(db, measureId, ct)).Select(i => i.MeasureId).ToHashSet();
        var others = await (from measure in db.Set<Measure>().AsNoTracking()
                            join plan in db.Set<ActionPlan>() on measure.PlanId equals plan.Id
                            where plan.Year == own.Year && plan.Id != own.PlanId && plan.VoidedAtUtc == null && measure.VoidedAtUtc == null
                            select new Item(null, measure.Id, plan.Code, plan.Title, measure.Code, measure.Text)).ToListAsync(ct);
        var words = new TextLikeness(Measure.SearchForm(own.Text));
        return [.. others.Where(o => !joined.Contains(o.MeasureId)).Select(o => (Item: o, Likeness: words.To(new(Measure.SearchForm(o.Text)))))
            .Where(o => o.Likeness >= WorthAsking).OrderByDescending(o => o.Likeness).Take(MostSuggested).Select(o => o.Item)];
    }
}

using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>What a week or month gives to say about tasks: what is due in it and after it, what is late, and what was reported.</summary>
internal static class DueFacts
{
    public static IEnumerable<NamedFact> Of(DueTasks due, Period period)
    {
        if (!due.HasLists)
        {
            return [];
        }

        var (word, next) = (DueTasks.Word(period), DueTasks.NextOf(period));
        return
        [
            .. Group("due.within", $"{word}到期的任务", due.Within, period, period),
            .. Group("due.within-done", $"{word}到期已完成的任务", [.. due.Within.Where(item => item.IsDone)], period, period),
            .. Group("due.within-open", $"{word}到期未完成的任务", [.. due.Within.Where(item => !item.IsDone)], period, period),
            .. Group("due.next", "下一时段到期的任务", due.Next, next, period),
            .. Group("due.overdue", "已逾期未完成的任务", due.Overdue, period, period),
        ];
    }

    /// <summary>Counts the returns that were handed in during the period, and the measures that they speak of.</summary>
    public static async Task<IReadOnlyList<NamedFact>> ReturnsAsync(LanshaoContext db, Period period, CancellationToken ct)
    {
        var (from, to) = (period.From, period.To);
        var returns = await db.Set<UnitReport>().AsNoTracking().Include(report => report.Entries)
            .Where(report => report.SubmittedOn >= from && report.SubmittedOn <= to && report.Step != ReportStep.Returned).ToListAsync(ct);
        var query = string.Create(CultureInfo.InvariantCulture, $"returns&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        return
        [
            NamedFact.Count("returns.count", "时段内报送的进展表数", returns.Count, "份", period, query + "&take=count"),
            NamedFact.Count("returns.measures", "时段内有进展的措施数", returns.SelectMany(report => report.Entries).Select(entry => entry.MeasureId).Distinct().Count(), "条", period, query + "&take=measures"),
        ];
    }

    private static IEnumerable<NamedFact> Group(string name, string label, IReadOnlyList<DueTasks.Item> items, Period span, Period asOf)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"tasks&due={span.Code}&asOf={asOf.To:yyyy-MM-dd}&take={name["due.".Length..]}");
        string[] records = [.. items.Select(item => $"measure:{item.Measure:D}").Distinct()];
        yield return NamedFact.Count(name, label + "数", items.Count, "项", span, query) with { Records = records };
        if (items.Count > 0)
        {
            yield return new()
            {
                Name = name + "-leads",
                Label = label + "的牵头单位",
                Shown = string.Join('、', items.SelectMany(item => item.Leads).Distinct(StringComparer.Ordinal)),
                Period = span,
                Origin = FactOrigin.Named,
                Query = query + "-leads",
                Records = records,
            };
        }
    }
}

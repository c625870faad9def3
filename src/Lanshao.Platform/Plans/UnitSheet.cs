using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Everything that one unit has to do by one list (单位任务单).</summary>
/// <param name="Plan">The list.</param>
/// <param name="UnitKey">The unit.</param>
/// <param name="UnitName">Its name of today.</param>
/// <param name="Rows">Its measures in the order of the list.</param>
public sealed record UnitSheet(UnitSheet.List Plan, string UnitKey, string UnitName, IReadOnlyList<UnitSheet.Row> Rows)
{
    /// <summary>Days within which a measure ends soon.</summary>
    public const int SoonDays = 30;

    /// <summary>Gets how many of the measures the unit leads.</summary>
    public int Leading => Rows.Count(r => r.Role == UnitRole.Lead);

    /// <summary>Returns how many of the measures are due within <see cref="SoonDays"/> days of a day.</summary>
    public int EndingSoon(DateOnly asOf) => Rows.Count(r => r.DueOn >= asOf && r.DueOn <= asOf.AddDays(SoonDays));

    /// <summary>The list that a sheet is taken from.</summary>
    public sealed record List(Guid Id, string Code, int Year, PlanKind Kind, string PeriodCode, string Title);

    /// <summary>A measure of the sheet.</summary>
    /// <param name="MeasureId">The measure.</param>
    /// <param name="Code">Its number.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Text">The paragraphs, parted by line feeds.</param>
    /// <param name="Deadline">The deadline as printed.</param>
    /// <param name="DueOn">The last day.</param>
    /// <param name="Role">The unit's role.</param>
    /// <param name="Through">The group by which the unit is meant; null where it is named itself.</param>
    /// <param name="OtherLeads">Names of the units that lead beside it, as printed.</param>
    /// <param name="Targets">The targets in print.</param>
    public sealed record Row(Guid MeasureId, string Code, string Task, string Text, string Deadline, DateOnly? DueOn, UnitRole Role, string? Through, IReadOnlyList<string> OtherLeads, IReadOnlyList<string> Targets);

    /// <summary>Returns 牵头, 主责 or 责任（协办）, and the group that was opened: 牵头（各街道）.</summary>
    public static string DutyText(UnitRole role, string? through)
    {
        var word = role switch { UnitRole.Lead => "牵头", UnitRole.Main => "主责", _ => "责任（协办）" };
        return through is null ? word : $"{word}\n展开自“{through}”";
    }

    /// <summary>Lays the sheet out for Word, Excel and reading back.</summary>
    /// <param name="period">The period that is reported; null for a sheet that only informs.</param>
    /// <param name="dueOn">The day by which it is to come back.</param>
    /// <param name="progress">Progress that is known already, by measure.</param>
    public PrintTable Print(Period? period, DateOnly? dueOn, IReadOnlyDictionary<Guid, string>? progress = null)
    {
        var span = period is { } p ? $"（{p.ChineseText}）" : string.Empty;
        var by = dueOn is { } day ? day.ToString("，请于M月d日前报回", CultureInfo.InvariantCulture) : string.Empty;
        return UnitTaskSheet.Table(
            $"{UnitName}任务单{span}",
            $"依据：{Plan.Title}。请填写“进展情况”以后各列，编号请勿改动{by}。",
            [.. Rows.Select(r => new UnitTaskSheet.Row(r.Code, r.Task, r.Text.Split('\n'), r.Deadline, DutyText(r.Role, r.Through), r.OtherLeads, r.Targets) { Progress = progress?.GetValueOrDefault(r.MeasureId) ?? string.Empty })]);
    }
}

/// <summary>Takes unit sheets out of a list.</summary>
public sealed class UnitSheets
{
    private readonly UnitSheet.List _plan;
    private readonly UnitBook _book;
    private readonly List<(Measure Measure, string Task, IReadOnlyList<Duty> Duties)> _measures;

    private UnitSheets(UnitSheet.List plan, UnitBook book, List<(Measure Measure, string Task, IReadOnlyList<Duty> Duties)> measures)
    {
        _plan = plan;
        _book = book;
        _measures = measures;
    }

    public UnitSheet.List Plan => _plan;

    /// <summary>Gets every unit with something to do, in the official order.</summary>
    public IReadOnlyList<string> Units =>
        [.. _measures.SelectMany(m => m.Duties).Select(d => d.UnitKey).Distinct(StringComparer.Ordinal).OrderBy(_book.OrderOf).ThenBy(k => k, StringComparer.Ordinal)];

    /// <summary>Loads a list by its code; null where there is none.</summary>
    public static async Task<UnitSheets?> LoadAsync(LanshaoContext db, string planCode, UnitBook book, CancellationToken ct)
    {
        var plan = await db.Set<ActionPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == planCode && p.VoidedAtUtc == null, ct);
        if (plan is null)
        {
            return null;
        }

        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == plan.Id).ToDictionaryAsync(t => (t.Annex, t.Number), t => t.Title, ct);
        var measures = await db.Set<Measure>().AsNoTracking().AsSplitQuery().Include(m => m.Units).Include(m => m.Targets)
            .Where(m => m.PlanId == plan.Id && m.VoidedAtUtc == null).OrderBy(m => m.Ordinal).ToListAsync(ct);
        return new(
            new(plan.Id, plan.Code, plan.Year, plan.Kind, plan.PeriodCode, plan.Title),
            book,
            measures.ConvertAll(m => (m, tasks.GetValueOrDefault((m.Annex, m.TaskNumber), string.Empty), Duty.Of(m.Units.OrderBy(u => u.Seq).Select(u => (u.Role, u.Raw, u.UnitCode)), book))));
    }

    /// <summary>Returns one unit's sheet; without rows where it has nothing to do.</summary>
    public UnitSheet Of(string unitKey) => new(
        _plan,
        unitKey,
        _book.NameOf(unitKey),
        [.. from m in _measures
            let duty = m.Duties.FirstOrDefault(d => d.UnitKey == unitKey)
            where duty is not null
            select RowOf(m.Measure, m.Task, duty)]);

    private UnitSheet.Row RowOf(Measure measure, string task, Duty duty) => new(
        measure.Id,
        measure.Code,
        task,
        measure.Text,
        measure.DeadlineRaw,
        measure.DueOn,
        duty.Role,
        duty.Through,
        [.. measure.Units.OrderBy(u => u.Seq).Where(u => u.Role == UnitRole.Lead && !IsMeant(u, duty)).Select(u => u.Raw)],
        [.. measure.Targets.OrderBy(t => t.Seq).Select(t => MeasurePrint.Target(t.AsContent()))]);

    private bool IsMeant(MeasureUnit unit, Duty duty)
    {
        var key = UnitBook.KeyOf(unit.UnitCode, unit.Raw);
        return key == duty.UnitKey || (duty.Through is not null && unit.Raw == duty.Through && _book.MembersOf(key).Contains(duty.UnitKey));
    }
}

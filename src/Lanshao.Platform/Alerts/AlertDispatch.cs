using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>Makes messages of the conditions of a night: grouped, graded, counted against the ceilings, told to the post on duty.</summary>
internal sealed class AlertDispatch
{
    private readonly LanshaoContext _db;
    private readonly AlertRules _rules;
    private readonly Pack _pack;
    private readonly AlertNight _night;
    private readonly DutyRoster _roster;
    private readonly DateTime _nowUtc;
    private readonly List<Alert> _alerts;

    private AlertDispatch(LanshaoContext db, AlertRules rules, Pack pack, AlertNight night, DutyRoster roster, DateTime nowUtc, List<Alert> alerts) =>
        (_db, _rules, _pack, _night, _roster, _nowUtc, _alerts) = (db, rules, pack, night, roster, nowUtc, alerts);

    public static async Task<AlertDispatch> OpenAsync(LanshaoContext db, AlertRules rules, Pack pack, AlertNight night, DutyRoster roster, DateTime nowUtc, CancellationToken ct) =>
        new(db, rules, pack, night, roster, nowUtc, await db.Set<Alert>().Include(alert => alert.Steps.OrderBy(step => step.Seq)).Where(alert => alert.Night == night.On).OrderBy(alert => alert.Number).ToListAsync(ct));

    /// <summary>Puts a condition into the message that it belongs to; returns whether that is a new one.</summary>
    public bool Add(AlertRule rule, Device device, FoundCondition found)
    {
        var key = KeyOf(rule, device);
        var alert = _alerts.LastOrDefault(known => known.RuleCode == rule.Code && known.GroupKey == key && !known.IsDone);
        var isNew = alert is null;
        if (alert is null)
        {
            alert = Alert.Raise(Draft(rule, device, found, key), AlertWriter.NumberOf(_night, _alerts.Count + 1), _pack.Revision);
            _alerts.Add(alert);
            _db.Add(alert);
        }
        else if (alert.State == AlertState.Waiting && alert.Grade != AlertGrade.Immediate && Grade(rule, found).Grade == AlertGrade.Immediate)
        {
            alert.Upgrade(_roster.PostAt(found.RaisedUtc), found.RaisedUtc);
        }

        _db.Add(AlertCondition.Of(alert.Id, rule.Code, device, found));
        return isNew;
    }

    /// <summary>Looks again at what stood before: who agrees by now, and what corrected data took away.</summary>
    public async Task ReviseAsync(CancellationToken ct)
    {
        var changed = _db.ChangeTracker.Entries<AlertCondition>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity).ToList();
        foreach (var group in changed.GroupBy(condition => condition.AlertId))
        {
            if (_alerts.Find(alert => alert.Id == group.Key) is not { IsDone: false } alert)
            {
                continue;
            }

            if (group.All(condition => condition.WithdrawnUtc is not null) && !await StandsAsync(alert, ct))
            {
                alert.Withdraw(_nowUtc);
            }
            else if (alert is { State: AlertState.Waiting, GradeReason: GradeReasons.Alone } && group.FirstOrDefault(condition => condition.AgreedBy.Length > 0) is { } agreed && _roster.PostAt(_nowUtc) is { } post && Immediate < _rules.MostImmediate)
            {
                alert.Upgrade(post, agreed.LastUtc > alert.RaisedUtc ? agreed.LastUtc : alert.RaisedUtc);
            }
        }
    }

    private int Immediate => _alerts.Count(alert => alert.Grade == AlertGrade.Immediate);

    private async Task<bool> StandsAsync(Alert alert, CancellationToken ct)
    {
        var withdrawn = _db.ChangeTracker.Entries<AlertCondition>().Where(entry => entry.Entity.AlertId == alert.Id && entry.Entity.WithdrawnUtc is not null).Select(entry => entry.Entity.Id).ToList();
        return _db.ChangeTracker.Entries<AlertCondition>().Any(entry => entry.State == EntityState.Added && entry.Entity.AlertId == alert.Id)
            || await _db.Set<AlertCondition>().AsNoTracking().AnyAsync(condition => condition.AlertId == alert.Id && condition.WithdrawnUtc == null && !withdrawn.Contains(condition.Id), ct);
    }

    private AlertDraft Draft(AlertRule rule, Device device, FoundCondition found, string key)
    {
        var (grade, reason) = Grade(rule, found);
        var isHeldBack = grade == AlertGrade.SameDay && _alerts.Count(alert => alert is { IsHeldBack: false, Grade: not AlertGrade.Record }) >= _rules.MostOfNight;
        var area = device.Subdistrict is { } code ? _pack.District.FindSubdistrict(code)?.Name : null;
        var subject = rule.Group switch
        {
            AlertGrouping.Subdistrict when area is not null => area,
            AlertGrouping.Owner when device.Owner.Length > 0 => device.Owner,
            _ => device.Name,
        };
        return new(rule, _night.On, grade, reason, key, subject, device.Subdistrict, found.RaisedUtc, isHeldBack, IsLongOver ? null : _roster.PostAt(found.RaisedUtc));
    }

    // Neither tonight nor the night before: what is found in it now came with late data.
    private bool IsLongOver => _night.On < AlertNight.Of(_nowUtc).On.AddDays(-1);

    /// <summary>立即处置 needs a second device or a neighbour that agrees, somebody on duty, and room under the ceiling; of a night that is long over everything is only recorded.</summary>
    private (AlertGrade Grade, string Reason) Grade(AlertRule rule, FoundCondition found) =>
        IsLongOver ? (AlertGrade.Record, rule.Grade == AlertGrade.Record ? string.Empty : GradeReasons.Late)
        : rule.Grade != AlertGrade.Immediate ? (rule.Grade, string.Empty)
        : found.AgreedBy.Length == 0 ? (AlertGrade.SameDay, GradeReasons.Alone)
        : _roster.PostAt(found.RaisedUtc) is null ? (AlertGrade.SameDay, GradeReasons.NobodyOnDuty)
        : Immediate >= _rules.MostImmediate ? (AlertGrade.SameDay, GradeReasons.Ceiling)
        : (AlertGrade.Immediate, string.Empty);

    /// <summary>Returns what makes conditions of a rule and night one message.</summary>
    internal static string KeyOf(AlertRule rule, Device device) => rule.Group switch
    {
        AlertGrouping.Subdistrict when device.Subdistrict is { } area => $"subdistrict:{area}",
        AlertGrouping.Owner when device.Owner.Length > 0 => $"owner:{device.Owner}",
        _ => $"device:{device.Mn}",
    };
}

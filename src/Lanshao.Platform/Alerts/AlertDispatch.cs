using System.Globalization;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Alerts;

/// <summary>Makes messages of the conditions of a night: grouped, graded, counted against the ceilings, told to the post on duty.</summary>
internal sealed class AlertDispatch
{
    private const decimal Millionth = 1_000_000m;
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
    public bool Add(AlertRule rule, Watched device, FoundCondition found)
    {
        var key = KeyOf(rule, device);
        var alert = _alerts.LastOrDefault(known => known.RuleCode == rule.Code && known.GroupKey == key && !known.IsDone);
        var isNew = alert is null;
        if (alert is null)
        {
            alert = Alert.Raise(Draft(rule, device, found, key), AlertWriter.NumberOf(_night, _alerts.Count + 1), _pack.Revision);
            _alerts.Add(alert);
            _db.Add(alert);
            Tell(alert, found);
        }
        else if (alert.State == AlertState.Waiting && alert.Grade != AlertGrade.Immediate && Grade(rule, found).Grade == AlertGrade.Immediate)
        {
            alert.Upgrade(_roster.PostAt(_nowUtc), found.RaisedUtc);
            Tell(alert, found);
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
                Tell(alert, null);
            }
        }
    }

    // One message an alert, and one more when it becomes 立即处置; what is held back, only recorded, or of nobody's duty is told to nobody.
    private void Tell(Alert alert, FoundCondition? found)
    {
        if (alert.ToldPost is not { } post || alert.IsHeldBack || alert.Grade == AlertGrade.Record)
        {
            return;
        }

        // Raised and upgraded in one run: one message, the later one.
        foreach (var earlier in _db.ChangeTracker.Entries<Notice>().Where(entry => entry.State == EntityState.Added && entry.Entity.Subject == alert.NoticeSubject).ToList())
        {
            earlier.State = EntityState.Detached;
        }

        var area = alert.Subdistrict is { } code ? _pack.District.FindSubdistrict(code)?.Name : null;
        var value = found?.Peak is { } peak ? string.Create(CultureInfo.InvariantCulture, $"，数值{Rounding.HalfEven(peak / Millionth, 2):0.##}{_rules.Find(alert.RuleCode)?.Unit}") : string.Empty;
        var text = $"{RuleWords.Of(alert.Grade)}：{(area == alert.Subject ? string.Empty : area)}{alert.Subject}，{alert.RuleName}{value}，{ChinaTime.CivilOf(found?.StartUtc ?? alert.RaisedUtc):M月d日HH:mm}起";
        _db.Add(Notice.Of(alert.NoticeSubject, post, text, alert.Grade == AlertGrade.Immediate, _nowUtc));
    }

    private int Immediate => _alerts.Count(alert => alert.Grade == AlertGrade.Immediate);

    private async Task<bool> StandsAsync(Alert alert, CancellationToken ct)
    {
        var withdrawn = _db.ChangeTracker.Entries<AlertCondition>().Where(entry => entry.Entity.AlertId == alert.Id && entry.Entity.WithdrawnUtc is not null).Select(entry => entry.Entity.Id).ToList();
        return _db.ChangeTracker.Entries<AlertCondition>().Any(entry => entry.State == EntityState.Added && entry.Entity.AlertId == alert.Id)
            || await _db.Set<AlertCondition>().AsNoTracking().AnyAsync(condition => condition.AlertId == alert.Id && condition.WithdrawnUtc == null && !withdrawn.Contains(condition.Id), ct);
    }

    private AlertDraft Draft(AlertRule rule, Watched device, FoundCondition found, string key)
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
        return new(rule, _night.On, grade, reason, key, subject, device.Subdistrict, found.RaisedUtc, isHeldBack, IsLongOver ? null : _roster.PostAt(_nowUtc));
    }

    // Neither tonight nor the night before: what is found in it now came with late data.
    private bool IsLongOver => _night.On < AlertNight.Of(_nowUtc).On.AddDays(-1);

    /// <summary>立即处置 needs a second device or a neighbour that agrees, somebody on duty, and room under the ceiling; of a night that is long over everything is only recorded.</summary>
    private (AlertGrade Grade, string Reason) Grade(AlertRule rule, FoundCondition found) =>
        IsLongOver ? (AlertGrade.Record, rule.Grade == AlertGrade.Record ? string.Empty : GradeReasons.Late)
        : rule.Grade != AlertGrade.Immediate ? (rule.Grade, string.Empty)
        : found.AgreedBy.Length == 0 ? (AlertGrade.SameDay, GradeReasons.Alone)
        : _roster.PostAt(_nowUtc) is null ? (AlertGrade.SameDay, GradeReasons.NobodyOnDuty)
        : Immediate >= _rules.MostImmediate ? (AlertGrade.SameDay, GradeReasons.Ceiling)
        : (AlertGrade.Immediate, string.Empty);

    /// <summary>Returns what makes conditions of a rule and night one message.</summary>
    internal static string KeyOf(AlertRule rule, Watched device) => rule.Group switch
    {
        AlertGrouping.Subdistrict when device.Subdistrict is { } area => $"subdistrict:{area}",
        AlertGrouping.Owner when device.Owner.Length > 0 => $"owner:{device.Owner}",
        _ => $"device:{device.Key}",
    };
}

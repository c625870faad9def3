using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Storage;
using Lanshao.Standards;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Subjects;

/// <summary>高值提醒: the alerts of a night, from noon to noon, or one of them; what corrected data took back is not among them.</summary>
internal sealed class NightSubject
{
    private const int WholeFrom = 10;
    private readonly Pack _pack;
    private readonly Period _night;
    private readonly IReadOnlyList<AlertLine> _lines;
    private readonly AlertRules _rules;

    private NightSubject(Pack pack, Period night, IReadOnlyList<AlertLine> lines) => (_pack, _night, _lines, _rules) = (pack, night, lines, pack.Read(AlertRules.Part));

    public static async Task<Outcome<ReportSubject>> ReadAsync(LanshaoContext db, Pack pack, ReportScope scope, CancellationToken ct)
    {
        var (night, number) = (scope.Period.From, scope.Subject.Trim());
        var numbers = await db.Set<Alert>().AsNoTracking().Where(alert => alert.Night == night && alert.Outcome != AlertOutcome.DataCorrected && (number == string.Empty || alert.Number == number))
            .OrderBy(alert => alert.Number).Select(alert => alert.Number).Take(KeyPage.MostRows).ToListAsync(ct);
        var lines = new List<AlertLine>();
        foreach (var one in numbers)
        {
            lines.Add((await AlertQueries.FindAsync(db, one, ct))!);
        }

        if (lines.Count > 0)
        {
            return new NightSubject(pack, scope.Period, lines).Read(number);
        }

        var latest = await db.Set<Alert>().AsNoTracking().Where(alert => alert.Outcome != AlertOutcome.DataCorrected).MaxAsync(alert => (DateOnly?)alert.Night, ct);
        return Refusal.NotFound("RPT-071", ("night", scope.Period.ChineseText), ("number", number.Length > 0 ? number : "—"), ("latest", latest is { } on ? Period.Day(on).ChineseText : "—"));
    }

    private ReportSubject Read(string number) => new(
        number,
        new Dictionary<string, string>
        {
            ["night"] = string.Create(CultureInfo.InvariantCulture, $"{_night.From:M月d日}12时至{_night.From.AddDays(1):M月d日}12时"),
            ["about"] = number.Length > 0 ? _lines[0].Alert.Subject : "全区",
        },
        [.. Facts()],
        [Table()]);

    private IEnumerable<NamedFact> Facts()
    {
        var query = $"alerts&night={_night.Code}";
        List<AlertLine> Where(Func<Alert, bool> holds) => [.. _lines.Where(line => holds(line.Alert))];
        yield return Count("alerts.total", "当晚报警", _lines);
        yield return Count("alerts.immediate", "立即处置", Where(alert => alert is { Grade: AlertGrade.Immediate, IsHeldBack: false }));
        yield return Count("alerts.same-day", "当日处置", Where(alert => alert is { Grade: AlertGrade.SameDay, IsHeldBack: false }));
        yield return Count("alerts.record", "仅记录", Where(alert => alert.Grade == AlertGrade.Record || alert.IsHeldBack));
        yield return Count("alerts.problem", "查实", Where(alert => alert.Outcome == AlertOutcome.Problem));
        yield return Count("alerts.done", "已有结果", Where(alert => alert.IsDone));
        yield return Count("alerts.open", "还没有结果", Where(alert => !alert.IsDone));
        var areas = _lines.Select(line => line.Alert.Subdistrict).OfType<string>().Distinct().ToList();
        yield return NamedFact.Count("alerts.areas", "涉及街道", areas.Count, "个", _night, query + "&take=areas");
        yield return Names("alerts.area-names", "涉及的街道", _pack.District.Subdistricts.Where(area => areas.Contains(area.Code)).Select(area => area.Name));
        yield return Names("alerts.rules", "报警的种类", _lines.Select(line => line.Alert.RuleName).Distinct(StringComparer.Ordinal));

        NamedFact Count(string name, string label, IReadOnlyList<AlertLine> counted) =>
            NamedFact.Count(name, label, counted.Count, "件", _night, $"{query}&take={name["alerts.".Length..]}") with { Records = RecordsOf(counted) };

        NamedFact Names(string name, string label, IEnumerable<string> names) => new()
        {
            Name = name,
            Label = label,
            Shown = string.Join('、', names.DefaultIfEmpty("没有标明街道")),
            Period = _night,
            Origin = FactOrigin.Named,
            Query = $"{query}&take={name["alerts.".Length..]}",
            Records = RecordsOf(_lines),
        };
    }

    private static IReadOnlyList<string> RecordsOf(IReadOnlyList<AlertLine> lines) => [.. lines.Select(line => $"alert:{line.Alert.Id:D}")];

    private SubjectTable Table() => SubjectTable.Of(
        new()
        {
            Title = "高值和报警清单",
            IsSmall = true,
            IsLandscape = true,
            Columns = [new("序号", 11), new("编号", 32), new("等级", 21), new("现象", 28), new("对象", 30, CellAlign.Text), new("街道", 26), new("发现时间", 34), new("最高值", 14), new("对照值", 14), new("单位", 25), new("办理情况", 22)],
            Rows = [],
            NotesBelow = ["数据来源：在线监控设备，未经审核，只用于提醒。对照值是限值或同时段通常值；按状态判断的没有数值。"],
        },
        [.. _lines.Select(Row)]);

    private IReadOnlyList<SubjectCell> Row(AlertLine line)
    {
        var (alert, rule) = (line.Alert, _rules.Find(line.Alert.RuleCode));
        var top = line.Conditions.Where(condition => condition.WithdrawnUtc is null).OrderByDescending(condition => condition.PeakNumber ?? long.MinValue).ThenBy(condition => condition.StartUtc).FirstOrDefault();
        return
        [
            SubjectCell.Of(alert.Number),
            SubjectCell.Of(alert.IsHeldBack ? "仅记录" : RuleWords.Of(alert.Grade)),
            SubjectCell.Of(alert.RuleName),
            SubjectCell.Of(alert.Subject),
            SubjectCell.Of(alert.Subdistrict is { } code ? _pack.District.FindSubdistrict(code)?.Name ?? code : null),
            SubjectCell.Of(ChinaTime.CivilOf(alert.RaisedUtc).ToString("d日H时mm分", CultureInfo.InvariantCulture)),
            SubjectCell.Of(Figure(line, "peak", top?.Peak, rule?.Unit)),
            SubjectCell.Of(Figure(line, "limit", top?.Peak is null ? null : top.Limit, rule?.Unit)),
            SubjectCell.Of(top?.Peak is null ? null : rule?.Unit),
            SubjectCell.Of(alert.Outcome is { } outcome ? AlertWords.Of(outcome) : AlertWords.Of(alert.State)),
        ];
    }

    private NamedFact? Figure(AlertLine line, string take, decimal? value, string? unit)
    {
        if (value is not { } number)
        {
            return null;
        }

        var figure = Reported.Of(number, Math.Abs(number) >= WholeFrom ? 0 : Math.Min(2, Rounding.DecimalsOf(number)));
        return new()
        {
            Name = $"alert.{line.Alert.Number}.{take}",
            Label = $"{line.Alert.Number}：{(take == "peak" ? "最高值" : "对照值")}",
            Figure = figure,
            Shown = figure.ShownText,
            Unit = unit ?? string.Empty,
            Period = _night,
            Origin = FactOrigin.Rounded,
            Query = $"alert={line.Alert.Number}&take={take}",
            Records = [$"alert:{line.Alert.Id:D}"],
        };
    }
}

using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Notices.Outward;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>One alert: what it stands on, who was told, who took it, what came of it.</summary>
internal sealed record AlertView(AlertLine Line, AlertRule? Rule, Pack Pack, string? Post)
{
    /// <summary>Gets who was told.</summary>
    public IReadOnlyList<Notice> Notices { get; private init; } = [];

    /// <summary>Gets where it is; null where it is in no 街道, or the district has no 位置示意图.</summary>
    public AlertMap? Map { get; private init; }

    /// <summary>Gets how far those got that left the house.</summary>
    public IReadOnlyDictionary<Guid, Job> Outward { get; private init; } = new Dictionary<Guid, Job>();

    /// <summary>Gets the values around it; null where it stands on none, or they are gone.</summary>
    public AlertCurveChart? Curve { get; private init; }

    private const decimal Whole = 1;

    public static async Task<AlertView?> LoadAsync(LanshaoContext db, MonitoringStores? stores, string number, TimeProvider clock, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused || await AlertQueries.FindAsync(db, number, ct) is not { } line)
        {
            return null;
        }

        var now = ChinaTime.NowUtc(clock);
        var roster = await DutyRoster.ReadAsync(db, now, now.AddMinutes(1), ct);
        var notices = await NoticeBook.AboutAsync(db, line.Alert.NoticeSubject, ct);
        var district = pack.Value.District;
        var area = district.HasGrid && line.Alert.Subdistrict is { } code ? district.FindSubdistrict(code) : null;
        var rule = pack.Value.Read(AlertRules.Part).Find(line.Alert.RuleCode);
        return new(line, rule, pack.Value, roster.PostOfOneAt(now))
        {
            Notices = notices,
            Curve = await CurveAsync(db, stores, line.Worst, rule, pack.Value.Read(AlertRules.Part), ct),
            Outward = await SendNotice.OfAsync(db, notices, ct),
            Map = area is null ? null : new(district, area, await AlertQueries.CountsByAreaAsync(db, line.Alert.Night, ct), pack.Value.Read(AlertRules.Part)),
        };
    }

    private static async Task<AlertCurveChart?> CurveAsync(LanshaoContext db, MonitoringStores? stores, AlertCondition? top, AlertRule? rule, AlertRules rules, CancellationToken ct)
    {
        if (stores is null || top is null || rule is null)
        {
            return null;
        }

        await using var series = stores.Series.NewContext();
        return await AlertCurve.ReadAsync(db, series, top, rule, rules, ct) is { } curve ? new(curve, top, rule.Unit) : null;
    }

    public string Answer(UiTexts t)
    {
        var alert = Line.Alert;
        var told = NotTold(t) ?? t["已通知{0}", alert.ToldPost!];
        var area = AlertCells.Area(alert.Subdistrict, Pack);
        return $"{(area == alert.Subject ? string.Empty : area)}{alert.Subject}：{AlertCells.Phenomenon(Line, Rule, t)}；{told}{(AlertCells.WaitsForNobody(alert) ? string.Empty : "；" + t[AlertWords.Of(alert.State)])}。";
    }

    // Why nobody was told; null where somebody was.
    private string? NotTold(UiTexts t) => Line.Alert switch
    {
        { IsHeldBack: true } => t["超出当晚上限，未发送"],
        { Grade: AlertGrade.Record, GradeReason: GradeReasons.Late } => t["事后补判，未通知"],
        { Grade: AlertGrade.Record } => t["仅记录，不通知"],
        { ToldPost: null } => t["当时未排值班，未通知到人"],
        _ => null,
    };

    public string Basis(UiTexts t)
    {
        var reason = GradeReasons.Words(Line.Alert.GradeReason) is { } words ? t["，{0}", t[words]] : string.Empty;
        return t["{0}{1}；规则“{2}”，辖区包第{3}版；发生{4}；可能原因：{5}", t[RuleWords.Of(Line.Alert.Grade)], reason, Line.Alert.RuleName, Line.Alert.PackRevision, AlertCells.Time(Line.Alert.RaisedUtc), Rule?.Cause is { Length: > 0 } cause ? cause : "—"];
    }

    public IReadOnlyList<Timeline.Step> Timeline(UiTexts t) =>
    [
        .. Line.Alert.Steps.Select(step => new Timeline.Step(
            AlertCells.Time(step.AtUtc), t[AlertStep.WordOf(step.Move)], Who(step, t), step.Move == AlertMove.Concluded ? $"{t[step.Note ?? string.Empty]} {Line.Alert.Scene}".Trim() : step.Note)),
    ];

    private string? Who(AlertStep step, UiTexts t) =>
        step.Move is not (AlertMove.Raised or AlertMove.Upgraded) ? step.Post
        : step.Move == AlertMove.Raised && Line.Alert.Grade == AlertGrade.Record ? NotTold(t)
        : step.Post ?? NotTold(t) ?? t["无人值班"];

    /// <summary>Returns who was told what, who read it, and who took it.</summary>
    public PageTable NoticeTable(UiTexts t) => new(
        t["通知情况"],
        [new("发送时间", ColumnKind.OneLine), new("通知岗位"), new("内容", ColumnKind.Prose), new("阅读时间", ColumnKind.OneLine), new("签收岗位"), new("签收时间", ColumnKind.OneLine), .. Outward.Count == 0 ? [] : new[] { new Column("对外发送", ColumnKind.OneLine) }],
        [.. Notices.Select(notice => new TableRow(
        [
            Cell.Of(AlertCells.Time(notice.SentUtc)), Cell.Of(notice.Post), Cell.Of(notice.Text),
            notice.ReadUtc is { } read ? Cell.Of(AlertCells.Time(read)) : Cell.Missing(t["未读"]),
            notice.TakenPost is { } post ? Cell.Of(post) : Cell.Missing(t["还没有人签收"]),
            notice.TakenUtc is { } taken ? Cell.Of(AlertCells.Time(taken)) : Cell.Missing(t["还没有人签收"]),
            .. Outward.Count == 0 ? [] : new[] { OutwardWords.Of(Outward.GetValueOrDefault(notice.Id), t) },
        ]))])
    {
        IsStacked = true,
        Subject = Line.Alert.Number,
    };

    public PageTable ConditionTable(UiTexts t, PageAddress here) => new(
        t["报警依据"],
        [new("设备或区域", ColumnKind.Text), new("开始时间", ColumnKind.OneLine), new("结束时间", ColumnKind.OneLine), new("持续时间", ColumnKind.OneLine), new("最高值", ColumnKind.Figure), new("限值", ColumnKind.Figure), new("最高值时间", ColumnKind.OneLine), new("印证设备")],
        [.. Line.Conditions.Select(condition => Row(condition, t, here))])
    {
        IsStacked = true,
        Subject = Line.Alert.Number,
        Carries = Carried(null),
        UnitLine = Rule?.Unit is { Length: > 0 } unit ? t["单位：{0}", unit] : null,
    };

    /// <summary>Returns the values of the highest condition, every five minutes, those of the half hour before it included.</summary>
    public PageTable EvidenceTable(UiTexts t)
    {
        var top = Line.Worst;
        return new(
            t[top?.IsOfPlace == true ? "逐次数值" : "读数（5分钟均值）"],
            [new("时间", ColumnKind.OneLine), new("数值", ColumnKind.Figure), new("限值", ColumnKind.Figure), new(Rule?.Kind == RuleKind.Budget ? "是否低于" : "是否超过", ColumnKind.Mark)],
            [.. top?.Peak is null ? [] : top.Evidence.Select(step => new TableRow([Cell.Of(AlertCells.Time(step.StartUtc)), Value(step.Value, t), Value(step.Limit, t), Cell.Of(IsBeyond(step) ? t["是"] : t["否"])]))])
        {
            Subject = $"{Line.Alert.Number} {top?.DeviceName}",
            Carries = Carried(top),
            UnitLine = Rule?.Unit is { Length: > 0 } unit ? t["单位：{0}", unit] : null,
        };
    }

    // The values of one device, or of all that are named.
    private CarriedFigures Carried(AlertCondition? one)
    {
        var (from, to) = (Line.Alert.Night, Line.Alert.Night.AddDays(1));
        return one is { IsOfPlace: false } ? new(ExportReach.Device, from, to) { Mn = one.Mn } : new(ExportReach.Devices, from, to) { Area = Line.Alert.Subdistrict };
    }

    private bool IsBeyond(EvidenceStep step) => Rule?.Kind == RuleKind.Budget ? step.Value < step.Limit : step.Value >= step.Limit;

    private static TableRow Row(AlertCondition condition, UiTexts t, PageAddress here) => new(
    [
        (condition.IsOfPlace ? Cell.Of(condition.DeviceName) : Cell.Of(condition.DeviceName).LinkedTo(here.To("/devices/device", ("mn", condition.Mn)))).Noted(condition.WithdrawnUtc is null ? null : t["数据更正后不再成立"]),
        Cell.Of(AlertCells.Time(condition.StartUtc)),
        condition.EndUtc is { } end ? Cell.Of(AlertCells.Time(end)) : Cell.Missing(t["仍在持续"]),
        condition.IsOfPlace ? Cell.Missing(t["按日判断"]) : Cell.Of(AlertCells.Length(condition.Length, t)),
        Value(condition.Peak, t),
        Value(condition.Limit, t),
        condition.Peak is null ? Cell.Missing(t["没有数值"]) : Cell.Of(AlertCells.Time(condition.PeakUtc)),
        condition.AgreedBy.Length == 0 ? Cell.Missing(t[condition.IsOfPlace ? "没有其他来源印证" : "没有设备印证"]) : Cell.Of(condition.AgreedBy),
    ]);

    private static Cell Value(decimal? value, UiTexts t) => value is { } number
        ? Cell.Number(Standards.Rounding.HalfEven(number, Math.Abs(number) >= 10 * Whole ? 0 : 2), Math.Abs(number) >= 10 * Whole ? 0 : 2)
        : Cell.Missing(t["没有数值"]);
}

using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>夜间情况（20时—6时）: B1.</summary>
internal sealed record NightView(DateOnly On, PageTable Table, string Answer)
{
    public const string Path = "/alerts/night";
    private const int From = 20;
    private const int To = 6;

    // Before the sheet of a night can be whole, the one before is shown.
    private const int SheetAt = 7;

    public static async Task<Outcome<NightView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var on = here.Day("night") ?? Newest(ChinaTime.NowUtc(clock));
        var (fromUtc, toUtc) = (ChinaTime.StartUtc(on).AddHours(From), ChinaTime.StartUtc(on.AddDays(1)).AddHours(To));
        var lines = (await AlertQueries.RaisedAsync(db, fromUtc, toUtc, ct)).FindAll(line => line.Alert.Outcome != AlertOutcome.DataCorrected);
        var sent = lines.FindAll(line => line.Alert is { IsHeldBack: false, Grade: not AlertGrade.Record });
        var rules = read.Value.Read(AlertRules.Part);
        var table = new PageTable(texts["夜间情况（{0}20时—6时）", $"{on:yyyy年M月d日}"], Columns, [.. sent.Select(line => Row(line, rules.Find(line.Alert.RuleCode), read.Value, texts, here))])
        {
            IsWide = true,
            Below = [Below(lines, texts)],
        };
        return new NightView(on, table, AnswerOf(sent, rules, on == Newest(ChinaTime.NowUtc(clock)) ? texts["昨夜"] : texts["当夜"], texts));
    }

    /// <summary>Returns the newest night whose sheet is due: at seven that of the night that has just ended.</summary>
    public static DateOnly Newest(DateTime nowUtc) => ChinaTime.DayOf(nowUtc.AddHours(-SheetAt)).AddDays(-1);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("时间", ColumnKind.OneLine), new("街道"), new("站点或点位"), new("现象（数值、持续）", ColumnKind.Prose) { WidthMm = 50 }, new("可能原因") { WidthMm = 32 }, new("通知岗位"), new("到场时间", ColumnKind.OneLine), new("现场情况", ColumnKind.Prose) { WidthMm = 36 }, new("结果", ColumnKind.OneLine),
    ];

    private static TableRow Row(AlertLine line, AlertRule? rule, Pack pack, UiTexts t, PageAddress here)
    {
        var alert = line.Alert;
        var names = line.Conditions.Select(condition => condition.DeviceName).Distinct().ToList();
        return new(
        [
            Cell.Of($"{ChinaTime.CivilOf(alert.RaisedUtc):M-d HH:mm}").LinkedTo(here.To(AlertsView.One, ("no", alert.Number))).Noted(t[RuleWords.Of(alert.Grade)]),
            Cell.Of(AlertCells.Area(alert.Subdistrict, pack)),
            Cell.Of(names.Count <= 3 ? string.Join('、', names) : t["{0}等{1}台", string.Join('、', names.Take(3)), names.Count]),
            Cell.Of(AlertCells.Phenomenon(line, rule, t)),
            Cell.Of(rule?.Cause ?? string.Empty),
            alert.ToldPost is { } post ? Cell.Of(post) : Cell.Missing(t[alert.GradeReason == GradeReasons.Late ? "事后补判，未通知" : "当时未排值班"]),
            alert.ArrivedUtc is { } arrived ? Cell.Of($"{ChinaTime.CivilOf(arrived):M-d HH:mm}") : Cell.Missing(t["未到场"]),
            alert.Scene is { } scene ? Cell.Of(scene) : Cell.Missing(t["未登记"]),
            alert.Outcome is { } outcome ? Cell.Of(t[AlertWords.Of(outcome)]) : Cell.State(AlertWords.Of(alert.State)),
        ]);
    }

    private static string AnswerOf(List<AlertLine> lines, AlertRules rules, string night, UiTexts t)
    {
        var immediate = lines.FindAll(line => line.Alert.Grade == AlertGrade.Immediate);
        var spikes = lines.FindAll(line => rules.Find(line.Alert.RuleCode)?.Kind == RuleKind.NightSpike);
        var first = t["{0}立即处置类报警{1}起，已到场{2}起、查实{3}起；当日处置类{4}起", night, immediate.Count, immediate.Count(line => line.Alert.ArrivedUtc is not null), immediate.Count(line => line.Alert.Outcome == AlertOutcome.Problem), lines.Count - immediate.Count];
        var top = spikes.Select(AlertCells.Highest).Where(condition => condition?.Peak is not null).MaxBy(condition => condition!.PeakNumber);
        return top is null ? first + "。" : t["{0}；PM2.5突高{1}个站点，最高出现在{2}时。", first, spikes.SelectMany(line => line.Conditions).Select(condition => condition.DeviceNumber).Distinct().Count(), ChinaTime.CivilOf(top.PeakUtc).Hour];
    }

    private static string Below(List<AlertLine> lines, UiTexts t)
    {
        var (held, recorded) = (lines.Count(line => line.Alert.IsHeldBack), lines.Count(line => line.Alert.Grade == AlertGrade.Record));
        return t["另有超出当晚上限未发送的{0}起、仅记录的{1}起，见报警提醒。", held, recorded];
    }
}

using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>报警提醒: B2.</summary>
internal sealed record AlertsView(PageTable Table, string Answer, string? Warning, string? After)
{
    public const string Path = "/alerts";
    public const string One = "/alerts/alert";
    private const int Size = 50;

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("编号", ColumnKind.OneLine), new("发生时间", ColumnKind.OneLine), new("等级", ColumnKind.OneLine), new("街道", ColumnKind.OneLine), new("对象"), new("规则"), new("数值/限值", ColumnKind.Figure), new("持续时间", ColumnKind.OneLine),
        new("同类合并数", ColumnKind.Figure), new("签收岗位"), new("状态", ColumnKind.OneLine), new("结果", ColumnKind.OneLine),
    ];

    public static async Task<Outcome<AlertsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var (pack, rules, now) = (read.Value, read.Value.Read(AlertRules.Part), ChinaTime.NowUtc(clock));
        var list = await ListAsync(db, pack, here, here.After, Size, texts, ct);
        var counts = await AlertQueries.CountsAsync(db, rules, now, ct);
        var roster = await DutyRoster.ReadAsync(db, now, now.AddMinutes(1), ct);
        var warning = roster.PostAt(now) is null ? texts["今晚未排值班，立即处置类报警无人接收。"] : null;
        return new AlertsView(list.Table, AnswerOf(counts, texts), warning, list.After);
    }

    /// <summary>Reads the alerts after a key, for the files that hold all that the filters of the page match.</summary>
    public static async Task<Outcome<TablePart>> PartAsync(HttpContext context, string? after)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        return pack.IsRefused ? pack.Refusal : await ListAsync(db, pack.Value, here, after, KeyPage.MostRows, texts, ct);
    }

    private static async Task<TablePart> ListAsync(LanshaoContext db, Pack pack, PageAddress here, string? after, int size, UiTexts texts, CancellationToken ct)
    {
        var rules = pack.Read(AlertRules.Part);
        var page = KeyPage.Of(await AlertQueries.ListAsync(db, FilterOf(here), after, size + 1, ct), size, line => line.Alert.Number);
        return new(TableOf([.. page.Rows.Select(line => Row(line, rules.Find(line.Alert.RuleCode), pack, texts, here))], texts), page.After);
    }

    private static PageTable TableOf(List<TableRow> rows, UiTexts texts) => new(texts["报警提醒"], Columns, rows) { IsWide = true, IsStacked = true };

    /// <summary>Returns the answer sentence: what waits, and what nobody took in time.</summary>
    public static string AnswerOf(AlertCounts counts, UiTexts texts) => texts["待处置{0}起：立即处置{1}、当日处置{2}；超过规定时限未签收{3}起。", counts.All, counts.Immediate, counts.SameDay, counts.Late];

    private static AlertFilter FilterOf(PageAddress here)
    {
        var show = here.Text("show");
        return new(
            IsOpen: show is null,
            State: Enum.TryParse<AlertState>(here.Text("state"), out var state) && Enum.IsDefined(state) ? state : null,
            Grade: Enum.TryParse<AlertGrade>(here.Text("grade"), out var grade) && Enum.IsDefined(grade) ? grade : null,
            HeldBack: show == "held",
            Rule: here.Text("rule"),
            Subdistrict: here.Place.Kind == PlaceKind.Subdistrict ? here.Place.LocalCode : null);
    }

    private static TableRow Row(AlertLine line, AlertRule? rule, Pack pack, UiTexts t, PageAddress here)
    {
        var alert = line.Alert;
        return new(
        [
            Cell.Of(alert.Number).LinkedTo(here.To(One, ("no", alert.Number))),
            Cell.Of(AlertCells.Time(alert.RaisedUtc)),
            Cell.Of(t[RuleWords.Of(alert.Grade)]).Noted(alert.IsHeldBack ? t["未发送"] : GradeReasons.InShort(alert.GradeReason) is { } reason ? t[reason] : null),
            Cell.Of(alert.Subdistrict is null && line.Worst?.IsOfPlace == true ? t["全区"] : AlertCells.Area(alert.Subdistrict, pack)),
            Cell.Of(alert.Subject),
            Cell.Of(alert.RuleName).LinkedTo(here.To(RulesView.One, ("code", alert.RuleCode))),
            AlertCells.Values(line, rule),
            line.Worst?.IsOfPlace == true ? Cell.Missing(t["按日判断"]) : Cell.Of(AlertCells.Length(line.Longest, t)),
            Cell.Whole(line.Conditions.Count),
            alert.TakenPost is { } post ? Cell.Of(post) : Cell.Missing(t[AlertCells.WaitsForNobody(alert) ? "仅记录，不需签收" : "还没有人签收"]),
            AlertCells.WaitsForNobody(alert) ? Cell.Missing(t["仅记录，不需签收"]) : Cell.State(AlertWords.Of(alert.State)),
            alert.Outcome is { } outcome ? Cell.Of(t[AlertWords.Of(outcome)]) : Cell.Missing(t["还没有结果"]),
        ]);
    }
}

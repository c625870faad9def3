using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Nights;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>夜间情况（20时—6时）: B1, as it was made at seven, or as it is known now.</summary>
internal sealed record NightView(DateOnly On, PageTable Table, string Answer, NightSheet? Sheet, bool IsNow, int Changed)
{
    public const string Path = "/alerts/night";
    public const string AsName = "as";
    public const string AsNow = "now";

    // Before the sheet of a night can be whole, the one before is shown.
    private const int SheetAt = 7;
    private const int LateMinutes = 10;

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new("时间", ColumnKind.OneLine), new("街道", ColumnKind.OneLine), new("站点或点位"), new("现象（数值、持续）", ColumnKind.Prose) { WidthMm = 50 }, new("可能原因") { WidthMm = 32 }, new("通知岗位"), new("到场时间", ColumnKind.OneLine), new("现场情况", ColumnKind.Prose) { WidthMm = 36 }, new("结果", ColumnKind.OneLine),
    ];

    /// <summary>Gets whether what is shown was made long after seven, because nothing ran then.</summary>
    public bool IsLate => Sheet is { } sheet && sheet.AsOfUtc > ChinaTime.StartUtc(On.AddDays(1)).AddHours(SheetAt).AddMinutes(LateMinutes);

    public static async Task<Outcome<NightView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, texts, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var read = await CurrentPack.ReadAsync(db, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var newest = Newest(ChinaTime.NowUtc(clock));
        var on = here.Day("night") ?? newest;
        var sheet = await NightSheet.FindAsync(db, on, ct);
        var known = await NightSheet.KnownAsync(db, read.Value.Read(AlertRules.Part), on, ct);
        var isNow = sheet is null || here.Text(AsName) == AsNow;
        var lines = isNow ? known : sheet!.Lines;
        var sent = lines.Where(line => line.IsSent).ToList();
        var title = texts["夜间情况（{0}20时—6时）", $"{on:yyyy年M月d日}"];
        var table = new PageTable(title, Columns, [.. sent.Select(line => Row(line, read.Value, texts, here))])
        {
            IsWide = true,
            IsStacked = true,
            IsOnePage = true,
            Above = isNow ? texts["按{0}的情况", AlertCells.Time(ChinaTime.NowUtc(clock))] : texts["按{0}编制时的情况", AlertCells.Time(sheet!.AsOfUtc)],
            Below = [Below(lines, texts)],
        };
        return new NightView(on, table, AnswerOf(sent, on == newest ? texts["昨夜"] : texts["当夜"], texts), sheet, isNow, sheet is null ? 0 : ChangedSince(sheet.Lines, known));
    }

    /// <summary>Returns the newest night whose sheet is due: at seven that of the night that has just ended.</summary>
    public static DateOnly Newest(DateTime nowUtc) => ChinaTime.DayOf(nowUtc.AddHours(-SheetAt)).AddDays(-1);

    // What has come, gone or moved on since the sheet was made.
    private static int ChangedSince(IReadOnlyList<NightLine> then, IReadOnlyList<NightLine> now)
    {
        var known = then.ToDictionary(line => line.Number, StringComparer.Ordinal);
        return now.Count(line => !known.Remove(line.Number, out var old) || (old.State, old.Outcome, old.Grade) != (line.State, line.Outcome, line.Grade)) + known.Count;
    }

    private static TableRow Row(NightLine line, Pack pack, UiTexts t, PageAddress here) => new(
    [
        Cell.Of($"{ChinaTime.CivilOf(line.RaisedUtc):M-d HH:mm}").LinkedTo(here.To(AlertsView.One, ("no", line.Number))).Noted(t[RuleWords.Of(line.Grade)]),
        Cell.Of(AlertCells.Area(line.Subdistrict, pack)),
        Cell.Of(line.Devices.Count <= 3 ? string.Join('、', line.Devices) : t["{0}等{1}台", string.Join('、', line.Devices.Take(3)), line.Devices.Count]),
        Cell.Of(Phenomenon(line, t)),
        Cell.Of(line.Cause),
        line.ToldPost is { } post ? Cell.Of(post).Noted(line.TakenUtc is { } taken ? t["{0}{1}签收", line.TakenPost, $"{ChinaTime.CivilOf(taken):H:mm}"] : t["未签收"]) : Cell.Missing(t[line.GradeReason == GradeReasons.Late ? "事后补判，未通知" : "当时未排值班"]),
        line.ArrivedUtc is { } arrived ? Cell.Of($"{ChinaTime.CivilOf(arrived):M-d HH:mm}") : Cell.Missing(t["未到场"]),
        line.Scene is { } scene ? Cell.Of(scene) : Cell.Missing(t["未登记"]),
        line.Outcome is { } outcome ? Cell.Of(t[AlertWords.Of(outcome)]) : Cell.State(AlertWords.Of(line.State)),
    ]);

    private static string Phenomenon(NightLine line, UiTexts t)
    {
        var value = line.Peak is { } peak ? t[line.Kind == RuleKind.Budget ? "最低{0}{1}，" : "最高{0}{1}，", AlertCells.Number(peak), line.Unit] : string.Empty;
        if (line.Kind is RuleKind.Budget or RuleKind.Forecast)
        {
            return $"{line.Rule}（{value.TrimEnd('，')}）";
        }

        var count = line.Devices.Count > 1 ? t["{0}台，", line.Devices.Count] : string.Empty;
        return $"{line.Rule}（{count}{value}{t["持续{0}", AlertCells.Length(TimeSpan.FromMinutes(line.Minutes), t)]}）";
    }

    private static string AnswerOf(List<NightLine> lines, string night, UiTexts t)
    {
        var immediate = lines.FindAll(line => line.Grade == AlertGrade.Immediate);
        var spikes = lines.FindAll(line => line.Kind == RuleKind.NightSpike);
        var first = t["{0}立即处置类报警{1}起，已到场{2}起、查实{3}起；当日处置类{4}起", night, immediate.Count, immediate.Count(line => line.ArrivedUtc is not null), immediate.Count(line => line.Outcome == AlertOutcome.Problem), lines.Count - immediate.Count];
        var top = spikes.Where(line => line.PeakUtc is not null).MaxBy(line => line.Peak);
        return top is null ? first + "。" : t["{0}；PM2.5突高{1}个站点，最高出现在{2}时。", first, spikes.SelectMany(line => line.Devices).Distinct().Count(), ChinaTime.CivilOf(top.PeakUtc!.Value).Hour];
    }

    private static string Below(IReadOnlyList<NightLine> lines, UiTexts t)
    {
        var (held, recorded) = (lines.Count(line => line.IsHeldBack), lines.Count(line => line.Grade == AlertGrade.Record));
        return t["另有超出当晚上限未发送的{0}起、仅记录的{1}起，见报警提醒。", held, recorded];
    }
}

using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Alerts.Watching;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Notices;
using Lanshao.Platform.Notices.Outward;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Alerts;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Inbox;

/// <summary>待办: what was told to which post, who has read it, who took it, and what was held back tonight.</summary>
internal sealed record InboxView(PageTable Table, string Answer, IReadOnlyList<Guid> Unread, string? After)
{
    public const string Path = "/inbox";
    private const int Size = 50;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("发送时间", ColumnKind.OneLine), new("通知岗位"), new("内容", ColumnKind.Prose), new("状态", ColumnKind.OneLine), new("签收岗位"), new("签收时间", ColumnKind.OneLine),
    ];

    public static async Task<Outcome<InboxView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var show = here.Text("show");
        var filter = new NoticeFilter(IsOpen: show is null, IsUnread: show == "unread", Post: here.Text("post"));
        var page = KeyPage.Of(await NoticeBook.ListAsync(db, filter, NoticeKey.Parse(here.After), Size + 1, ct), Size, NoticeKey.Of);
        var night = AlertNight.Of(ChinaTime.NowUtc(clock));
        var counts = await NoticeBook.CountsAsync(db, night.NoonUtc, ct);
        var held = await AlertQueries.HeldBackAsync(db, night.On, ct);
        var table = new PageTable(t["待办"], Columns, [.. page.Rows.Select(notice => Row(notice, t, here))])
        {
            IsStacked = true,
            Below = [OutwardWords.Of(services.GetRequiredService<NoticeOutlet>(), t), t["同一街道、单位、规则当晚只发一条，当晚上限{0}条。", pack.Value.Read(AlertRules.Part).MostOfNight]],
        };
        var answer = t["未读{0}条，待签收{1}条；今晚已发{2}条，超出上限未发送{3}条。", counts.Unread, counts.Open, counts.SentSince, held];
        return new InboxView(table, answer, [.. page.Rows.Where(notice => notice.ReadUtc is null).Select(notice => notice.Id)], page.After);
    }

    private static TableRow Row(Notice notice, UiTexts t, PageAddress here) => new(
    [
        Cell.Of(AlertCells.Time(notice.SentUtc)),
        Cell.Of(notice.Post),
        notice.Subject.StartsWith(Alert.NoticeSubjects, StringComparison.Ordinal) ? Cell.Of(notice.Text).LinkedTo(here.To(AlertsView.One, ("no", notice.Subject[Alert.NoticeSubjects.Length..]))) : Cell.Of(notice.Text),
        notice.TakenUtc is not null ? Cell.State("已签收") : Cell.State("待签收").Noted(notice.ReadUtc is { } read ? t["{0}已读", AlertCells.Time(read)] : t["未读"]),
        notice.TakenPost is { } post ? Cell.Of(post) : Cell.Missing(t["还没有人签收"]),
        notice.TakenUtc is { } taken ? Cell.Of(AlertCells.Time(taken)) : Cell.Missing(t["还没有人签收"]),
    ]);
}

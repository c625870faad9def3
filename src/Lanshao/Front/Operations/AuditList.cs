using System.Globalization;
using Lanshao.Front.Imports;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Audit;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front.Operations;

/// <summary>The table of 审计记录 with the filters of the address.</summary>
internal sealed record AuditList(PageTable Table, string? After)
{
    public const string Path = "/system/audit";
    public static readonly string[] Filters = ["who", "room", "key", "from", "to"];
    private const int Size = 50;

    public static AuditFilter FilterOf(PageAddress here) => new(here.Text("who"), here.Text("room"), here.Text("kind"), here.Text("key"), here.Day("from"), here.Day("to"));

    public static async Task<AuditList> LoadAsync(LanshaoContext db, PageAddress here, string? after, UiTexts texts, CancellationToken ct, int size = Size)
    {
        var page = await AuditQueries.ListAsync(db, FilterOf(here), long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null, size, ct);
        IReadOnlyList<Column> columns =
        [
            new("序号", ColumnKind.Figure), new("时间", ColumnKind.OneLine), new("经办"), new("板块", ColumnKind.OneLine), new("对象", ColumnKind.OneLine), new("编号"), new("动作"), new("变化", ColumnKind.OneLine), new("内容", ColumnKind.Prose),
        ];
        return new(new(texts["审计记录"], columns, [.. page.Rows.Select(link => Row(link, here, texts))]) { IsWide = true }, page.After);
    }

    private static TableRow Row(AuditEntry link, PageAddress here, UiTexts texts)
    {
        var change = AuditedChange.Of(link);
        return new(
        [
            Cell.Whole(link.Seq).LinkedTo(here.To(string.Create(CultureInfo.InvariantCulture, $"{Path}/{link.Seq}"))),
            Cell.Of($"{ChinaTime.CivilOf(link.AtUtc):yyyy-MM-dd HH:mm:ss}"),
            Cell.Of(texts[ImportWords.Who(link.Actor)]),
            Cell.Of(texts[AuditWords.Room(link.Room)]),
            Cell.Of(texts[AuditWords.Kind(link.Kind)]),
            Cell.Of(link.Key),
            Cell.Of(link.Action),
            Cell.State(AuditWords.Operation(change.Operation)),
            Cell.Of(AuditWords.Summary(change, texts)),
        ]);
    }
}

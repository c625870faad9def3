using Lanshao.Hosting;
using Lanshao.Platform.Foundation;

namespace Lanshao.Shell;

/// <summary>The menu in the order of the work. An entry appears when a page claims its title and the actor may open it.</summary>
public sealed class Menu(EndpointDataSource endpoints)
{
    private readonly Lazy<Dictionary<string, Found>> _pages = new(() => Find(endpoints));

    /// <summary>Gets the groups and their titles; the first group has no name.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Titles)> Order { get; } =
    [
        (string.Empty, ["首页", "待办"]),
        ("任务", ["年度计划", "任务清单", "单位任务单", "进展报送", "考核评价"]),
        ("数据", ["空气质量", "街道排名", "降尘与道路", "水环境", "声环境", "设备联网", "数据导入"]),
        ("处置", ["报警提醒", "问题处置", "现场检查", "台账"]),
        ("专项", ["重污染应对", "污染溯源", "应对气候变化"]),
        ("材料", ["文稿生成", "周通报和点评", "专题材料", "核稿", "报送记录", "信息公开"]),
        ("系统管理", ["辖区配置", "导入记录", "后台任务", "审计记录", "运行状态"]),
    ];

    public IReadOnlyList<Group> For(Actor actor) =>
    [
        .. from item in Order
           let entries = item.Titles.Select(title => _pages.Value.GetValueOrDefault(title)).OfType<Found>().Where(found => actor.May(found.Permission)).Select(found => found.Entry).ToList()
           where entries.Count > 0
           select new Group(item.Name, entries),
    ];

    /// <summary>Returns the entry whose page is open: the longest path that the address begins with.</summary>
    public static Entry? Current(IReadOnlyList<Group> groups, string path) =>
        groups.SelectMany(group => group.Entries).Where(entry => entry.Holds(path)).MaxBy(entry => entry.Path.Length);

    private static Dictionary<string, Found> Find(EndpointDataSource endpoints)
    {
        var pages = new Dictionary<string, Found>();
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<InMenuAttribute>() is { } menu && endpoint.RoutePattern.Parameters.Count == 0)
            {
                var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
                pages.Add(menu.Title, new(new(menu.Title, path), endpoint.Metadata.GetRequiredMetadata<NeedsAttribute>().Permission));
            }
        }

        return pages;
    }

    public sealed record Group(string Name, IReadOnlyList<Entry> Entries);

    public sealed record Entry(string Title, string Path)
    {
        public bool Holds(string path) => path == Path || (Path != "/" && path.StartsWith(Path + "/", StringComparison.Ordinal));
    }

    private sealed record Found(Entry Entry, string Permission);
}

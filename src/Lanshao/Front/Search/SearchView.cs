using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Plans;
using Lanshao.Shell;
using Lanshao.Texts;

namespace Lanshao.Front.Search;

/// <summary>Everything by name or number: tasks as spoken (2-5-2, half a sentence), areas and agencies by any of their names, figures, pages.</summary>
/// <param name="Groups">What was found, by kind; empty kinds are left out.</param>
/// <param name="Suggestions">Names near to what was typed, where nothing was found.</param>
internal sealed record SearchView(IReadOnlyList<SearchView.Group> Groups, IReadOnlyList<string> Suggestions)
{
    private const int MostShown = 20;
    private const int YearsSearched = 3;

    public int Count => Groups.Sum(group => group.Count);

    public static async Task<SearchView> LoadAsync(Request request, string wanted, CancellationToken ct)
    {
        var read = await CurrentPack.ReadAsync(request.Db, ct);
        var pack = read.IsRefused ? null : read.Value;
        var compact = ChineseText.Compact(wanted);
        var names = pack?.District.Names ?? NameBook.Empty;
        List<Group> groups =
        [
            .. await TasksAsync(request, pack?.District, wanted, ct),
            GroupOf("街道和单位", names.Entries.Where(entry => Names(entry).Any(name => Holds(name, compact))).Select(entry => new Hit(entry.Name, HrefOf(entry, request), Also(entry, compact)))),
            GroupOf("指标", (pack?.Read(IndicatorList.Part).All ?? []).Where(indicator => Holds(indicator.Name, compact) || Holds(indicator.ShortName, compact)).Select(indicator => new Hit(indicator.Name, null, indicator.PrintedUnit))),
            GroupOf("页面", request.Menu.For(request.Actor).SelectMany(group => group.Entries).Where(entry => Holds(entry.Title, compact) || Holds(request.Texts[entry.Title], compact)).Select(entry => new Hit(request.Texts[entry.Title], request.Here.To(entry.Path), null))),
        ];
        var found = groups.FindAll(group => group.Count > 0);
        return new(found, found.Count > 0 ? [] : [.. names.Suggest(wanted).Select(entry => entry.Name)]);
    }

    private static async Task<IReadOnlyList<Group>> TasksAsync(Request request, District? district, string wanted, CancellationToken ct)
    {
        var groups = new List<Group>();
        if (!request.Actor.May(Permissions.PlansRead))
        {
            return groups;
        }

        var today = TaskCounts.DayOf(request.Here.Period, await FigureQueries.NewestAsync(request.Db, ct), ChinaTime.Today(request.Clock));
        foreach (var year in (await PlanQueries.YearsAsync(request.Db, ct)).Take(YearsSearched))
        {
            var board = await TaskBoard.ReadAsync(request.Db, district, new(year) { Search = wanted }, today, ct);
            var hits = board.Rows.Take(MostShown).Select(row => new Hit($"{row.Code} {row.Task}", request.Here.To($"/tasks/{row.Code}", ("list", row.List.Code)), row.Measure.Text.ReplaceLineEndings(" ")) { State = TaskWords.Of(row.State) });
            groups.Add(new($"{year}年任务", board.Rows.Count, [.. hits], board.Rows.Count > MostShown ? request.Here.To("/tasks", ("q", wanted), ("period", $"{year}")) : null));
        }

        return groups;
    }

    private static Group GroupOf(string title, IEnumerable<Hit> hits)
    {
        var all = hits.ToList();
        return new(title, all.Count, all.Count > MostShown ? all.GetRange(0, MostShown) : all, null);
    }

    private static string? HrefOf(NameEntry entry, Request request) => entry.Kind switch
    {
        NameKind.Subdistrict => request.Here.To($"/places/{entry.Code}", ("place", null)),
        NameKind.Agency => request.Here.To($"/units/{entry.Code}"),
        _ => null,
    };

    private static IEnumerable<string> Names(NameEntry entry) => entry.Aliases.Select(alias => alias.Text).Prepend(entry.FullName).Prepend(entry.Name);

    /// <summary>Returns the name by which it was found, where that is not the one shown.</summary>
    private static string? Also(NameEntry entry, string compact) =>
        Holds(entry.Name, compact) ? (entry.FullName == entry.Name ? null : entry.FullName) : Names(entry).First(name => Holds(name, compact));

    private static bool Holds(string text, string compact) => ChineseText.Compact(text).Contains(compact, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a search is asked with.</summary>
    internal sealed record Request(LanshaoContext Db, PageAddress Here, Menu Menu, Actor Actor, UiTexts Texts, TimeProvider Clock);

    /// <summary>One kind of things found.</summary>
    /// <param name="Title">Its words.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="Hits">The first of them.</param>
    /// <param name="AllHref">Where all of them are listed; null where all are shown.</param>
    internal sealed record Group(string Title, int Count, IReadOnlyList<Hit> Hits, string? AllHref);

    /// <summary>One thing found.</summary>
    internal sealed record Hit(string Title, string? Href, string? Detail)
    {
        public string? State { get; init; }
    }
}

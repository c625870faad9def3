using System.Text;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Indicators;
using Lanshao.Platform.Tests.Stores;
using Lanshao.Standards.Water;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class WaterMonthTests
{
    private static readonly Period June = Period.Month(2024, 6);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Sections_GivenClass_StandsAndSaysItsChangeAgainstBothMonths(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Class("S01", "2024-06", "Ⅲ类"), Class("S01", "2024-05", "Ⅱ类"), Class("S01", "2023-06", "Ⅴ类"));

        var row = month.Rows[0];
        Assert.Equal(("Ⅲ", true, "有所下降", "明显好转"), (row.Now!.Class.ToString(), row.Now.Result.Class!.IsMet, row.ChangeSince(row.LastMonth), row.ChangeSince(row.LastYear)));
        Assert.False(row.Now.IsExplained);
        Assert.All(month.Rows.Skip(1), other => Assert.Null(other.Now));
    }

    [Theory, EveryStore]
    public async Task Sections_NoWater_IsAResultWithoutAClass(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Class("S02", "2024-06", "无水"), Class("S02", "2024-05", "Ⅱ类"));

        var row = month.Rows[1];
        Assert.Equal((WaterState.Dry, "无水"), (row.Now!.Result.State, row.Now.Result.Printed));
        Assert.Null(row.Now.Class);
        Assert.Null(row.ChangeSince(row.LastMonth));
        var all = WaterGroup.Of(month)[0];
        Assert.Equal((1, 0, 1, 8), (all.Now.Sections, all.Now.Classified, all.Now.Dry, all.WithoutData));
    }

    [Theory, EveryStore]
    public async Task Sections_ConcentrationsOnly_GiveClassDeterminingItemsAndMultiples(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Item("S03", "tp", "0.12"), Item("S03", "cod", "24"), Item("S03", "do", "6.5"));

        // Lake: phosphorus up to 0.1 is Ⅳ, up to 0.2 Ⅴ; the target is Ⅳ.
        var found = month.Rows[2].Now!;
        Assert.Equal((WaterBody.Lake, "Ⅴ", false), (month.Rows[2].Body, found.Class.ToString(), found.Result.Class!.IsMet));
        Assert.Equal(["总磷"], found.Result.Class!.Determining.Select(item => item.Item.Name));
        Assert.Equal(["总磷 0.20"], found.Result.Class.Beyond.Select(item => $"{item.Item.Name} {item.Multiple!.Value.ShownText}"));
        Assert.True(found.IsExplained);
        Assert.Empty(month.Findings);
    }

    [Theory, EveryStore]
    public async Task Sections_GivenClassAndOtherConcentrations_KeepBothAndAsk(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Class("S04", "2024-06", "Ⅱ类"), Item("S04", "tp", "0.25"));

        var found = month.Rows[3].Now!;
        Assert.Equal(("Ⅱ", "Ⅳ", false), (found.Class.ToString(), found.Computed!.Class.ToString(), found.IsExplained));
        Assert.Empty(found.Result.Class!.Determining);
        Assert.Equal(("EVA-013", "Ⅱ", "Ⅳ"), month.Findings.Select(finding => (finding.Code, finding.Arguments["published"], finding.Arguments["computed"])).Single());
    }

    [Theory, EveryStore]
    public async Task Sections_GivenThenComputed_AreNotCompared(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Class("S01", "2024-05", "Ⅱ类"), Item("S01", "tp", "0.15"));

        Assert.Equal("Ⅲ", month.Rows[0].Now!.Class.ToString());
        Assert.Null(month.Rows[0].ChangeSince(month.Rows[0].LastMonth));
    }

    [Theory, EveryStore]
    public async Task Points_WithoutAType_HaveAClassWhereItIsTheSameForBothAndElseAskForIt(StoreKind kind)
    {
        await using var store = await FigureStore.NewAsync(kind);
        await store.ImportAsync(Point("W14", "tp", "0.12"), Point("W14", "cod", "24"), Point("W15", "tp", "0.008"), Point("W15", "cod", "24"));
        var pack = (await CurrentPack.ReadAsync(store.Db, Ct)).Value!;
        var points = pack.Files.Find("water-points.csv")!;
        var without = new PackFile(points.Path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(points.Content.Span).Replace(",lake", ",", StringComparison.Ordinal)));

        var month = await WaterMonth.PointsAsync(store.Db, new Pack(new([.. pack.Files.All.Where(file => file.Path != points.Path), without])), June, Ct);

        // Phosphorus 0.12 is Ⅲ of a river and Ⅴ of a lake; 0.008 is Ⅰ of both, and the chemical oxygen demand decides.
        var (open, same) = (month.Rows[13].Now!, month.Rows[14].Now!);
        Assert.Equal((null, "Ⅳ", "Ⅴ"), (open.Class?.ToString(), open.Either!.Value.River.ToString(), open.Either.Value.Lake.ToString()));
        Assert.Equal(("Ⅳ", true), (same.Class.ToString(), same.IsExplained));
        Assert.Equal(("EVA-033", "柳荫湖"), month.Findings.Select(finding => (finding.Code, finding.Arguments["points"])).Single());
        Assert.Equal(["Ⅴ", "Ⅳ"], (await WaterMonth.PointsAsync(store.Db, pack, June, Ct)).Rows.Skip(13).Take(2).Select(row => row.Now!.Class.ToString()));
    }

    [Theory, EveryStore]
    public async Task Groups_FewSectionsWithoutConcentrations_CountAndShareOnly(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Class("S01", "2024-06", "Ⅲ类"), Class("S02", "2024-06", "Ⅳ类"), Class("S04", "2024-06", "无水"));

        var rivers = WaterGroup.Of(month).Single(group => group.Name == "河流");
        Assert.Equal((3, 2, 1, "50.0", "33.3"), (rivers.Now.Sections, rivers.Now.Classified, rivers.Now.Dry, rivers.Now.GoodShareOfClassified!.Value.ShownText, rivers.Now.GoodShareOfAll!.Value.ShownText));
        Assert.Null(rivers.Now.Status);
    }

    [Theory, EveryStore]
    public async Task Groups_OneBodyWithConcentrations_IsJudgedByItsMeans(StoreKind kind)
    {
        var month = await SectionsAsync(kind, Item("S08", "tp", "0.04"), Item("S08", "cod", "35"), Item("S09", "tp", "0.06"), Item("S09", "cod", "21"));

        var lakes = WaterGroup.Of(month).Single(group => group.Name == "湖泊");
        Assert.Equal(("Ⅳ", "轻度污染", "化学需氧量"), (lakes.Now.Class.ToString(), lakes.Now.Status, string.Join('、', lakes.Now.MainItems.Select(item => item.Name))));
    }

    [Theory, EveryStore]
    public async Task Groups_FiveSectionsAndMore_AreJudgedByShares(StoreKind kind)
    {
        string[] lines = [.. Enumerable.Range(1, 9).Select(number => Class($"S0{number}", "2024-06", number < 8 ? "Ⅱ类" : "劣Ⅴ类")), .. Enumerable.Range(1, 9).Select(number => Class($"S0{number}", "2024-05", number < 6 ? "Ⅱ类" : "劣Ⅴ类"))];

        var all = WaterGroup.Of(await SectionsAsync(kind, lines))[0];

        Assert.Equal(("77.8", "良好", "明显好转"), (all.Now.GoodShareOfClassified!.Value.ShownText, all.Now.Status, all.Change));
    }

    [Theory, EveryStore]
    public async Task Groups_MainItems_AreThoseOfAllSectionsOrNotSaid(StoreKind kind)
    {
        string[] measured = [.. Enumerable.Range(1, 8).Select(number => Item($"S0{number}", "cod", number < 5 ? "35" : "12"))];

        var (some, every) = (WaterGroup.Of(await SectionsAsync(kind, [.. measured, Class("S09", "2024-06", "Ⅳ类")]))[0].Now, WaterGroup.Of(await SectionsAsync(kind, measured))[0].Now);

        Assert.Equal(("轻度污染", 0), (some.Status, some.MainItems.Count));
        Assert.Equal(["化学需氧量"], every.MainItems.Select(item => item.Name));
    }

    private static string Class(string section, string month, string word) => $"water-class,{section},{month},{word},公布,已通报,{Scope(section)},不适用,当月,样例局,样例表,,1,";

    private static string Item(string section, string item, string value) => $"water-{item},{section},2024-06,{value},公布,已通报,{Scope(section)},不适用,当月,样例局,样例表,,1,";

    private static string Point(string point, string item, string value) => $"water-{item},{point},2024-06,{value},公布,已通报,社区点位,不适用,当月,样例局,样例表,,1,";

    private static string Scope(string section) => section[2] <= '4' ? "市级考核断面" : "其他断面";

    private static async Task<WaterMonth> SectionsAsync(StoreKind kind, params string[] lines)
    {
        await using var store = await FigureStore.NewAsync(kind);
        var imported = await store.ImportAsync(lines);
        Assert.Equal((lines.Length, 0), (imported.Value!.Batch.Added, imported.Value.Batch.Rejected));
        return await WaterMonth.SectionsAsync(store.Db, (await CurrentPack.ReadAsync(store.Db, Ct)).Value!, June, Ct);
    }
}

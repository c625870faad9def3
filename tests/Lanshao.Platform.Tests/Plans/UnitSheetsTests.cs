using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Progress;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Plans;

public class UnitSheetsTests
{
    private static readonly DateOnly Today = new(2024, 6, 10);

    [Theory, EveryStore]
    public async Task Units_ListWithAGroup_AreItsMembersInOfficialOrder(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        var sheets = await sample.SheetsAsync();

        Assert.Equal(["water", "n1", "n2", "name:区某局"], sheets.Units);
    }

    [Theory, EveryStore]
    public async Task Of_UnitMeantByAGroup_IsMarkedSo(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        var sheet = (await sample.SheetsAsync()).Of("n1");

        Assert.Equal("北门街道", sheet.UnitName);
        Assert.Equal([("1-1-1", UnitRole.Assist, "各街道"), ("1-2-1", UnitRole.Lead, "各街道"), ("1-2-2", UnitRole.Main, null)], sheet.Rows.Select(r => (r.Code, r.Role, r.Through)));
        Assert.Equal(["区水务局"], sheet.Rows[0].OtherLeads);
        Assert.Empty(sheet.Rows[1].OtherLeads);
    }

    [Theory, EveryStore]
    public async Task Of_LeadingUnit_CountsAndNamesItsPartners(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        var sheet = (await sample.SheetsAsync()).Of("water");

        Assert.Equal((3, 3, 1), (sheet.Rows.Count, sheet.Leading, sheet.EndingSoon(Today)));
        Assert.Equal(["区某局"], sheet.Rows.Single(r => r.Code == "1-1-2").OtherLeads);
    }

    [Theory, EveryStore]
    public async Task Print_Sheet_HasTheNumberAsKeyAndSaysWhoseItIs(StoreKind kind)
    {
        await using var sample = await ProgressSample.NewAsync(kind);

        var table = (await sample.SheetsAsync()).Of("n2").Print(ProgressSample.June, new(2024, 7, 3));

        Assert.Equal("南门街道任务单（2024年6月）", table.Title);
        Assert.Contains("请于7月3日前报回", table.NoteAboveLeft, StringComparison.Ordinal);
        Assert.Equal(["1-1-1", "1-2-1"], table.Rows.Select(r => r.Key));
    }
}

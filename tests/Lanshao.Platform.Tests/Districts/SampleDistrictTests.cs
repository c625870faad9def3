using System.Text.Json;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Tests.Districts.Packs;
using Xunit;

namespace Lanshao.Platform.Tests.Districts;

/// <summary>The shipped sample district against the two public documents.</summary>
public sealed class SampleDistrictTests
{
    private static readonly DateOnly Plan2022 = new(2022, 3, 1);
    private static readonly DateOnly Report2024 = new(2024, 7, 1);
    private static readonly District District = TestPack.Sample().District;

    [Fact]
    public void Subdistricts_SampleDistrict_StandInTheOfficialOrder() => Assert.Equal(
        "东华门、景山、交道口、安定门、北新桥、东四、朝阳门、建国门、东直门、和平里、前门、崇文门外、东花市、龙潭、体育馆路、天坛、永定门外、王府井",
        string.Join('、', District.Subdistricts.Select(area => area.ShortName)));

    [Fact]
    public void Grid_SampleDistrict_StandsTheNorthAboveTheSouth()
    {
        var cells = District.Subdistricts.ToDictionary(area => area.ShortName, area => area.Cell!.Value);

        Assert.True(District.HasGrid);
        Assert.Equal(["和平里", "永定门外"], [cells.MinBy(cell => cell.Value.Row).Key, cells.MaxBy(cell => cell.Value.Row).Key]);
        Assert.True(cells["天坛"].Touches(cells["永定门外"]) && cells["前门"].Touches(cells["天坛"]) && !cells["和平里"].Touches(cells["天坛"]));
    }

    [Fact]
    public void Names_EveryUnitOfThePlan_IsKnown()
    {
        var unknown = PlanUnits().Where(name => District.Names.Resolve(name, Plan2022) is null).ToList();

        Assert.Empty(unknown);
    }

    [Fact]
    public void Names_EveryUnitOfTheReport_IsKnownUnlessCutOff()
    {
        var unknown = ReportUnits().Where(name => District.Names.Resolve(name, Report2024) is null).ToList();

        Assert.Equal(["区"], unknown);   // the print is cut off there
    }

    [Theory]
    [InlineData("区科信局", "区经济和信息化局")]
    [InlineData("区发改委", "区发展改革委")]
    [InlineData("区住建委", "区住房城市建设委")]
    [InlineData("区城管委", "区城市管理委")]
    [InlineData("区城管执法局", "区城管执法局")]
    [InlineData("区卫健委", "区卫生健康委")]
    [InlineData("崇外", "崇文门外街道")]
    [InlineData("崇外街道", "崇文门外街道")]
    [InlineData("永外", "永定门外街道")]
    [InlineData("王府井管委会", "王府井地区")]
    [InlineData("东城区生态环境局", "区生态环境局")]
    public void Resolve_Abbreviation_GivesTheCurrentShortName(string raw, string expected) => Assert.Equal(expected, District.Names.Resolve(raw, Plan2022)?.Name);

    [Theory]
    [InlineData("各街道（地区）", 18)]
    [InlineData("各街道", 17)]
    public void Expand_AllAreas_GivesThemInTheOfficialOrder(string group, int count)
    {
        var members = District.Expand(District.Names.Resolve(group)!.Code, Report2024);

        Assert.Equal(District.Subdistricts.Take(count).Select(area => area.Code), members);
    }

    [Theory]
    [InlineData("河长制成员单位")]
    [InlineData("区相关部门")]
    public void Expand_GroupWithoutKnownMembers_IsUnknown(string group) => Assert.Null(District.Expand(District.Names.Resolve(group)!.Code, Report2024));

    [Fact]
    public void AreaSets_Pm25And_Dustfall_Differ()
    {
        Assert.Equal(17, District.AreaSets["subdistricts-17"].Members.Count);
        Assert.Equal(18, District.AreaSets["subdistricts-18"].Members.Count);
        Assert.DoesNotContain("wangfujing", District.AreaSets["subdistricts-17"].Members);
    }

    [Fact]
    public void Water_SectionsAndPoints_AreThoseOfTheReport()
    {
        using var report = Report();
        var sections = report.RootElement.GetProperty("tables").GetProperty("annex5").GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("section").GetString());

        Assert.Equal(sections, District.Sections.Select(section => section.Name));
        Assert.Equal(4, District.Sections.Count(section => section.IsMunicipalAssessment));
        Assert.Equal(19, District.WaterPoints.Count);
    }

    [Fact]
    public void Check_SampleDistrict_HasNoFinding() => Assert.DoesNotContain(TestPack.Sample().Check(TestPack.DistrictOnly).Findings, finding => finding.Code != "PACK-013");

    private static HashSet<string> PlanUnits()
    {
        using var plan = JsonDocument.Parse(File.ReadAllText(Reference.File("documents", "truth", "plan2022.json")));
        var measures = plan.RootElement.GetProperty("annexes").EnumerateArray().SelectMany(annex => annex.GetProperty("sections").EnumerateArray())
            .SelectMany(section => section.GetProperty("tasks").EnumerateArray()).SelectMany(task => task.GetProperty("measures").EnumerateArray());
        var names = measures.SelectMany(measure => measure.GetProperty("lead").EnumerateArray().Concat(measure.GetProperty("responsible").EnumerateArray()));
        return [.. names.Select(name => name.GetString()!.Replace("（等）", "", StringComparison.Ordinal))];
    }

    private static HashSet<string> ReportUnits()
    {
        using var report = Report();
        var tasks = report.RootElement.GetProperty("tables").GetProperty("annex7").GetProperty("rows").EnumerateArray();
        return [.. tasks.SelectMany(task => task.GetProperty("departments").EnumerateArray()).Select(name => name.GetString()!)];
    }

    private static JsonDocument Report() => JsonDocument.Parse(File.ReadAllText(Reference.File("documents", "truth", "report2024.json")));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents;
using Lanshao.Documents.Language;
using Lanshao.Platform.Alerts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>Documents that do not follow from their period alone: a subdistrict, a night, a day, a season, a measure.</summary>
public sealed class SpecialReportTests(EventfulDistrict eventful) : IClassFixture<EventfulDistrict>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<ReportKind, string, string> All => new()
    {
        { ReportKind.Subdistrict, "2024H1", "北新桥" },
        { ReportKind.Subdistrict, "2024-06", "110101005000" },
        { ReportKind.HighValue, "2024-06-28", "" },
        { ReportKind.Attainment, "2024-06-30", "" },
        { ReportKind.FloodSeason, "2024-06", "" },
        { ReportKind.Talk, "2024-06", "北新桥街道" },
        { ReportKind.Rectification, "2024-06-30", "1-1-1" },
    };

    [Theory]
    [EveryStore(ReportKind.Subdistrict, "2024H1", "北新桥", "area-pm25", "上半年，北新桥街道的PM2.5累计浓度为39.3微克/立方米")]
    [EveryStore(ReportKind.Subdistrict, "2024H1", "北新桥", "area-pm25", "在区内17个街道中居倒数第1位")]
    [EveryStore(ReportKind.Subdistrict, "2024H1", "北新桥", "area-tasks", "北新桥街道承担的措施共1项，到6月30日已完成0项")]
    [EveryStore(ReportKind.Subdistrict, "2024H1", "北新桥", "area-alerts", "有在线设备报警2件，其中查实0件，还没有结果的2件")]
    [EveryStore(ReportKind.Subdistrict, "2024-06", "北新桥", "area-month", "6月，PM2.5当月浓度为")]
    [EveryStore(ReportKind.Talk, "2024-06", "北新桥", "why-review", "本期没有导入点评周期的街道PM2.5浓度")]
    [EveryStore(ReportKind.Attainment, "2024-06-30", "", "pm25", "PM2.5年度目标为34微克/立方米。上半年平均浓度为38.0微克/立方米，同比下降2.6%，余下184天的平均浓度须控制在30.0微克/立方米以内，低于目前的平均浓度")]
    [EveryStore(ReportKind.Attainment, "2024-06-30", "", "targets", "全区年度目标共2项，已达到0项，需关注1项，尚无数据可比1项")]
    [EveryStore(ReportKind.FloodSeason, "2024-06", "", "opening", "今年汛期为6月1日—9月15日，共107天；到6月30日已过30天，余下77天")]
    [EveryStore(ReportKind.FloodSeason, "2024-06", "", "season-tasks", "写明汛期的措施有1项")]
    [EveryStore(ReportKind.HighValue, "2024-06-28", "", "alerts", "共有报警3件，其中立即处置1件，当日处置2件")]
    [EveryStore(ReportKind.HighValue, "2024-06-28", "20240628-2", "alerts", "共有报警1件")]
    [EveryStore(ReportKind.Rectification, "2024-06-30", "1-1-1", "steps", "整改措施分2个节点，见附件；到2024年6月30日的状态为")]
    public async Task Sentence_OfOneThing_SaysItsFigures(ReportKind report, string code, string about, string key, string expected, StoreKind kind)
    {
        await using var db = (await eventful.OnAsync(kind)).NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var draft = (await ReportDraft.ReadAsync(db, new ReportScope(report, period, about), null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Contains(expected, draft.Content.Body.SelectMany(block => block.Sentences).Single(sentence => sentence.Key == key).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task File_OfEveryKind_IsValidAndHasNoContradictionByTheChecker(ReportKind report, string code, string about)
    {
        var district = await eventful.OnAsync(StoreKind.Sqlite);
        await using var db = district.NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var rendered = (await RenderReport.RunAsync(db, district.Files, new ReportScope(report, period, about), Actor.Local, district.Clock, Ct)).Value!;

        using var file = WordprocessingDocument.Open(new MemoryStream(rendered.File), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Ct).Select(error => error.Description));
        var checkedFile = DocumentChecker.Check(DocumentReader.Read(rendered.File, "report.docx", ct: Ct), (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names, Ct);
        Assert.Empty(checkedFile.Findings.Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Code} {finding.Statement.Text}"));
        Assert.Equal(Enumerable.Range(1, rendered.Annexes.Count), rendered.Annexes.Select(annex => annex.Number));
        Assert.DoesNotContain("{", string.Concat(rendered.Draft.Content.Body.Select(block => block.Text)), StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task Run_TwoSubdistrictsOfOnePeriod_AreNumberedApartAndComparedEachWithItself(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var period = HalfYearDistrict.HalfYear;

        var first = (await RenderReport.RunAsync(db, district.Files, new ReportScope(ReportKind.Subdistrict, period, "北新桥"), Actor.Local, district.Clock, Ct)).Value!.Report;
        var other = (await RenderReport.RunAsync(db, district.Files, new ReportScope(ReportKind.Subdistrict, period, "交道口街道"), Actor.Local, district.Clock, Ct)).Value!.Report;
        var again = (await RenderReport.RunAsync(db, district.Files, first.Scope, Actor.Local, district.Clock, Ct)).Value!.Report;

        Assert.Equal([1, 1, 2], new[] { first, other, again }.Select(report => report.Number));
        Assert.NotEqual(first.Subject, other.Subject);
        Assert.Equal([2, 1], (await ReportQueries.MadeAsync(db, first.Scope, Ct)).Select(report => report.Number));
        Assert.True((await ReportChanges.SinceAsync(db, district.Files, other.Id, DateTime.UnixEpoch, Ct)).Value!.IsEmpty);
        Assert.Empty(await ReportQueries.MadeAsync(db, ReportScope.Of(period), Ct));
    }

    [Theory]
    [EveryStore(ReportKind.Subdistrict, "2024H1", "没有的街道", "RPT-070")]
    [EveryStore(ReportKind.Subdistrict, "2024-W26", "北新桥", "RPT-011")]
    [EveryStore(ReportKind.HighValue, "2024-06-29", "", "RPT-071")]
    [EveryStore(ReportKind.HighValue, "2024-06-28", "20240628-9", "RPT-071")]
    [EveryStore(ReportKind.FloodSeason, "2024-12", "", "RPT-072")]
    [EveryStore(ReportKind.Rectification, "2024-06-30", "9-9-9", "RPT-073")]
    [EveryStore(ReportKind.Attainment, "2019-06-30", "", "RPT-074")]
    public async Task Run_WhatIsNotThere_IsRefusedByName(ReportKind report, string code, string about, string refusal, StoreKind kind)
    {
        var district = await eventful.OnAsync(kind);
        await using var db = district.NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var rendered = await RenderReport.RunAsync(db, district.Files, new ReportScope(report, period, about), Actor.Local, district.Clock, Ct);

        Assert.Equal(refusal, rendered.Refusal?.Code);
    }

    [Theory]
    [EveryStore("2024-06-29", "high-value 2024-06-28")]
    [EveryStore("2024-07-03", "flood-season 2024-06")]
    [EveryStore("2024-07-06", "attainment 2024-06-30")]
    [EveryStore("2024-12-03", "")]
    public async Task Draft_OnItsDay_IsMadeOnce(string day, string expected, StoreKind kind)
    {
        var district = await eventful.OnAsync(kind);
        await using var db = district.NewContext();
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await db.Set<Report>().Where(report => report.MadeBy == Actor.System.Id || report.Subject == string.Empty).ExecuteDeleteAsync(Ct);

        var first = (await DraftReports.DraftAsync(db, district.Files, on, district.Clock, Ct)).Value!;
        var again = (await DraftReports.DraftAsync(db, district.Files, on, district.Clock, Ct)).Value!;

        Assert.Equal(expected, string.Join(' ', first.Select(scope => $"{ReportKinds.CodeOf(scope.Kind)} {scope.Period.Code}")));
        Assert.Empty(again);
    }

    [Theory, EveryStore]
    public async Task Annex_OfTheTargets_SaysWhyALineCannotBeDrawn(StoreKind kind)
    {
        await using var db = (await eventful.OnAsync(kind)).NewContext();

        var draft = (await ReportDraft.ReadAsync(db, new ReportScope(ReportKind.Attainment, Period.Day(new(2024, 6, 30))), null, DateTime.UnixEpoch, Ct)).Value!;

        var rows = Assert.Single(draft.Annexes.All).Table.Rows.Select(row => string.Join('|', row.Cells.Skip(3).Select(cell => cell.Text)));
        Assert.Equal(["38.0|2024年上半年|需关注|余下184天须控制在30.0以内", "—|—|无数据|没有同口径的累计数，不测算"], rows);
        Assert.Contains(draft.Drafts, fact => fact is { Annex: 1, Row: 1, Column: 4, Fact.Name: "attainment.pm25" });
    }
}

/// <summary>One district a store with figures, a plan with targets, and a night with alerts.</summary>
public sealed class EventfulDistrict : IAsyncLifetime
{
    public static readonly DateOnly Night = new(2024, 6, 28);
    private const string Area = "北新桥街道";
    private readonly Dictionary<StoreKind, HalfYearDistrict> _districts = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (var district in _districts.Values)
        {
            await district.DisposeAsync();
        }
    }

    // Tests of one class follow one another.
    internal async Task<HalfYearDistrict> OnAsync(StoreKind kind)
    {
        if (!_districts.TryGetValue(kind, out var district))
        {
            _districts[kind] = district = await HalfYearDistrict.NewAsync(kind);
            await FillAsync(district);
        }

        return district;
    }

    private static async Task FillAsync(HalfYearDistrict district)
    {
        await using var db = district.NewContext();
        var pack = (await CurrentPack.ReadAsync(db, Ct)).Value!;
        var area = pack.District.Names.Resolve(Area)!.Code;
        AddPlan(db, area);
        var rules = pack.Read(AlertRules.Part);
        var rule = rules.All[0];
        for (var number = 1; number <= 3; number++)
        {
            var draft = new AlertDraft(rule, Night, number == 1 ? AlertGrade.Immediate : AlertGrade.SameDay, string.Empty, $"{number}", $"样张设备{number}", number < 3 ? area : null, ChinaTime.StartUtc(Night).AddHours(20 + number), false, "夜间值班");
            db.Add(Alert.Raise(draft, $"20240628-{number}", pack.Revision));
        }

        Assert.Null(await db.SaveAsync(Actor.Local, district.Clock, Ct));
    }

    private static void AddPlan(LanshaoContext db, string area)
    {
        var plan = ActionPlan.Begin("2024", 2024, PlanKind.Annual, Period.Year(2024));
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        plan.Put(ids[0], new(
            null,
            "细颗粒物年均浓度控制在34微克/立方米左右，每季度核对一次。",
            new("年底前", DeadlineKind.By, null, new(2024, 12, 31)),
            [new(UnitRole.Lead, "甲局", null, false)],
            false,
            [new(new(2024, 3, 31), "3月底前完成第一次核对")],
            [Target("细颗粒物年均浓度", "pm25", 34m, "µg/m³"), Target("样张指标", null, 5m, "个")],
            []), null);
        plan.Put(ids[1], new(null, "汛期前清掏雨水管涵，每周巡查一次。", new("6月底前", DeadlineKind.By, null, new(2024, 6, 30)), [new(UnitRole.Lead, Area, area, false)], false, [], [], []), null);
        OutlineTask[] tasks = [new("1", "1", "样张空气任务", 0, [ids[0]]), new("2", "2", "样张汛期任务", 0, [ids[1]])];
        plan.Arrange(new("样张年度计划", null, null, 2024, PlanKind.Annual, "2024", [new(1, "样张计划", PlanDomain.Other, ["序号", "工作措施", "完成时限", "牵头单位"], [new(1, "一、样张")], tasks)]));
        db.Add(plan);
    }

    private static TargetContent Target(string indicator, string? code, decimal value, string unit) =>
        new(indicator, code, TargetComparator.AtMost, value, null, unit, "全区", Place.District.Code, null, default, indicator, false, null, null, null);
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>The weekly bulletin and the monthly review: what they say of stored figures and due tasks, and what they honestly leave out.</summary>
public sealed class RegularReportTests(PublishedDistrict published) : IClassFixture<PublishedDistrict>
{
    private static readonly Period Week = Period.Week(2024, 26);
    private static readonly Period Month = Period.Month(2024, 6);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore("2024-W26", "own-air", "本周的全区平均浓度还没有公布")]
    [EveryStore("2024-W26", "so-far-air", "上半年，全区PM2.5累计平均浓度为38.0微克/立方米，同比下降2.6%，在全市各区中居第14位")]
    [EveryStore("2024-W26", "rank-pm25", "17个街道的PM2.5累计浓度在37.6—39.3微克/立方米之间，最高的是北新桥街道")]
    [EveryStore("2024-W26", "due", "今年没有导入任务清单")]
    [EveryStore("2024-W26", "returns", "本周没有单位报送进展")]
    [EveryStore("2024-W25", "rank-pm25", "今年以来还没有街道PM2.5累计浓度")]
    [EveryStore("2024-06", "review-pm25", "本月点评周期的街道PM2.5浓度没有导入")]
    [EveryStore("2024-06", "own-pm25", "6月，17个街道的PM2.5当月浓度在23.8—26.2微克/立方米之间，最高的是交道口街道")]
    [EveryStore("2024-06", "points-own", "无水的1个，Ⅰ—Ⅲ类的6个，Ⅳ类的8个")]
    [EveryStore("2024-06", "sections", "上半年，市级考核断面4个都达到水质目标，优良水体比例75%")]
    public async Task Sentence_OfStoredFigures_SaysThemOrThatThereAreNone(string code, string key, string expected, StoreKind kind)
    {
        await using var district = code == "2024-W25" ? await HalfYearDistrict.NewAsync(kind) : null;
        await (district?.AddDutiesAsync(("样张措施", new(2024, 6, 20), "甲局")) ?? Task.CompletedTask);
        await using var db = (district ?? await published.OnAsync(kind)).NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var draft = (await ReportDraft.ReadAsync(db, period, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Contains(expected, Sentence(draft, key), StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task Due_MeasuresOfTheWeekAfterItAndLate_AreSaidAndListed(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddDutiesAsync(("本周甲事", new(2024, 6, 30), "甲局"), ("本周乙事", new(2024, 6, 24), "乙局"), ("下周丙事", new(2024, 7, 14), "丙局"), ("远处丁事", new(2024, 7, 15), "丁局"), ("早该戊事", new(2024, 6, 23), "戊局"));
        await using var db = district.NewContext();

        var draft = (await ReportDraft.ReadAsync(db, Week, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Equal("本周到期的任务节点有2项，没有完成或没有报完成的2项，牵头单位是乙局、甲局。", Sentence(draft, "due"));
        Assert.Equal("7月1日—7月14日还有1项到期，牵头单位是丙局，请提前核对进展。", Sentence(draft, "due-next"));
        Assert.StartsWith("已过时限没有完成的节点有1项，牵头单位是戊局", Sentence(draft, "overdue"), StringComparison.Ordinal);
        var list = draft.Annexes.All[^1].Table;
        Assert.Equal("到期任务清单", list.Title);
        Assert.Equal(["本周到期", "本周乙事", "本周甲事", "7月1日—7月14日到期", "下周丙事", "已逾期", "早该戊事"], list.Rows.Select(row => row.IsSection ? row.Cells[0].Text : row.Cells[2].Text));
    }

    [Theory, EveryStore]
    public async Task Review_FiguresOfAReviewPeriod_AreRankedAndPrintedFirst(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var half = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == "pm25" && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(Ct);
        var rows = half.Where(value => value.Place != Place.District).Select(value => FigureRow.Of(value) with { Period = "2024-05-21..2024-06-20", PeriodBasis = "点评周期" }).ToList();
        Assert.Equal(17, (await PublishFigures.RunAsync(db, rows, Actor.Local, district.Clock, Ct)).Value?.Stored);

        var draft = (await ReportDraft.ReadAsync(db, Month, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.StartsWith("5月21日—6月20日为本月的点评周期，17个街道的PM2.5浓度在37.6—39.3微克/立方米之间，末位是北新桥街道", Sentence(draft, "review-pm25"), StringComparison.Ordinal);
        Assert.Equal("各街道2024年5月21日—6月20日点评周期PM2.5浓度情况", draft.Annexes.All[0].Table.Title);
        Assert.Equal(["区倒排名", "市倒排名", "街道", "浓度（一位小数）", "浓度（取整）", "同比变化"], draft.Annexes.All[0].Table.Columns.Select(column => string.Concat(column.Heads[^1].Split('\n'))));
        Assert.StartsWith("上半年，17个街道", Sentence(draft, "rank-pm25"), StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task Review_OwnHoursOfARegisteredRound_AreRankedAsComputed(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var half = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == "pm25" && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(Ct);
        var rows = half.Where(value => value.Place != Place.District).Select(value => FigureRow.Of(value) with { Period = "2024-05-21..2024-06-20", PeriodBasis = "点评周期", Basis = FigureBasis.Computed, Status = FigureStatus.Preliminary, Source = "区级小时数据" }).ToList();
        Assert.Equal(17, (await PublishFigures.RunAsync(db, rows, Actor.Local, district.Clock, Ct)).Value?.Stored);
        var without = (await ReportDraft.ReadAsync(db, Month, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Null((await SaveReviewPeriod.RunAsync(db, new(6, "pm25", new(2024, 5, 21), new(2024, 6, 20), "样例通知", string.Empty, 0), Actor.Local, district.Clock, Ct)).Refusal);
        var draft = (await ReportDraft.ReadAsync(db, Month, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Contains("没有导入", Sentence(without, "review-pm25"), StringComparison.Ordinal);
        Assert.StartsWith("5月21日—6月20日为本月的点评周期，17个街道的PM2.5浓度在37.6—39.3微克/立方米之间，末位是北新桥街道", Sentence(draft, "review-pm25"), StringComparison.Ordinal);
        Assert.StartsWith("本轮共31天，是今年第6轮，起止日依据样例通知。市级没有公布本轮的街道浓度", Sentence(draft, "review-basis"), StringComparison.Ordinal);
        Assert.Contains("有效天数不足28天的街道不排名", Sentence(draft, "review-basis"), StringComparison.Ordinal);
        Assert.Contains(draft.Annexes.All[0].Table.NotesBelow, note => note.Contains("自动计算，初步", StringComparison.Ordinal));
    }

    [Theory, EveryStore]
    public async Task Review_FigureOnOtherGrounds_TakesNoPlaceInTheSentencesEither(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var half = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == "pm25" && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(Ct);
        var rows = half.Where(value => value.Place != Place.District).Select(value => FigureRow.Of(value) with { Period = "2024-05-21..2024-06-20", PeriodBasis = "点评周期", StationScope = value.Number == 39.3m ? "国控" : "街道站" }).ToList();
        Assert.Equal(17, (await PublishFigures.RunAsync(db, rows, Actor.Local, district.Clock, Ct)).Value?.Stored);

        var draft = (await ReportDraft.ReadAsync(db, Month, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Contains("16个街道的PM2.5浓度在37.6—39.0微克/立方米之间，末位是龙潭街道，后三位是龙潭、东直门", Sentence(draft, "review-pm25"), StringComparison.Ordinal);
        Assert.EndsWith("。另有1个（北新桥街道）站点口径不同，不参与排名。", Sentence(draft, "review-pm25"), StringComparison.Ordinal);
        Assert.StartsWith("本轮共31天。名次按市级公布的街道浓度编排，公布数7月1日入库", Sentence(draft, "review-basis"), StringComparison.Ordinal);
    }

    [Theory]
    [EveryStore("2024-W26", "大气污染防治周通报", "2024年第26期")]
    [EveryStore("2024-06", "污染防治工作月度点评", "2024年第6期")]
    public async Task File_ValidWithRedHeadAndSignature_HasNoContradictionByTheChecker(string code, string mark, string number, StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddDutiesAsync(("本周甲事", new(2024, 6, 30), "甲局"), ("早该戊事", new(2024, 6, 3), "戊局"));
        await using var db = district.NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var rendered = (await RenderReport.RunAsync(db, district.Files, period, Actor.Local, district.Clock, Ct)).Value!;

        using var file = WordprocessingDocument.Open(new MemoryStream(rendered.File), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Ct).Select(error => error.Description));
        var document = DocumentReader.Read(rendered.File, "report.docx", ct: Ct);
        var paragraphs = document.Blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text).ToList();
        Assert.Equal([mark, number], paragraphs.Where(text => text.Length > 0).Take(2));
        Assert.Contains("北京市东城区生态环境局", paragraphs);
        var report = DocumentChecker.Check(document, (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names, Ct);
        Assert.Empty(report.Findings.Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Code} {finding.Statement.Text}"));
        Assert.True(report.Checked > 200);
        Assert.Empty(DocumentChecker.Check(document, (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names, rendered.Draft, Ct).Findings.Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Code} {finding.Statement.Text}"));
    }

    [Theory]
    [EveryStore("2024-07-01", "2024-W26")]
    [EveryStore("2024-07-02", "")]
    [EveryStore("2024-07-05", "2024-06")]
    public async Task Draft_OnItsDay_IsMadeOnce(string day, string expected, StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var first = (await DraftReports.DraftAsync(db, district.Files, on, district.Clock, Ct)).Value!;
        var again = (await DraftReports.DraftAsync(db, district.Files, on, district.Clock, Ct)).Value!;

        Assert.Equal(expected, string.Join(' ', first.Select(scope => scope.Period.Code)));
        Assert.Empty(again);
        var kept = await db.Set<Report>().AsNoTracking().ToListAsync(Ct);
        Assert.All(kept, report => Assert.Equal((DocumentStep.Drafting, Actor.System.Id, expected), (report.Step, report.MadeBy, report.Period.Code)));
        Assert.Equal(first.Count, kept.Count);
    }

    [Theory, EveryStore]
    public async Task Draft_WeekOfWhichNothingIsKnown_IsLeftOut(StoreKind kind)
    {
        await using var db = (await published.OnAsync(kind)).NewContext();

        Assert.Empty((await DraftReports.DraftAsync(db, (await published.OnAsync(kind)).Files, new(2019, 7, 1), (await published.OnAsync(kind)).Clock, Ct)).Value!);
    }

    private static string Sentence(ReportDraft draft, string key) => draft.Content.Body.SelectMany(block => block.Sentences).Single(sentence => sentence.Key == key).Text;
}

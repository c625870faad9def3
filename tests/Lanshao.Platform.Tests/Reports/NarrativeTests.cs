using System.Text.RegularExpressions;
using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>The narrative of the half-year report: every figure a fact, nothing that its tables contradict, and what changes when a value does.</summary>
public sealed partial class NarrativeTests(PublishedDistrict published) : IClassFixture<PublishedDistrict>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore("air-pm25", "38.0微克/立方米，同比下降2.6%，比2019年同期下降22.4%；在全市各区中居第14位")]
    [EveryStore("air-good-days", "122天，比去年同期增加3天，优良天数比率67.0%；重污染1天（扣除沙尘影响）")]
    [EveryStore("air-dustfall", "1—5月，全区累计降尘量为3.1吨/平方公里·月")]
    [EveryStore("pm25-range", "17个街道的PM2.5累计浓度按整数在38—39微克/立方米之间；按一位小数，最高的是北新桥街道（39.3微克/立方米），最低的是天坛、前门、永定门外街道（37.6微克/立方米），排在区内后三位的是北新桥、龙潭、东直门街道")]
    [EveryStore("pm25-change", "13个街道同比下降，1个持平（北新桥街道），3个上升（东直门、东四、朝阳门街道），同比变化在下降9.5%—上升2.7%之间")]
    [EveryStore("pm25-city", "9个街道并列全市倒数第10位，都在全市后30名之内")]
    [EveryStore("tsp-range", "在96—108微克/立方米之间")]
    [EveryStore("tsp-city", "没有街道进入全市后30名")]
    [EveryStore("dustfall-change", "同比上升的有17个，下降的有1个（景山街道），同比变化在下降24.2%—上升65.1%之间")]
    [EveryStore("dust-patrol", "扬尘问题32683件，积尘未清扫最多，有12443件，占38.1%")]
    [EveryStore("sections-met", "4个断面都达到水质目标，优良水体比例75%，没有劣Ⅴ类")]
    [EveryStore("points", "社区监测点位19个，无水的1个；平均水质为Ⅰ—Ⅲ类的13个，Ⅳ类的1个，Ⅴ类的4个（柳荫湖、龙潭东湖、龙潭中湖、龙潭西湖）")]
    [EveryStore("work-dust", "清扫屋顶554万平方米，揭网见绿1.23万平方米")]
    public async Task Sentence_PublishedHalfYear_SaysWhatTheFiguresSay(string key, string expected, StoreKind kind)
    {
        await using var db = (await published.OnAsync(kind)).NewContext();

        var draft = (await ReportDraft.ReadAsync(db, HalfYearDistrict.HalfYear, null, DateTime.UnixEpoch, Ct)).Value!;

        Assert.Contains(expected, Sentence(draft.Content, key), StringComparison.Ordinal);
    }

    [Theory]
    [EveryStore]
    public async Task Chart_PublishedHalfYear_DrawsTheRowsOfItsTable(StoreKind kind)
    {
        await using var db = (await published.OnAsync(kind)).NewContext();

        var draft = (await ReportDraft.ReadAsync(db, HalfYearDistrict.HalfYear, null, DateTime.UnixEpoch, Ct)).Value!;

        var charts = draft.Content.Body.Select(block => block.Chart).OfType<ReportContent.Chart>().ToList();
        var drawn = draft.Charts.Find("pm25-ranking")!.Figures!.Rows.Select(row => $"{row[0]} {row[1]}").ToHashSet();
        Assert.Equal(["图1　各街道2024年1—6月PM2.5累计浓度情况", "图2　各街道2024年1—6月TSP累计浓度情况（位置示意）", "图3　各街道（地区）2024年1—6月累计降尘量情况"], charts.Select(chart => chart.Caption));
        Assert.Equal(["PM2.5逐月图", "空气质量日历", "风向频率与各风向PM2.5浓度图"], draft.Findings.Where(finding => finding.Code == "RPT-033").Select(finding => finding.Arguments["table"]));
        Assert.Equal("单位：微克/立方米；数据来源：北京市生态环境局", charts[0].Source);
        Assert.True(drawn.SetEquals(draft.Content.Annexes[0].Rows.Select(row => $"{row.Cells[2]} {row.Cells[3]}")), string.Join('；', drawn));
    }

    [Theory, EveryStore]
    public async Task Chart_MonthsAndDaysOfTheDistrict_AreDrawnWithTheirSources(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var whole = FigureRow.Of(await db.Set<IndicatorValue>().AsNoTracking().SingleAsync(value => value.Indicator == "pm25" && value.Place == Place.District && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear, Ct));
        FigureRow Row(string period, decimal number) => whole with { Period = period, PeriodBasis = "当月", Number = number, Written = number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        _ = await PublishFigures.RunAsync(db, [Row("2024-01", 40.25m), Row("2024-02", 51m), Row("2024-04", 30m), Row("2024-07", 9m), Row("2023-01", 44m), Row("2024-01-01", 80m), Row("2024-01-02", 20m)], Actor.Local, district.Clock, Ct);

        var draft = (await ReportDraft.ReadAsync(db, HalfYearDistrict.HalfYear, null, DateTime.UnixEpoch, Ct)).Value!;

        var months = draft.Charts.Find("pm25", ChartKind.Trend)!;
        Assert.Equal(["1月", "40.2", "44.0"], months.Figures!.Rows[0]);
        Assert.Equal(["2月", "51.0", "—"], months.Figures.Rows[1]);
        Assert.Equal(["—", "30.0"], months.Figures.Rows.Skip(2).Select(row => row[1]));
        Assert.Equal("2月最高（51.0），4月最低（30.0）；与去年同月可比的1个月中高于去年的0个月", months.Description);
        Assert.Equal("优1，轻度污染1，无数据180", draft.Charts.Find("good-days", ChartKind.Calendar)!.Description);
        var captions = draft.Content.Body.Select(block => block.Chart).OfType<ReportContent.Chart>().ToList();
        Assert.Equal(["图1　东城区2024年各月PM2.5浓度与去年同月比较", "图2　东城区2024年上半年空气质量日历"], captions.Take(2).Select(chart => chart.Caption));
        Assert.EndsWith("；有数据2天，其中优良1天；格内为类别首字", captions[1].Source, StringComparison.Ordinal);
        Assert.Equal("风向频率与各风向PM2.5浓度图", Assert.Single(draft.Findings, finding => finding.Code == "RPT-033").Arguments["table"]);
    }

    [Theory]
    [EveryStore]
    public async Task Sentence_EveryFigure_IsTheFigureOfAFactOrAWordOfThePeriod(StoreKind kind)
    {
        await using var db = (await published.OnAsync(kind)).NewContext();
        var draft = (await ReportDraft.ReadAsync(db, HalfYearDistrict.HalfYear, null, DateTime.UnixEpoch, Ct)).Value!;

        foreach (var sentence in draft.Content.Body.Where(block => block.Level == 0).SelectMany(block => block.Sentences))
        {
            var facts = sentence.Facts.Select(draft.Catalogue.Find).ToList();
            var known = facts.SelectMany(fact => new[] { fact!.Shown.TrimStart('-'), fact.Figure is { } figure ? (figure.Shown / 10000m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : string.Empty, fact.Period.ChineseText });
            var words = draft.Catalogue.Words.Values.Append("PM2.5").Append("PM10").Append("SO2").Append("NO2").Append("2019年同期").Append("1月1日").Concat(known).ToList();

            Assert.All(Digits().Matches(sentence.Text), match => Assert.Contains(words, word => word.Contains(match.Value, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [EveryStore]
    public async Task Report_ByItsOwnChecker_HasNoContradiction(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddTasksAsync([new("一、样张", "1", "样张任务", ["甲局"], "已办", "是"), new("一、样张", "2", "样张任务二", ["甲局"], "已办", "建议协调")]);
        await using var db = district.NewContext();
        var rendered = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        var names = (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names;
        var report = DocumentChecker.Check(DocumentReader.Read(rendered.File, "report.docx", ct: Ct), names, Ct);

        Assert.Empty(report.Findings.Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Code} {finding.Statement.Text}"));
        Assert.True(report.Checked > 400);
    }

    [Theory, EveryStore]
    public async Task Since_OneValueChanged_ShowsExactlyWhatReadsDifferently(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var kept = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report;
        var untouched = (await ReportChanges.SinceAsync(db, district.Files, kept.Id, DateTime.UnixEpoch, Ct)).Value!;

        await ChangeAsync(db, district, "dustfall", value => value.Number == 7.1m, 7.3m);
        var changed = (await ReportChanges.SinceAsync(db, district.Files, kept.Id, DateTime.UnixEpoch, Ct)).Value!;

        Assert.True(untouched.IsEmpty);
        var sentence = Assert.Single(changed.Sentences);
        Assert.Equal(("dustfall-range", "（二）各街道（地区）空气"), (sentence.Key, sentence.Under));
        Assert.Equal([new("dustfall-ranking.max", "降尘量：最高值", "7.1吨/平方公里·月", "7.3吨/平方公里·月")], sentence.Figures);
        var chart = Assert.Single(changed.Charts);
        Assert.StartsWith("图", chart.Caption, StringComparison.Ordinal);
        Assert.Equal([("7.1", "7.3")], chart.Points.Select(point => (point.Before, point.Now)));
        Assert.Equal([(3, "累计降尘量", "7.1", "7.3")], changed.Cells.Select(cell => (cell.Annex, cell.Column, cell.Before, cell.Now)));
    }

    [Theory, EveryStore]
    public async Task Move_ToTheArchive_SealsAtSigningAndKeepsTheFiguresAsTheyWere(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var id = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report.Id;
        await MoveAsync(district, id, DocumentStep.Submitted);
        await ChangeAsync(db, district, "dustfall", value => value.Number == 7.1m, 7.3m);

        var refused = await StepAsync(district, id);
        var signed = await StepAsync(district, id, knowing: true);

        Assert.Equal(("RPT-029", "1", "1", "1"), (refused.Refusal!.Code, refused.Refusal.Arguments["sentences"], refused.Refusal.Arguments["charts"], refused.Refusal.Arguments["cells"]));
        Assert.Equal((DocumentStep.SignedOff, 64), (signed.Value!.Step, signed.Value.SealSha256!.Length));
        var content = (await ReportChanges.ContentAsync(db, district.Files, id, Ct)).Value!;
        Assert.Contains("4.7—7.1吨", Sentence(content, "dustfall-range"), StringComparison.Ordinal);
        Assert.True(await ReportChanges.IsIntactAsync(db, district.Files, signed.Value, Ct));
        Assert.Equal("RPT-023", (await StepAsync(district, id, isReturn: true)).Refusal?.Code);
        await MoveAsync(district, id, DocumentStep.Archived);
        Assert.Equal("RPT-021", (await StepAsync(district, id)).Refusal?.Code);
    }

    [Theory]
    [EveryStore]
    public async Task Move_Back_AsksForTheReasonAndKeepsIt(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var id = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report.Id;

        Assert.Equal("RPT-023", (await StepAsync(district, id, isReturn: true, note: "尚未送出")).Refusal?.Code);
        await MoveAsync(district, id, DocumentStep.SectionReview);
        Assert.Equal("RPT-024", (await StepAsync(district, id, isReturn: true, note: " ")).Refusal?.Code);
        var returned = (await StepAsync(district, id, isReturn: true, note: "缺降尘量说明")).Value!;

        Assert.Equal((DocumentStep.Drafting, "缺降尘量说明", true), (returned.Step, returned.Moves[^1].Note, returned.Moves[^1].IsReturn));
        Assert.Equal(2, returned.Moves.Count);
    }

    [Theory]
    [EveryStore]
    public async Task Reword_SentenceChangedAddedAndLeftOut_IsANewVersionThatFollowsTheFigures(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var first = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report.Id;
        var paragraph = (await RewordReport.ReadAsync(db, district.Files, first, DateTime.UnixEpoch, Ct)).Value!.Paragraphs.First(one => one.Sentences.Any(sentence => sentence.Key == "air-pm25"));

        var reworded = (await RewordReport.RunAsync(db, district.Files, new(first, new Dictionary<string, string> { ["air-pm25"] = "PM2.5平均{pm25}。", ["air-others"] = " " }, new Dictionary<int, string> { [paragraph.Number] = "另有优良天数{good-days}。" }), Actor.Local, district.Clock, Ct)).Value!;

        Assert.Equal(2, reworded.Report.Number);
        Assert.Equal("PM2.5平均38.0微克/立方米。", Sentence(reworded.Draft.Content, "air-pm25"));
        var difference = (await ReportChanges.BetweenAsync(db, district.Files, first, reworded.Report.Id, Ct)).Value!;
        Assert.Equal(["另有优良天数122天。"], difference.Sentences.Where(sentence => sentence.Before is null).Select(sentence => sentence.Now));
        Assert.Equal(["air-others"], difference.Sentences.Where(sentence => sentence.Now is null).Select(sentence => sentence.Key));
        await ChangeAsync(db, district, "good-days", value => value.Number == 122m, 123m);
        var since = (await ReportChanges.SinceAsync(db, district.Files, reworded.Report.Id, DateTime.UnixEpoch, Ct)).Value!;
        Assert.Contains("另有优良天数123天。", since.Sentences.Select(sentence => sentence.Now));
    }

    [Theory]
    [EveryStore("没有{no-such}。", "RPT-031")]
    [EveryStore("坏了{pm25。", "RPT-020")]
    public async Task Reword_TextThatCannotBeSaid_IsRefused(string say, string code, StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();
        var first = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report.Id;

        var reworded = await RewordReport.RunAsync(db, district.Files, new(first, new Dictionary<string, string> { ["air-pm25"] = say }, new Dictionary<int, string>()), Actor.Local, district.Clock, Ct);

        Assert.Equal(code, reworded.Refusal?.Code);
    }

    [Theory]
    [EveryStore]
    public async Task Move_OlderVersion_IsRefusedOnceThereIsALaterOne(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var first = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report.Id;
        await ChangeAsync(db, district, "pm25", value => value.Number == 39.3m, 39.4m);
        var second = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report.Id;

        var difference = (await ReportChanges.BetweenAsync(db, district.Files, first, second, Ct)).Value!;

        Assert.Equal("RPT-028", (await StepAsync(district, first)).Refusal?.Code);
        Assert.Equal(["pm25-range"], difference.Sentences.Select(sentence => sentence.Key));
        Assert.Equal([("北新桥街道", "39.3", "39.4")], difference.Cells.Select(cell => (cell.Row, cell.Before, cell.Now)));
    }

    private static string Sentence(ReportContent content, string key) => content.Body.SelectMany(block => block.Sentences).Single(sentence => sentence.Key == key).Text;

    private static async Task MoveAsync(HalfYearDistrict district, Guid id, DocumentStep to)
    {
        for (var step = default(DocumentStep); step < to;)
        {
            var moved = await StepAsync(district, id);
            Assert.False(moved.IsRefused, moved.Refusal?.Code);
            step = moved.Value!.Step;
        }
    }

    private static async Task<Outcome<Report>> StepAsync(HalfYearDistrict district, Guid id, bool isReturn = false, string? note = null, bool knowing = false)
    {
        await using var db = district.NewContext();
        var version = await db.Set<Report>().Where(report => report.Id == id).Select(report => report.Version).SingleAsync(Ct);
        return await MoveReport.RunAsync(db, district.Files, new(id, isReturn, note, knowing, version), Actor.Local, district.Clock, Ct);
    }

    private static async Task ChangeAsync(LanshaoContext db, HalfYearDistrict district, string indicator, Func<IndicatorValue, bool> which, decimal number)
    {
        var stored = (await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.Indicator == indicator && value.EndedUtc == null && value.Period == HalfYearDistrict.HalfYear).ToListAsync(Ct)).Single(value => which(value));
        var row = FigureRow.Of(stored) with { Number = number, Written = number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(1, (await PublishFigures.RunAsync(db, [row], Actor.Local, district.Clock, Ct)).Value?.Stored);
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}

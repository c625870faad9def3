using System.IO.Compression;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Progress;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Inspection;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Inspection;

/// <summary>The folder that an inspection is handed: everything that is held, and on its first page what is not.</summary>
public sealed class InspectionFolderTests
{
    private static readonly DateOnly Today = new(2024, 7, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Write_DutiesFiguresAndAnIssuedReport_HoldsThemWithTheGapsOnTheFirstPage(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddDutiesAsync(("样张甲事", new(2024, 6, 20), "甲局"), ("样张乙事", new(2024, 12, 20), "乙局"));
        await using var db = district.NewContext();
        var report = await IssueAsync(district, db);
        var papers = (await InspectionPapers.ReadAsync(db, new(HalfYearDistrict.HalfYear, null, null), Today, Ct)).Value!;

        await using var folder = await InspectionFolder.WriteAsync(papers, district.Files, ChinaTime.NowUtc(district.Clock), Ct);

        await using var zip = new ZipArchive(folder, ZipArchiveMode.Read);
        var issued = $"05 已印发文稿/01 {report.Title}（第1次）.docx";
        string[] tables = ["01 年度计划任务", "02 工作进展", "03 目标和现值", "04 数字和出处"];
        Assert.Equal(["00 封面、缺项和目录.docx", .. tables.SelectMany(name => new[] { name + ".docx", name + ".xlsx" }), issued, "06 佐证材料目录.docx", "06 佐证材料目录.xlsx"], zip.Entries.Select(entry => entry.FullName));
        var first = DocumentReader.Read(await BytesAsync(zip, "00 封面、缺项和目录.docx"), "first.docx", ct: Ct);
        var said = first.Blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text).ToList();
        Assert.Contains("1.措施没有报送进展的有2项：1-1-1、1-2-1。", said);
        Assert.Contains("2.措施已过时限没有完成的有1项：1-1-1。", said);
        Assert.True(said.FindIndex(text => text.StartsWith("1.措施", StringComparison.Ordinal)) < said.IndexOf("二、目录"));
        Assert.Equal(await FileAsync(district, report.FileSha256), await BytesAsync(zip, issued));
        var figures = DocumentReader.Read(await BytesAsync(zip, "04 数字和出处.docx"), "figures.docx", ct: Ct).Tables.Single();
        Assert.Contains(figures.Rows, row => row.Cells[0].Text == "PM2.5累计浓度" && row.Cells[1].Text == "东城区" && row.Cells[3].Text == "38.0");
        Assert.Contains(figures.Rows, row => row.Cells[0].Text == "优良天数" && row.Cells[3].Text == "122" && row.Cells[7].Text.Contains("公布", StringComparison.Ordinal));
    }

    [Theory, EveryStore]
    public async Task Write_OneTaskWithoutReturnsOrProofs_IsNamedAndSaysSoInItsTables(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddDutiesAsync(("样张甲事", new(2024, 6, 20), "甲局"), ("样张乙事", new(2024, 12, 20), "乙局"));
        await using var db = district.NewContext();
        var papers = (await InspectionPapers.ReadAsync(db, new(HalfYearDistrict.HalfYear, null, "1-1"), Today, Ct)).Value!;

        await using var folder = await InspectionFolder.WriteAsync(papers, district.Files, ChinaTime.NowUtc(district.Clock), Ct);

        await using var zip = new ZipArchive(folder, ZipArchiveMode.Read);
        Assert.Equal("任务1-1“样张甲事”", papers.Subject);
        foreach (var (name, none) in new[] { ("02 工作进展", "这一时段没有报送进展"), ("04 数字和出处", "这一时段没有可比的数字"), ("06 佐证材料目录", "没有登记佐证") })
        {
            var rows = DocumentReader.Read(await BytesAsync(zip, name + ".docx"), "table.docx", ct: Ct).Tables.Single().Rows;
            Assert.Contains(none, Assert.Single(rows.Skip(1)).Cells.Select(cell => cell.Text));
        }
    }

    [Theory]
    [EveryStore(DocumentStep.SignedOff, 0)]
    [EveryStore(DocumentStep.Issued, 1)]
    [EveryStore(DocumentStep.Archived, 1)]
    public async Task Read_DocumentsThatHaveGoneOut_AreAmongThePapers(DocumentStep until, int expected, StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        _ = await IssueAsync(district, db, until);

        var papers = (await InspectionPapers.ReadAsync(db, new(HalfYearDistrict.HalfYear, null, null), Today, Ct)).Value!;

        Assert.Equal(expected, papers.Issued.Count);
    }

    [Theory, EveryStore]
    public async Task Read_ProgressAndProofsOfOneTask_LeavesTheOthersOut(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddDutiesAsync(("样张甲事", new(2024, 6, 20), "甲局"), ("样张乙事", new(2024, 12, 20), "乙局"));
        await using var db = district.NewContext();
        var measures = await db.Set<Measure>().OrderBy(measure => measure.Ordinal).ToListAsync(Ct);
        var sent = UnitReport.Begin(measures[0].PlanId, Period.Month(2024, 6), "甲局");
        Assert.Null(sent.Write(measures[0].Id, new("办了甲事")).Refusal);
        Assert.Null(sent.Write(measures[1].Id, new("办了乙事")).Refusal);
        Assert.Null(sent.Submit(nothing: false, Today).Refusal);
        db.Add(sent);
        db.Add(Evidence.Add(measures[1].Id, "乙事照片", new(2024, 6, 3), "乙局", null, Actor.Local, ChinaTime.NowUtc(district.Clock)).Value!);
        Assert.Null(await db.SaveAsync(Actor.Local, district.Clock, Ct));

        var papers = (await InspectionPapers.ReadAsync(db, new(HalfYearDistrict.HalfYear, null, measures[1].Code), Today, Ct)).Value!;

        Assert.Equal([measures[1].Code], papers.Measures.Select(row => row.Code));
        Assert.Equal(["办了乙事"], papers.Said.Select(entry => entry.Text));
        Assert.Equal(["乙事照片"], papers.Proofs.Select(proof => proof.Name));
        Assert.Equal(["佐证只登记了名称，文件不在库里的有1项：乙事照片。", "这一时段没有登记到“已印发”的文稿。"], papers.Gaps);
    }

    [Theory, EveryStore]
    public async Task Read_TargetsOfSubdistricts_StandBesideTheirOwnFigures(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var value = await db.Set<IndicatorValue>().Where(one => one.Indicator == "pm25" && one.Place != Place.District && one.EndedUtc == null).OrderByDescending(one => one.Number).FirstAsync(Ct);
        await district.AddDutiesAsync([Target(value.Place.Code, "有数街道"), Target(null, "其余街道"), Target(Place.District.Code, "全区")], ("样张甲事", new(2024, 6, 20), "甲局"));

        var papers = (await InspectionPapers.ReadAsync(db, new(HalfYearDistrict.HalfYear, null, "1-1-1"), Today, Ct)).Value!;

        Assert.NotEqual(38.0m, value.Number);
        Assert.Equal([value.Number, null, 38.0m], papers.Targets.Select(aim => aim.Figures.Now?.Number));
        Assert.Contains(papers.Figures, figure => figure.Place == "有数街道" && figure.Value.Id == value.Id);
        Assert.Contains("目标没有可比的数字的有1项：1-1-1。", papers.Gaps);
    }

    private static TargetContent Target(string? place, string scope) =>
        new("PM2.5年均浓度", "pm25", TargetComparator.AtMost, 34, null, "µg/m³", scope, place, null, TargetStrength.Firm, $"{scope}34微克/立方米", false, null, null, null);

    [Theory]
    [EveryStore("2024H1", "air", true)]
    [EveryStore("2024H1", "soil", true)]
    [EveryStore("2019H1", "air", false)]
    public async Task Read_FieldOfWork_HasTheFiguresOfTheField(string code, string domain, bool isThere, StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var papers = (await InspectionPapers.ReadAsync(db, new(period, InspectionAsked.DomainOf(domain), null), Today, Ct)).Value!;

        Assert.Equal(isThere, papers.Figures.Count > 0);
        Assert.All(papers.Figures, figure => Assert.Equal(domain, figure.Indicator.Domain));
        Assert.Equal("没有符合的计划任务：年度计划没有导入，或没有这样的编号。", papers.Gaps[0]);
    }

    private static async Task<Report> IssueAsync(HalfYearDistrict district, LanshaoContext db, DocumentStep until = DocumentStep.Issued)
    {
        var report = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!.Report;
        for (var step = default(DocumentStep); step < until; step++)
        {
            Assert.Null((await MoveReport.RunAsync(db, district.Files, new(report.Id, IsReturn: false, null, Knowing: false, report.Version), Actor.Local, district.Clock, Ct)).Refusal);
        }

        return report;
    }

    private static async Task<byte[]> FileAsync(HalfYearDistrict district, string sha256)
    {
        await using var stream = district.Files.OpenRead(sha256)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string name)
    {
        await using var stream = await zip.GetEntry(name)!.OpenAsync(Ct);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }
}

using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>The half-year report goes out as Word and is read back cell by cell.</summary>
public sealed class RenderReportTests(PublishedDistrict published) : IClassFixture<PublishedDistrict>
{
    private static readonly string[] Columns =
    [
        "districtBottomRank,cityBottomRank,street,value1,valueInt,yoyPct",
        "districtBottomRank,cityBottomRank,street,value1,valueInt,yoyPct",
        "districtBottomRank,street,value,yoyPct",
        "street,道路遗撒,积尘未清扫,建筑垃圾未妥善处置,路面破损,裸露地面,苫盖不到位,未湿法降尘,现场使用袋装水泥,总计",
        "streets,waterBody,section,target,result,note",
        "no,streets,communities,point,target,june,average",
        "no,task,departments,progress,onTrack",
    ];

    /// <summary>A chart without figures: the published half-year has neither months nor days of the whole district, and no wind.</summary>
    private const string NotDrawn = "RPT-033";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task RunAsync_PublishedHalfYear_PrintsEveryAnnexCellByCell(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddTasksAsync(Tasks());
        await using var db = district.NewContext();

        var rendered = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        var tables = DocumentReader.Read(rendered.File, "report.docx", ct: Ct).Tables.ToList();
        Assert.Equal(7, tables.Count);
        Assert.All(Enumerable.Range(1, 7), annex => Assert.Equal(Truth(annex), Printed(tables[annex - 1])));
        Assert.Equal(["tasks", "targets", "budget"], rendered.Findings.Where(finding => finding.Code == "RPT-019").Select(finding => finding.Arguments["sentence"]));
        Assert.Equal(3, rendered.Findings.Count(finding => finding.Code == NotDrawn));
        Save(rendered.File);
    }

    [Theory]
    [EveryStore]
    public async Task RunAsync_EveryFigure_IsAFactThatLeadsToItsValue(StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();
        var rendered = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        var facts = await db.Set<Fact>().AsNoTracking().Where(fact => fact.ReportId == rendered.Report.Id && fact.Annex > 0).OrderBy(fact => fact.Seq).ToListAsync(Ct);
        var values = await db.Set<IndicatorValue>().AsNoTracking().ToDictionaryAsync(value => value.Id, Ct);
        var tables = DocumentReader.Read(rendered.File, "report.docx", ct: Ct).Tables.ToList();

        Assert.Equal((17 * 5 * 2) + (18 * 3) + (19 * 9) + 9 + (19 * 2), facts.Count);
        Assert.All(facts, fact => Assert.Equal(fact.Shown, Cell(tables[fact.Annex - 1], fact.Row, fact.Column)));
        Assert.All(facts, fact => Assert.Equal((fact.Source, fact.Period), (values[fact.ValueId!.Value].Source, values[fact.ValueId!.Value].Period)));
        Assert.All(facts.Where(fact => fact.Origin == FactOrigin.Stored && fact.Exact is not null), fact => Assert.Equal(fact.Exact, values[fact.ValueId!.Value].Number?.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(["", "%", "个", "位", "吨/平方公里·月", "微克/立方米"], facts.Select(fact => fact.Unit).Distinct().Order(StringComparer.Ordinal).Select(unit => unit == "件" ? "个" : unit).Order(StringComparer.Ordinal));
    }

    [Theory]
    [EveryStore]
    public async Task RunAsync_WithoutTaskList_AsksForIt(StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();

        var rendered = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        Assert.Equal(6, rendered.Annexes.Count);
        Assert.Equal(("RPT-015", "2024年二季度"), rendered.Findings.Where(finding => finding.Code is not ("RPT-019" or NotDrawn)).Select(finding => (finding.Code, finding.Arguments["quarter"])).Single());
    }

    [Theory]
    [EveryStore]
    public async Task RunAsync_TaskWithoutProgress_IsAskedAbout(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddTasksAsync([new("一、样张", "1", "样张任务", ["甲局"], string.Empty, "是"), new("一、样张", "2", "样张任务二", ["甲局"], "已办", "建议协调")]);
        await using var db = district.NewContext();

        var rendered = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        Assert.Equal(("RPT-016", "1"), rendered.Findings.Where(finding => finding.Code is not ("RPT-019" or NotDrawn)).Select(finding => (finding.Code, finding.Arguments["count"])).Single());
        Assert.Equal(["一、样张", "1|样张任务|甲局||是", "2|样张任务二|甲局|已办|建议协调"], rendered.Annexes[6].Table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))));
    }

    [Theory]
    [EveryStore]
    public async Task RunAsync_Again_KeepsBothRenderings(StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();

        var first = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;
        var second = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        Assert.Equal(first.Report.Number + 1, second.Report.Number);
        Assert.Equal(first.Report.FileSha256, second.Report.FileSha256);
        Assert.True(await district.Files.VerifyAsync(first.Report.FileSha256, Ct));
    }

    [Theory]
    [EveryStore]
    public async Task RunAsync_SampleDistrict_IsMarkedOnEveryPage(StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();
        var rendered = (await RenderReport.RunAsync(db, district.Files, HalfYearDistrict.HalfYear, Actor.Local, district.Clock, Ct)).Value!;

        using var file = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(rendered.File), isEditable: false);

        Assert.Equal("演示数据", Assert.Single(file.MainDocumentPart!.HeaderParts).Header!.InnerText);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file, Ct));
    }

    [Theory]
    [EveryStore("2024-06-01", "RPT-011")]
    [EveryStore("2019-06", "RPT-012")]
    [EveryStore("2019-W26", "RPT-012")]
    [EveryStore("2019", "RPT-012")]
    [EveryStore("2024Q2", "RPT-030")]
    [EveryStore("2019H1", "RPT-012")]
    public async Task RunAsync_NothingToReport_IsRefused(string code, string refusal, StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();
        Assert.True(Period.TryParse(code, out var period));

        var rendered = await RenderReport.RunAsync(db, district.Files, period, Actor.Local, district.Clock, Ct);

        Assert.Equal(refusal, rendered.Refusal?.Code);
        Assert.Equal(0, await db.Set<Report>().CountAsync(report => report.Period == period, Ct));
    }

    private static string Cell(TableBlock table, int row, int column) => string.Join('\n', table.Rows[table.Rows.Count(r => r.IsHeading) + row - 1].Cells[column - 1].Anchor.Paragraphs);

    private static List<string> Printed(TableBlock table) =>
    [
        .. table.Rows.Where(row => !row.IsHeading).Select(row => row.SpansAllColumns
            ? row.Cells[0].Text
            : string.Join('|', row.Cells.Select(cell => string.Join('；', cell.Anchor.Paragraphs)))),
    ];

    private static List<string> Truth(int annex)
    {
        var printed = new List<string>();
        var section = string.Empty;
        foreach (var row in Read(annex))
        {
            if (row.TryGetValue("section", out var own) && annex == 7 && own != section)
            {
                printed.Add(section = own);
            }

            printed.Add(string.Join('|', Columns[annex - 1].Split(',').Select(column => column == "yoyPct" ? row[column] + "%" : row[column])));
        }

        return printed;
    }

    private static List<QuarterTask> Tasks() =>
        [.. Read(7).Select(row => new QuarterTask(row["section"], row["no"], row["task"], row["departments"].Split('；'), row["progress"], row["onTrack"]))];

    private static IEnumerable<Dictionary<string, string>> Read(int annex)
    {
        var table = DocumentReader.Read(File.ReadAllBytes(Reference.File("documents", "truth", $"report2024_annex{annex}.csv")), "truth.csv").Tables.Single();
        var head = table.Rows[0].Cells.Select(cell => cell.Text).ToList();
        return table.Rows.Skip(1).Select(row => head.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second.Text));
    }

    // Somebody who wants to look at the pages names a folder.
    private static void Save(byte[] file)
    {
        if (Environment.GetEnvironmentVariable("LANSHAO_LOOK") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "half-year.docx"), file);
        }
    }
}

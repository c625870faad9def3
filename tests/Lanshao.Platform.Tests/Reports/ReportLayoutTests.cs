using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Reports.Layouts;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Reports;

/// <summary>A layout goes out, is changed in Word, comes back by import, and is filled with what the program's own layout says.</summary>
public sealed class ReportLayoutTests(PublishedDistrict published) : IClassFixture<PublishedDistrict>
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly Period Week = Period.Week(2024, 26);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore(ReportKind.Week)]
    [EveryStore(ReportKind.Month)]
    [EveryStore(ReportKind.HalfYear)]
    public async Task MakeAsync_EveryKind_IsValidAndHasOnlyControlsThatTheImportKnows(ReportKind report, StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();

        var layout = (await ReportLayouts.MakeAsync(db, report, Ct)).Value!;

        Assert.Empty(Errors(layout));
        var draft = (await ImportAsync(db, district, layout)).Value!;
        Assert.Equal((1, 0), (draft.Batch.Added, draft.Batch.Rejected));
        Assert.Contains(LayoutTags.TitleOf(report), ControlledWord.Read(layout, ct: Ct).Select(control => control.Tag));
    }

    [Theory]
    [EveryStore("2024-W26", ReportKind.Week)]
    [EveryStore("2024H1", ReportKind.HalfYear)]
    public async Task Render_ByTheMadeLayout_SaysWhatTheProgramsOwnLayoutSays(string code, ReportKind report, StoreKind kind)
    {
        Assert.True(Period.TryParse(code, out var period));
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await district.AddDutiesAsync(("本周甲事", new(2024, 6, 30), "甲局"));
        await using var db = district.NewContext();
        var own = (await RenderReport.RunAsync(db, district.Files, period, Actor.Local, district.Clock, Ct)).Value!;
        Assert.False((await ImportAsync(db, district, (await ReportLayouts.MakeAsync(db, report, Ct)).Value!)).IsRefused);

        var filled = (await RenderReport.RunAsync(db, district.Files, period, Actor.Local, district.Clock, Ct)).Value!;

        Assert.NotEqual(own.Report.FileSha256, filled.Report.FileSha256);
        Assert.Empty(Errors(filled.File));
        Assert.Equal(Words(own.File), Words(filled.File));
        Assert.Equal(Pictures(own.File), Pictures(filled.File));
        var check = DocumentChecker.Check(DocumentReader.Read(filled.File, "report.docx", ct: Ct), (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names, Ct);
        Assert.Empty(check.Findings.Where(finding => finding.Severity != Severity.Note).Select(finding => $"{finding.Code} {finding.Statement.Text}"));
    }

    [Theory, EveryStore]
    public async Task Render_ByAnOfficesLayout_KeepsItsFontOrderAndWords(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var made = (await ReportLayouts.MakeAsync(db, ReportKind.Week, Ct)).Value!;
        var changed = Changed(made, xml => xml
            .Replace("<w:body>", "<w:body><w:p><w:r><w:t>样张抬头，注意核对</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">累计浓度 </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"fact:pm25\"/><w:id w:val=\"901\"/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/><w:color w:val=\"0000FF\"/></w:rPr><w:t>数</w:t></w:r></w:sdtContent></w:sdt></w:p>" + Ranking, StringComparison.Ordinal)
            .Replace("w:val=\"Heading1\"/></w:pPr><w:r><w:rPr>", "w:val=\"Heading1\"/></w:pPr><w:r><w:rPr><w:i/>", StringComparison.Ordinal));
        Assert.Empty(Errors(changed));
        Assert.Equal(1, (await ImportAsync(db, district, changed)).Value?.Batch.Added);

        var filled = (await RenderReport.RunAsync(db, district.Files, Week, Actor.Local, district.Clock, Ct)).Value!;

        Assert.Empty(Errors(filled.File));
        using var file = WordprocessingDocument.Open(new MemoryStream(filled.File), isEditable: false);
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Equal("样张抬头，注意核对", body.FirstChild!.InnerText);
        Assert.Equal("累计浓度 38.0微克/立方米", body.ChildElements[1].InnerText);
        Assert.Contains("w:color w:val=\"0000FF\"", body.ChildElements[1].OuterXml, StringComparison.Ordinal);
        var table = DocumentReader.Read(filled.File, "report.docx", ct: Ct).Tables.First();
        Assert.Equal(("甲栏", 18), (table.Rows[0].Cells[0].Text, table.Rows.Count));
        Assert.Equal(["1", "10", "北新桥街道", "39.3", "39", "0.0%"], table.Rows[1].Cells.Select(cell => cell.Text));
    }

    [Theory]
    [EveryStore("section:h-air", "section:h-aer", "RPT-051", "section:h-air")]
    [EveryStore("annexes", "fact:pm25|没有", "RPT-051", "fact:pm25")]
    [EveryStore("annexes", "table:pm25-ranking", "RPT-054", null)]
    public async Task Import_ControlThatCannotBeUsed_IsNamedAndTheLayoutNotTaken(string tag, string changed, string code, string? nearest, StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();
        var layout = Changed((await ReportLayouts.MakeAsync(db, ReportKind.Week, Ct)).Value!, xml => xml.Replace($"w:val=\"{tag}\"", $"w:val=\"{changed}\"", StringComparison.Ordinal));

        var draft = (await DraftImport.RunAsync(db, ImportReportLayout.Kind, Source(layout), Actor.Local, district.Clock, Ct)).Value!;

        Assert.Equal((0, 2), (draft.Batch.Added, draft.Batch.Rejected));
        var finding = draft.Rows.Single(row => row.Cells().Count == 3).Findings.Single();
        Assert.Equal((code, changed), (finding.Code, finding.Arguments["tag"]));
        Assert.Equal(nearest, finding.Arguments.GetValueOrDefault("nearest"));
    }

    [Theory, EveryStore]
    public async Task Import_TakenBack_BringsTheProgramsLayoutBack(StoreKind kind)
    {
        await using var district = await HalfYearDistrict.NewAsync(kind);
        await using var db = district.NewContext();
        var before = (await RenderReport.RunAsync(db, district.Files, Week, Actor.Local, district.Clock, Ct)).Value!;
        var imported = (await ImportAsync(db, district, (await ReportLayouts.MakeAsync(db, ReportKind.Week, Ct)).Value!)).Value!;
        Assert.NotNull(await ReportLayouts.OwnAsync(db, ReportKind.Week, Ct));

        Assert.Null((await UndoImport.RunAsync(db, ImportReportLayout.Kind, imported.Batch.Id, Actor.Local, district.Clock, Ct)).Refusal);

        Assert.Null(await ReportLayouts.OwnAsync(db, ReportKind.Week, Ct));
        Assert.Equal(before.Report.FileSha256, (await RenderReport.RunAsync(db, district.Files, Week, Actor.Local, district.Clock, Ct)).Value!.Report.FileSha256);
    }

    [Theory, EveryStore]
    public async Task Import_FileThatIsNoLayout_IsRefused(StoreKind kind)
    {
        var district = await published.OnAsync(kind);
        await using var db = district.NewContext();
        var plain = WordWriter.Write(new OfficialDocument("样张", [new OfficialSection([new BodyBlock("没有控件")])]));

        Assert.Equal("RPT-052", (await DraftImport.RunAsync(db, ImportReportLayout.Kind, Source(plain), Actor.Local, district.Clock, Ct)).Refusal?.Code);
        var secret = Changed((await ReportLayouts.MakeAsync(db, ReportKind.Week, Ct)).Value!, xml => xml.Replace("<w:body>", "<w:body><w:p><w:r><w:t>内部资料</w:t></w:r></w:p>", StringComparison.Ordinal));
        Assert.Equal("DOC-105", (await DraftImport.RunAsync(db, ImportReportLayout.Kind, Source(secret), Actor.Local, district.Clock, Ct)).Refusal?.Code);
        Assert.Equal("DOC-103", (await DraftImport.RunAsync(db, ImportReportLayout.Kind, Source([0x50, 0x4B, 3, 4, 0, 0]), Actor.Local, district.Clock, Ct)).Refusal?.Code);
    }

    private static string Ranking => "<w:sdt><w:sdtPr><w:tag w:val=\"table:pm25-ranking\"/><w:id w:val=\"902\"/></w:sdtPr><w:sdtContent><w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        + string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1400\"/>", 6)) + "</w:tblGrid>" + TableRow("甲栏") + TableRow("样") + "</w:tbl></w:sdtContent></w:sdt>";

    private static string TableRow(string text) => "<w:tr>" + string.Concat(Enumerable.Repeat($"<w:tc><w:tcPr><w:tcW w:w=\"1400\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>", 6)) + "</w:tr>";

    private static Task<Outcome<ImportDraft>> ImportAsync(LanshaoContext db, HalfYearDistrict district, byte[] layout) =>
        ImportAtOnce.RunAsync(db, district.Files, ImportReportLayout.Kind, Source(layout), WordType, Actor.Local, district.Clock, Ct);

    private static ImportSource Source(byte[] layout) => new(IncomingFile.Of("版式.docx", layout));

    private static List<string> Errors(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Ct).Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    private static List<string> Words(byte[] bytes)
    {
        var document = DocumentReader.Read(bytes, "report.docx", ct: Ct);
        return [.. document.Blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text).Where(text => text.Length > 0), .. document.Tables.SelectMany(table => table.Rows).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))];
    }

    private static int Pictures(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = file.MainDocumentPart!;
        Assert.All(main.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Blip>(), blip => Assert.Equal("image/x-emf", main.GetPartById(blip.Embed!.Value!).ContentType));
        return main.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Count();
    }

    private static byte[] Changed(byte[] bytes, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            var changed = change(xml);
            Assert.NotEqual(xml, changed);
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writer.Write(changed);
        }

        return stream.ToArray();
    }
}

using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;
using Lanshao.Platform.Tests.Stores;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>A document about the district and a period that it has figures of, against these figures.</summary>
public class FactRuleTests
{
    private static readonly string[] Codes = ["DOC-043", "DOC-044"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Check_FigureOfTheDistrict_IsHeldAgainstItsOwn(StoreKind store)
    {
        await using var district = await HalfYearDistrict.NewAsync(store);
        await using var db = district.NewContext();
        var name = (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Facts.Name;

        var right = await FindAsync(district, Draft.Of(Text(name, "38.0")));
        var wrong = await FindAsync(district, Draft.Of(Text(name, "36.0")));
        var stranger = await FindAsync(district, Draft.Of(Text("某某", "36.0")));

        Assert.Empty(right);
        var finding = Assert.Single(wrong);
        Assert.Equal(("DOC-043", Severity.Warning, "36.0微克/立方米", "38.0微克/立方米"), (finding.Code, finding.Severity, finding.Stated, finding.Computed));
        Assert.Empty(stranger);
    }

    [Theory, EveryStore]
    public async Task Check_OtherPeriod_IsNotHeldAgainstIt(StoreKind store)
    {
        await using var district = await HalfYearDistrict.NewAsync(store);
        await using var db = district.NewContext();
        var name = (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Facts.Name;

        var found = await FindAsync(district, Draft.Of($"{name}2023年上半年生态环境情况\n上半年，全区PM2.5累计浓度为36.0微克/立方米。"));

        Assert.Empty(found);
    }

    [Theory, EveryStore]
    public async Task Check_OfficialReport_AgreesWithItsOwnFigures(StoreKind store)
    {
        await using var district = await HalfYearDistrict.NewAsync(store);

        var found = await FindAsync(district, DocumentReader.Read(await File.ReadAllBytesAsync(Reference.File("documents", "report-2024h1.docx"), Ct), "report.docx", ct: Ct));

        Assert.Empty(found);
    }

    private static string Text(string district, string figure) => $"{district}2024年上半年生态环境情况\n一、空气质量\n上半年，全区PM2.5累计浓度为{figure}微克/立方米。";

    private static async Task<IReadOnlyList<CheckFinding>> FindAsync(HalfYearDistrict district, Lanshao.Documents.Blocks.SourceDocument document)
    {
        await using var db = district.NewContext();
        var own = await OwnFigures.ReadAsync(db, document, ChinaTime.NowUtc(district.Clock), Ct);
        var names = (await CurrentPack.ReadAsync(db, Ct)).Value!.District.Names;
        return [.. DocumentChecker.Check(document, names, own, Ct).Findings.Where(finding => Codes.Contains(finding.Code))];
    }
}

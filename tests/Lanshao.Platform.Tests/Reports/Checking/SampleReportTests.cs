using Lanshao.Documents;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Tests.Architecture;
using Xunit;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>The official half-year report, which contradicts itself in places that nobody noticed.</summary>
public class SampleReportTests
{
    public static TheoryData<string> Files => ["report-2024h1.docx", "report-2024h1.txt"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_OfficialReport_FindsItsContradictionsAndNoOthers(string file)
    {
        var errors = Check(file).Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Kind, finding.Stated, finding.Computed));

        Assert.Equal(
            [
                (CheckKind.Range, "96—120微克/立方米", "96—108微克/立方米"),
                (CheckKind.FigureConflict, "34.15万平方米", "16.2万平方米"),
                (CheckKind.Truncated, "东城区2024年二季度污染防治攻坚战重点任务进", "东城区2024年二季度污染防治攻坚战重点任务进展表"),
                (CheckKind.Truncated, "区", ""),
            ],
            errors.OrderBy(error => error.Kind).ThenByDescending(error => error.Stated.Length));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_TablesOfDifferentSources_AreNotComparedWithEachOther(string file)
    {
        var across = Check(file).Findings.Where(finding =>
            finding.Evidence.Prepend(finding.Statement).Select(spot => spot.Where[..Math.Min(3, spot.Where.Length)]).Distinct().Count(where => where is "附件5" or "附件6") > 1);

        Assert.Empty(across);
    }

    [Fact]
    public void Check_WordAndText_FindTheSame() =>
        Assert.Equal(Codes(Check("report-2024h1.docx")), Codes(Check("report-2024h1.txt")));

    [Fact]
    public void Check_Counts_AddUp()
    {
        var report = Check("report-2024h1.docx");

        Assert.Equal(report.Checked, report.Consistent + report.Inconsistent + report.Unverifiable);
        Assert.InRange(report.Consistent, 400, 2000);
    }

    [Theory]
    [InlineData("plan-2022.docx")]
    [InlineData("plan-2022.txt")]
    public void Check_OfficialPlan_FindsNoContradiction(string file) => Assert.DoesNotContain(Check(file).Findings, finding => finding.Severity != Severity.Note);

    private static IEnumerable<string> Codes(CheckReport report) => report.Findings.Select(finding => finding.Code + finding.Stated);

    private static CheckReport Check(string file)
    {
        var path = Reference.File("documents", file);
        var names = DistrictNames.Read(PackFolder.Read(Path.Combine(Checkout.Root, "packs", "dongcheng")).Value!);
        return DocumentChecker.Check(DocumentReader.Read(File.ReadAllBytes(path), file), names);
    }
}

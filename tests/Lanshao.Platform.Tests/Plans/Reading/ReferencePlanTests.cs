using Lanshao.Documents;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Plans.Reading;
using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>The reference plan against what careful people read in it, field by field.</summary>
public class ReferencePlanTests
{
    [Theory]
    [InlineData("plan-2022.docx")]
    [InlineData("plan-2022.txt")]
    public void Read_ThePlan_EveryRowIsAsInTheTruth(string file) => Assert.Equal(ReferencePlan.TrueMeasures(), ReferencePlan.Measures(ReferencePlan.Read(file)));

    [Fact]
    public void Read_MergedCells_OnlyTheMergedUnitCellFillsTheRowBelow()
    {
        var truth = ReferencePlan.TrueMeasures();
        var read = ReferencePlan.Measures(ReferencePlan.Read("plan-2022-vmerge.docx"));

        var differing = truth.Zip(read).Where(pair => pair.First != pair.Second).ToList();

        // In this shape of the file the cell of 责任单位 above a blank one reaches down over it.
        var (blank, merged) = Assert.Single(differing);
        Assert.Equal(blank.Replace(" |  |  | False", " |  | 区相关部门 | False", StringComparison.Ordinal), merged);
        Assert.Equal(truth.Count, read.Count);
    }

    [Fact]
    public void Read_TrackedChanges_HaveTheInsertedRowAndNotTheDeletedOne()
    {
        var read = ReferencePlan.Measures(ReferencePlan.Read("plan-2022-tracked.docx"));

        var added = Assert.Single(read.Except(ReferencePlan.TrueMeasures()));
        Assert.StartsWith("3 ", added, StringComparison.Ordinal);
        Assert.Contains("| 14 ", added, StringComparison.Ordinal);
        Assert.Equal(123, read.Count);
        Assert.Empty(ReferencePlan.TrueMeasures().Except(read));
    }

    [Theory]
    [InlineData("plan-2022.docx")]
    [InlineData("plan-2022.txt")]
    [InlineData("plan-2022-vmerge.docx")]
    [InlineData("plan-2022-tracked.docx")]
    public void Read_ThePlan_HasTheTargetsOfTheTruthAndNoOthers(string file)
    {
        var truth = ReferencePlan.TrueTargets().Order(StringComparer.Ordinal);

        var read = ReferencePlan.Targets(ReferencePlan.Read(file)).Order(StringComparer.Ordinal);

        Assert.Equal(truth, read);
    }

    [Theory]
    [InlineData("plan-2022.docx", 80, 122)]
    [InlineData("plan-2022.txt", 80, 122)]
    [InlineData("plan-2022-vmerge.docx", 80, 122)]
    [InlineData("plan-2022-tracked.docx", 81, 123)]
    public void Read_ThePlan_CountsAsPrinted(string file, int tasks, int measures)
    {
        var plan = ReferencePlan.Read(file);

        Assert.Equal((5, tasks, measures, 67), (plan.Annexes.Count, plan.Tasks.Count(), plan.Measures.Count(), plan.Targets.Count));
        Assert.Equal((5, 23, measures, 0, 0), (plan.Rows.Headings, plan.Rows.Sections, plan.Rows.Measures, plan.Rows.Unrecognised, plan.Rows.OtherTables));
        Assert.True(plan.Rows.IsBalanced);
    }

    [Fact]
    public void Read_ThePlan_HeadAndDomainsAreThoseOfTheDocument()
    {
        var plan = ReferencePlan.Read("plan-2022.docx");
        var truth = ReferencePlan.Truth("plan2022.json");

        Assert.Equal(
            (truth.GetProperty("title").GetString(), truth.GetProperty("noticeTitle").GetString(), truth.GetProperty("docNo").GetString(), truth.GetProperty("issuer").GetString(), (int?)2022),
            (plan.Title, plan.NoticeTitle, plan.DocumentNumber, plan.Issuer, plan.Year));
        Assert.Equal(["Climate", "Air", "Water", "Soil", "Ecology"], plan.Annexes.Select(annex => annex.Domain.ToString()));
        Assert.Single(plan.Footnotes);
        Assert.DoesNotContain(plan.Measures.SelectMany(measure => measure.Paragraphs), text => text.Contains("国民经济行业分类", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ThePlan_EveryQuoteStandsInItsRow()
    {
        var plan = ReferencePlan.Read("plan-2022.docx");
        var rows = plan.Annexes.SelectMany(annex => annex.Sections.SelectMany(section => section.Tasks).SelectMany(task => task.Measures).Select(measure => (annex.Number, measure.Row, Text: string.Concat(measure.Paragraphs))))
            .ToDictionary(row => (row.Number, row.Row), row => row.Text);

        Assert.All(plan.Targets, target => Assert.Contains(target.Quote, rows[(target.Annex, target.Row)], StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ThePlan_AsksWhatACarefulClerkWouldAsk()
    {
        var findings = ReferencePlan.Read("plan-2022.docx").Findings;

        Assert.Equal(
            ["PLAN-011 4-8", "PLAN-012 2-18", "PLAN-014 1-7", "PLAN-021 2-27", "PLAN-022 2-22", "PLAN-022 2-28", "PLAN-022 2-4", "PLAN-022 2-5", "PLAN-022 2-6", "PLAN-022 2-9", "PLAN-024 3-13"],
            findings.Select(finding => $"{finding.Code} {finding.Annex}-{finding.Row}").Order(StringComparer.Ordinal));
        Assert.Equal("各街道（地区）、区城管执法局", findings.Single(finding => finding.Code == "PLAN-012").Arguments["names"]);
    }

    [Fact]
    public void Read_WithoutAPack_TheRowsAndFiguresAreTheSame()
    {
        var path = Reference.File("documents", "plan-2022.docx");
        var plan = PlanReader.Read(DocumentReader.Read(File.ReadAllBytes(path), "plan-2022.docx", null, TestContext.Current.CancellationToken), NameBook.Empty);

        Assert.Equal(ReferencePlan.TrueMeasures(), ReferencePlan.Measures(plan));
        Assert.Equal(67, plan.Targets.Count);
        Assert.All(plan.Measures.SelectMany(measure => measure.Units), unit => Assert.Null(unit.Entry));
    }
}

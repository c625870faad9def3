using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class ChangeCellTests
{
    private static readonly string Longtan = Place.Subdistrict("110101014000").Code;

    [Fact]
    public void Of_BaseOnlyInferred_ShowsThePublishedChangeAndComputesNone()
    {
        var cell = Change(PublishedFigures.Table("pm25-ranking"));

        var origin = Assert.IsType<FigureOrigin.Changed>(cell.Origin);
        Assert.Equal("-7.1%", cell.Text);
        Assert.Null(origin.Computed);
        Assert.Equal(42m, origin.Inferred!.Number);
    }

    [Fact]
    public void Of_BothYearsPublished_StandsBesideTheComputedChange()
    {
        var cell = Change(PublishedFigures.Table("pm25-ranking", WithBase(42m)));

        var origin = Assert.IsType<FigureOrigin.Changed>(cell.Origin);
        Assert.Equal(-7.1m, origin.Computed!.Value.Shown);
        Assert.Empty(cell.Findings);
    }

    [Fact]
    public void Of_PublishedDiffersFromComputed_KeepsThePublishedAndAsks()
    {
        var cell = Change(PublishedFigures.Table("pm25-ranking", WithBase(43m)));

        var finding = Assert.Single(cell.Findings);
        Assert.Equal("-7.1%", cell.Text);
        Assert.Equal(("EVA-010", "-7.1%", "-9.3%"), (finding.Code, finding.Arguments["published"], finding.Arguments["computed"]));
    }

    [Fact]
    public void Of_NoPublishedChange_IsComputedOnTheDeclaredPrecision()
    {
        var rows = WithBase(42m).Where(row => row.Indicator != "pm25-change");

        var cell = Change(PublishedFigures.Table("pm25-ranking", rows));

        Assert.Equal("-7.1%", cell.Text);   // on whole numbers: 39 against 42; on 39.0 and 42 the same, on 38.96 it would not be
        Assert.Null(Assert.IsType<FigureOrigin.Changed>(cell.Origin).Published);
    }

    [Fact]
    public void Of_NoPublishedChangeAndBaseOnAnotherScope_IsMissing()
    {
        var rows = WithBase(42m).Where(row => row.Indicator != "pm25-change").Select(row => row.Period == "2023H1" ? row with { StationScope = "国控" } : row);

        var cell = Change(PublishedFigures.Table("pm25-ranking", rows));

        Assert.Equal(("—", "EVA-003"), (cell.Text, cell.Missing!.Code));
    }

    [Fact]
    public void Of_BaseOnlyInferredAndNoPublishedChange_IsMissing()
    {
        var cell = Change(PublishedFigures.Table("pm25-ranking", PublishedFigures.Rows.Where(row => row.Indicator != "pm25-change")));

        Assert.Equal("EVA-003", cell.Missing!.Code);
    }

    [Theory]
    [InlineData("pm25-ranking", 17)]
    [InlineData("tsp-ranking", 17)]
    [InlineData("dustfall-ranking", 18)]
    public void Of_InferredBaseTakenAsPublished_GivesEveryPublishedChange(string code, int rows)
    {
        var table = PublishedFigures.Table(code, PublishedFigures.With(row => row.Basis == FigureBasis.Inferred, row => row with { Basis = FigureBasis.Published }));

        var computed = table.Rows.Select(row => ((FigureOrigin.Changed)table.Cell(row, ColumnContent.Change)!.Origin!).Computed?.Shown).ToList();
        Assert.Equal(rows, computed.Count);
        Assert.Equal(table.Rows.Select(row => table.Cell(row, ColumnContent.Change)!.Number), computed);
        Assert.Empty(table.Findings);
    }

    private static FigureCell Change(FigureTable table) => table.Cell(table.Rows.Single(row => row.Place.Code == Longtan), ColumnContent.Change)!;

    private static IEnumerable<FigureRow> WithBase(decimal before) => PublishedFigures.With(
        row => row.Indicator == "pm25-whole" && row.Period == "2023H1" && row.Place == Longtan,
        row => row with { Basis = FigureBasis.Published, Number = before });
}

using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class RankingRowsTests
{
    private const string Table = "pm25-ranking";
    private static readonly string Beixinqiao = Place.Subdistrict("110101005000").Code;
    private static readonly string Longtan = Place.Subdistrict("110101014000").Code;

    [Fact]
    public void Build_NoCityRanks_SaysWhyAndHow()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "pm25-city-rank", _ => null));

        Assert.All(table.Rows, row => Assert.Equal("EVA-001", table.Cell(row, ColumnContent.CityRank)!.Missing!.Code));
        Assert.Equal(17, table.Rows.Count(row => table.Cell(row, ColumnContent.DistrictRank)!.Number is not null));
    }

    [Fact]
    public void Build_OneAreaWithoutValue_TakesNoPlaceAndStandsLast()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "pm25" && row.Place == Beixinqiao && row.Period == "2024H1", _ => null));

        var last = table.Rows[^1];
        Assert.Equal(Beixinqiao, last.Place.Code);
        Assert.Equal("EVA-002", table.Cell(last, ColumnContent.Value)!.Missing!.Code);
        Assert.Equal(1m, table.Cell(table.Rows[0], ColumnContent.DistrictRank)!.Number);
        Assert.Equal(["北新桥街道"], Ranked(table, table.Rows[0]).LeftOut);
    }

    [Fact]
    public void Build_StoredReason_SaysTheReason()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(
            row => row.Indicator == "pm25" && row.Place == Beixinqiao && row.Period == "2024H1",
            row => row with { Number = null, Missing = MissingReason.BelowCoverage }));

        var missing = table.Cell(table.Rows[^1], ColumnContent.Value)!.Missing!;
        Assert.Equal(("EVA-006", "有效性不足"), (missing.Code, missing.Arguments["reason"]));
    }

    [Fact]
    public void Build_ValueOnAnotherScope_IsShownButNotRankedWithTheOthers()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(
            row => row.Indicator == "pm25" && row.Place == Beixinqiao && row.Period == "2024H1",
            row => row with { StationScope = "国控" }));

        var last = table.Rows[^1];
        Assert.Equal("39.3", table.Cell(last, ColumnContent.Value)!.Text);
        Assert.Equal("EVA-005", table.Cell(last, ColumnContent.DistrictRank)!.Missing!.Code);
        Assert.Equal(16, Ranked(table, table.Rows[0]).Compared);
        Assert.Contains(table.Findings, finding => finding.Code == "EVA-005");
    }

    [Fact]
    public void Build_WholeNumber_ComesFromItsOwnPublishedValue()
    {
        var table = PublishedFigures.Table(Table);

        var row = table.Rows.Single(row => table.Cell(row, ColumnContent.Value)!.Text == "38.5");
        Assert.Equal("39", table.Cell(row, ColumnContent.Whole)!.Text);   // half-even on the printed 38.5 would be 38
        Assert.Empty(table.Cell(row, ColumnContent.Whole)!.Findings);
    }

    [Fact]
    public void Build_WholeNumberNotPublished_IsNotRoundedFromThePrintedDecimal()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "pm25-whole" && row.Period == "2024H1", _ => null));

        Assert.All(table.Rows, row => Assert.Equal("EVA-004", table.Cell(row, ColumnContent.Whole)!.Missing!.Code));
    }

    [Fact]
    public void Build_WholeNumberThatNoSuchValueRoundsTo_IsAFinding()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(
            row => row.Indicator == "pm25-whole" && row.Place == Longtan && row.Period == "2024H1",
            row => row with { Number = 40m }));

        var finding = Assert.Single(table.Findings, finding => finding.Code == "EVA-012");
        Assert.Equal(("40", "39.0"), (finding.Arguments["whole"], finding.Arguments["value"]));
    }

    [Fact]
    public void Build_SharedPlaceFromDifferentTables_StandsInTheOfficialOrder()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "pm25", row => row with { SourceRow = null }));

        var shared = table.Rows.Where(row => table.Cell(row, ColumnContent.DistrictRank)!.Text == "4").Select(row => row.Name);
        Assert.Equal(["景山街道", "交道口街道", "安定门街道", "东四街道"], shared);
    }

    [Fact]
    public void Build_SharedPlaceFromOneTable_StandsAsThatTablePrintsIt()
    {
        var table = PublishedFigures.Table(Table);

        var shared = table.Rows.Where(row => table.Cell(row, ColumnContent.DistrictRank)!.Text == "4").ToList();
        Assert.Equal(["景山街道", "东四街道", "安定门街道", "交道口街道"], shared.Select(row => row.Name));
        Assert.Equal(4, Ranked(table, shared[0]).Sharing);
    }

    [Fact]
    public void Build_PreliminaryAndAnnouncedOnOneScope_TheFirmerStands()
    {
        var preliminary = PublishedFigures.Rows.Where(row => row.Indicator == "pm25" && row.Place == Beixinqiao && row.Period == "2024H1")
            .Select(row => row with { Status = FigureStatus.Preliminary, Number = 50m });

        var table = PublishedFigures.Table(Table, PublishedFigures.Rows.Concat(preliminary));

        Assert.Equal("39.3", table.Cell(table.Rows[0], ColumnContent.Value)!.Text);
    }

    private static FigureOrigin.Ranked Ranked(FigureTable table, PlaceRow row) =>
        Assert.IsType<FigureOrigin.Ranked>(table.Cell(row, ColumnContent.DistrictRank)!.Origin);
}

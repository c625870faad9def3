using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class CountRowsTests
{
    private const string Table = "dust-patrol";
    private static readonly string Longtan = Place.Subdistrict("110101014000").Code;

    [Fact]
    public void Build_Zero_IsBlankButANumber()
    {
        var table = PublishedFigures.Table(Table);

        var cell = table.Rows.Single(row => row.Place.Code == Longtan).Cells[7];
        Assert.Equal((string.Empty, 0m), (cell.Text, cell.Number));
    }

    [Fact]
    public void Build_NothingStored_IsMissingNotZero()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "dust-no-wet-suppression" && row.Place == Longtan, _ => null));

        var cell = table.Rows.Single(row => row.Place.Code == Longtan).Cells[7];
        Assert.Equal(("—", "EVA-002"), (cell.Text, cell.Missing!.Code));
    }

    [Fact]
    public void Build_NoTotalsStored_AreSumsOfTheirParts()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "dust-total" || (row.Place == "district" && row.Indicator.StartsWith("dust-", StringComparison.Ordinal)), _ => null));

        Assert.Equal("2018", table.Rows.Single(row => row.Place.Code == Longtan).Cells[^1].Text);
        Assert.Equal("32683", table.Total!.Cells[^1].Text);
        Assert.IsType<FigureOrigin.Summed>(table.Total.Cells[1].Origin);
        Assert.Equal("永定门外街道", table.Rows[0].Name);
    }

    [Fact]
    public void Build_TotalThatIsNotTheSum_StaysAndIsAFinding()
    {
        var table = PublishedFigures.Table(Table, PublishedFigures.With(row => row.Indicator == "dust-total" && row.Place == Longtan, row => row with { Number = 2019m }));

        Assert.Equal("2019", table.Rows.Single(row => row.Place.Code == Longtan).Cells[^1].Text);
        Assert.Contains(table.Findings, finding => finding is { Code: "EVA-011", Where: "龙潭街道" } && finding.Arguments["computed"] == "2018");
        Assert.Contains(table.Findings, finding => finding is { Code: "EVA-011", Where: "总计" });
    }
}

using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Answers;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Xunit;

namespace Lanshao.Platform.Tests.Evaluation;

public sealed class BulletinRowsTests
{
    private static readonly Period June = Period.Month(2024, 6);
    private static readonly YearTarget Target = new(2024, 36m, "某计划 2-1-1", null);

    [Fact]
    public void Build_MonthOnly_RanksByTheMonthAndStandsBesideTheYear()
    {
        var table = Table([.. PublishedFigures.Rows, .. Month("2024-05", 0m), .. Month("2024-06", -10m, ("龙潭街道", 45m))]);

        var first = table.Rows[0];
        Assert.Equal("各街道PM2.5月度快报（2024年6月，初步数据）", table.Title);
        Assert.Equal(["1", "—", "龙潭街道", "45.0", "—", "39.0", "39", "-7.1%", "36", "33.0", "2→1"], first.Cells.Select(cell => cell.Text));
        Assert.Equal("EVA-001", first.Cells[1].Missing?.Code);
        Assert.Equal("6月，当月同比未公布；区内最高龙潭街道45.0，最低天坛、前门、永定门外街道27.6；后三名为龙潭、北新桥、东直门街道。", TableAnswer.Of(table, PublishedFigures.Pack.District).Text);
        Assert.Equal(["1", "2", "3", "4", "4"], table.Rows.Take(5).Select(row => row.Cells[0].Text));
    }

    [Fact]
    public void Build_NoMonth_SaysSoAndKeepsTheYear()
    {
        var table = Table(PublishedFigures.Rows, withTarget: false);

        Assert.Equal("各街道PM2.5月度快报（2024年6月，尚无当月数据）", table.Title);
        Assert.Equal("6月当月浓度尚未导入，只列累计数据。", TableAnswer.Of(table, PublishedFigures.Pack.District).Text);
        Assert.All(table.Rows, row => Assert.Equal(("EVA-002", "EVA-007", "EVA-007", "EVA-008"), (row.Cells[3].Missing?.Code, row.Cells[8].Missing?.Code, row.Cells[9].Missing?.Code, row.Cells[10].Missing?.Code)));
        Assert.Equal(17, table.Rows.Count(row => row.Cells[5].Number is not null));
    }

    [Fact]
    public void Build_MonthBesideTheYear_NeverEntersTheRankingOfTheYear()
    {
        var rows = PublishedFigures.Rows.Where(row => row.Period != "2024H1" || row.Indicator != "pm25").Concat(Month("2024-06", 0m)).ToList();

        Assert.DoesNotContain(Table(rows).Rows, row => row.Cells[5].Number is not null);
    }

    private static FigureTable Table(IReadOnlyList<FigureRow> rows, bool withTarget = true)
    {
        var pack = PublishedFigures.Pack;
        var context = new TableContext(pack.Read(PrintedTables.Part).Find("pm25-month")!, pack.Read(IndicatorList.Part).ByCode, pack.District, June, new(rows.Select(PublishedFigures.Stored)))
        {
            TargetOf = (_, _) => withTarget ? Target : null,
        };
        return FigureTableBuilder.Build(context, 1);
    }

    private static IEnumerable<FigureRow> Month(string period, decimal moved, params (string Name, decimal Value)[] own)
    {
        var places = own.ToDictionary(one => PublishedFigures.Pack.District.Subdistricts.Single(area => area.Name == one.Name).Code, one => one.Value);
        return PublishedFigures.Rows.Where(row => row is { Indicator: "pm25", Period: "2024H1" } && row.Place.StartsWith("subdistrict:", StringComparison.Ordinal))
            .Select(row => row with { Period = period, PeriodBasis = "当月", Status = FigureStatus.Preliminary, Number = places.TryGetValue(row.Place.Split(':')[1], out var value) ? value : row.Number + moved });
    }
}

using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What a screen adds to a ranking that no city ranks: on which sand basis a figure stands, and how far it is from the year's target on the same basis.</summary>
internal sealed class TargetColumns(FigureTable table, AreaTargets targets, UiTexts t)
{
    public IReadOnlyList<FigurePageTable.ScreenColumn> Columns()
    {
        var aim = targets.Of(table.Indicator.Code, Place.District)?.Value.ToString("0.######", CultureInfo.InvariantCulture);
        return
        [
            new(t["沙尘口径"], "sand", Sand, ColumnKind.OneLine),
            new(aim is null ? t["与年度目标的差"] : t["目标{0}左右时的差", aim], "distance", Distance),
        ];
    }

    private IndicatorValue? Value(PlaceRow row) => table.Cell(row, ColumnContent.Value)?.Values.FirstOrDefault();

    private Cell Sand(PlaceRow row) => Value(row) is { } value ? Cell.Of(t[value.SandBasis]) : Cell.Missing(t["没有数据"]);

    private Cell Distance(PlaceRow row)
    {
        if (table.Cell(row, ColumnContent.Value) is not { Figure: { } figure } || Value(row) is not { } value)
        {
            return Cell.Missing(t["没有数据"]);
        }

        if (targets.Of(table.Indicator.Code, row.Place) is not { } target)
        {
            return Cell.Missing(t["{0}年计划没有这项目标", table.Period.To.Year]);
        }

        if (!TargetBoard.Row.IsSameSand(target.Condition, value))
        {
            return Cell.Missing(t["目标按“{0}”，数据为“{1}”，口径不同，未作比较", target.Condition!, value.SandBasis]);
        }

        var distance = figure.Shown - target.Value;
        return Cell.Number(distance, Math.Max(figure.Decimals, Rounding.DecimalsOf(distance))).Explained(new(
            $"{row.Name} {distance.ToString("0.######", CultureInfo.InvariantCulture)}",
            [("输入", t["当前值{0}，目标{1}", figure.ShownText, target.Value.ToString("0.######", CultureInfo.InvariantCulture)]), ("目标出处", target.Where), .. ValueWords.Provenance(value, t)]));
    }
}

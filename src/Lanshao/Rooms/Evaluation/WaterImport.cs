using Lanshao.Front.Imports;
using Lanshao.Platform.Evaluation;
using Lanshao.Rooms.Indicators;

namespace Lanshao.Rooms.Evaluation;

/// <summary>导入水质监测表 by a page: readings in their wide form, shown as the figures that they become.</summary>
internal static class WaterImport
{
    public static ImportOffer Offer { get; } = FigureImport.Offer with
    {
        Kind = ImportWaterTable.Kind,
        Name = "水质监测表",
        Help = "一行一个断面（点位）和月份、一列一个项目的水质表（CSV 或 Excel）：可有标题行、单位行、水体类型、水质类别；0.01L为未检出，无水为结果。",
        Fields =
        [
            new(ImportWaterTable.PeriodArgument, "月份", Help: "如 2024-06；表中有月份一列或标题写明的不必填。"),
            new(ImportWaterTable.SourceArgument, "数据来源", Help: "不填则用指标登记的来源。"),
            new(ImportWaterTable.TableArgument, "表名"),
        ],
        ResultHref = batch => batch.Target.Split(',') is [.., { Length: > 0 } last] ? $"/water/months?period={last}" : "/water/months",
    };
}

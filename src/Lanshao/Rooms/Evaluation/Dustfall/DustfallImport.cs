using Lanshao.Front.Imports;
using Lanshao.Platform.Evaluation.Dustfall;
using Lanshao.Rooms.Indicators;

namespace Lanshao.Rooms.Evaluation.Dustfall;

/// <summary>导入月降尘量 by a page: shown as the figures that it becomes.</summary>
internal static class DustfallImport
{
    public static ImportOffer Offer { get; } = FigureImport.Offer with
    {
        Kind = ImportDustfall.Kind,
        Name = "月降尘量表",
        Help = "一行一个街道（地区）和月份的表（CSV 或 Excel），列名为月份、街道，未扣除沙尘影响、扣除沙尘影响至少一列（吨/平方公里·月），可有来源。",
        ResultHref = batch => batch.Target.Split(',') is [.., { Length: > 0 } last] ? $"{DustfallView.Path}?period={last}" : DustfallView.Path,
    };
}

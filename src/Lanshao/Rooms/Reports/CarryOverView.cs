using Lanshao.Platform.Reports.CarryOver;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary>What was changed in last period's document, and what its author must look at.</summary>
internal static class CarryOverView
{
    private static readonly CarriedKind[] Order = [CarriedKind.Unbound, CarriedKind.Picture, CarriedKind.Superlative, CarriedKind.PeriodLeft, CarriedKind.Replaced, CarriedKind.PeriodChanged];

    /// <summary>Makes the list: what needs a person first.</summary>
    public static PageTable Table(UiTexts texts, CarriedFile file) => new(
        texts["底稿核对单：{0}", file.Name],
        [
            new(texts["处理"], ColumnKind.OneLine) { WidthMm = 36 },
            new(texts["位置"], ColumnKind.OneLine) { WidthMm = 24 },
            new(texts["上期"], ColumnKind.Text) { WidthMm = 30 },
            new(texts["本期"], ColumnKind.Text) { WidthMm = 30 },
            new(texts["对应的数字或原因"], ColumnKind.Prose) { WidthMm = 56 },
            new(texts["原句"], ColumnKind.Prose) { WidthMm = 80 },
        ],
        [.. file.Draft.Items.OrderBy(item => Array.IndexOf(Order, item.Kind)).Select(item => Row(texts, item))])
    { IsWide = true, IsStacked = true, Carries = CarriesOf(file) };

    /// <summary>Returns what a draft carries: the figures of its new period.</summary>
    public static CarriedFigures CarriesOf(CarriedFile file) => CarriedFigures.YearTo(ExportReach.Official, file.Draft.Now);

    private static TableRow Row(UiTexts texts, CarriedItem item) => new(
    [
        Cell.Of(texts[Of(item.Kind)]),
        Cell.Of(item.Where),
        Cell.Of(item.Before.Length > 0 ? item.Before : "—"),
        Cell.Of(item.Now.Length > 0 ? item.Now : "—"),
        Cell.Of(Reason(texts, item)),
        Cell.Of(item.Sentence),
    ]);

    /// <summary>Returns what was done with a piece, or is to be done.</summary>
    public static string Of(CarriedKind kind) => kind switch
    {
        CarriedKind.Replaced => "已换数（下划线）",
        CarriedKind.Unbound => "未换（黄色）",
        CarriedKind.PeriodChanged => "已换时段",
        CarriedKind.PeriodLeft => "时段待核",
        CarriedKind.Picture => "图未换",
        _ => "请确认",
    };

    /// <summary>Returns the figure that a piece was bound to, or why it was left.</summary>
    public static string Reason(UiTexts texts, CarriedItem item) => item switch
    {
        { Kind: CarriedKind.Superlative } => texts["最高级或一概而论的用语，本期是否仍然成立"],
        { Kind: CarriedKind.Picture } => texts["仍是上期的图，请换成本期的"],
        { Kind: CarriedKind.PeriodLeft } => texts["不能由时段推出，未改"],
        { About: CarriedReason.Bound } => item.Label,
        { About: CarriedReason.NoFact } => texts["上期数据里没有这个数，请自行核改"],
        { About: CarriedReason.Ambiguous } => texts["有几个数字都这样印，无从分辨"],
        { About: CarriedReason.OtherRows } => texts["本期没有这张表，或行数与上期不同，整表未换"],
        { About: CarriedReason.PartOfList } => texts["名单只有一部分对得上，没有换"],
        { About: CarriedReason.NoValueNow } => texts["{0}本期没有数据，或本期不这样写", item.Label],
        _ => string.Empty,
    };
}

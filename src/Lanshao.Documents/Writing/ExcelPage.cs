using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lanshao.Documents.Writing;

/// <summary>How a sheet looks on the screen and on paper: frozen head, column widths, A4 fitted to the width, page numbers as in the Word file.</summary>
internal static class ExcelPage
{
    private const double MmPerInch = 25.4;

    public static IEnumerable<OpenXmlElement> Before(PrintTable table, int headEnd) =>
    [
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(
            new Pane { VerticalSplit = headEnd, TopLeftCell = ExcelSheet.Name(0, headEnd + 1), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft })
        { ShowGridLines = false, WorkbookViewId = 0 }),
        new SheetFormatProperties { DefaultRowHeight = 18 },
        new Columns(table.Columns.Select((column, index) => Column(column, (uint)index + 1))),
    ];

    public static IEnumerable<OpenXmlElement> After(PrintTable table, string? mark) =>
    [
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 26 / MmPerInch, Right = 26 / MmPerInch, Top = 28 / MmPerInch, Bottom = 26 / MmPerInch, Header = 0.5, Footer = 0.5 },
        new PageSetup
        {
            PaperSize = 9,
            Orientation = table.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = table.IsOnePage ? 1u : 0u,
        },
        HeaderFooter(mark is null ? null : "&R" + SafeText.Xml(mark).Replace("&", "&&", StringComparison.Ordinal)),
    ];

    private static HeaderFooter HeaderFooter(string? header)
    {
        var page = new HeaderFooter { DifferentOddEven = true };
        if (header is not null)
        {
            page.OddHeader = new OddHeader(header);
        }

        page.OddFooter = new OddFooter("&R— &P —");
        if (header is not null)
        {
            page.EvenHeader = new EvenHeader(header);
        }

        page.EvenFooter = new EvenFooter("&L— &P —");
        return page;
    }

    // Widths are given in digits of the default font, which are 7 pixels wide at 96 to the inch, with 5 pixels of padding.
    private static Column Column(PrintColumn column, uint number) => new()
    {
        Min = number,
        Max = number,
        Width = double.Max(((column.WidthMm / MmPerInch * 96) - 5) / 7, 1),
        CustomWidth = true,
    };
}

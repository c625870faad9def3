using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation;

/// <summary>What a cell of water readings says.</summary>
internal sealed record WaterSheetCell(decimal? Number, string? Text, MissingReason Missing, string Written, int? SourceRow, string? Remark);

/// <summary>One row of a table of water readings.</summary>
/// <param name="row">The row.</param>
/// <param name="heads">The headings.</param>
internal sealed class WaterSheetLine(TableRow row, WaterSheetHeads heads)
{
    private const int MostDecimals = 6;
    private static readonly Dictionary<string, bool> Bodies = new(StringComparer.OrdinalIgnoreCase) { ["河流"] = false, ["河"] = false, ["river"] = false, ["湖库"] = true, ["湖泊"] = true, ["湖"] = true, ["水库"] = true, ["湖泊、水库"] = true, ["lake"] = true };
    private readonly int? _number = row.Origin.Row ?? row.Origin.Line;
    private readonly IReadOnlyList<string> _raw = [.. row.Cells.Select(cell => cell.Text)];

    private string Line => string.Create(CultureInfo.InvariantCulture, $"{(row.Origin.Part is { } part ? part + " " : string.Empty)}第{_number}行");

    /// <summary>Returns the figures of the row, and what of it could not be read.</summary>
    /// <param name="sheet">What is known of places and indicators.</param>
    /// <param name="ofTable">The month that the form or the title says; null where the rows must.</param>
    public IReadOnlyList<SourceRow<FigureRow>> Read(WaterSheet sheet, Period? ofTable)
    {
        var name = Written(heads.Place);
        if (sheet.PlacesOf(name, heads.IsPoints) is not [var place])
        {
            return [Rejected(heads.Place, "IND-003", ("found", name), ("indicator", sheet.Class.Name), ("nearest", sheet.NearestTo(name)))];
        }

        if ((heads.Month is { } at && Written(at).Length > 0 ? WaterSheet.MonthOf(Written(at)) : ofTable) is not { } month)
        {
            return [Rejected(heads.Month ?? heads.Place, "EVA-032", ("found", heads.Month is { } column ? Written(column) : string.Empty))];
        }

        if (heads.Body is { } type && Text(type) is { Length: > 0 } body && (!Bodies.TryGetValue(body, out var isLake) || sheet.IsLake(place) is not { } known || known != isLake))
        {
            return [Rejected(type, "EVA-031", ("found", body), ("expected", sheet.IsLake(place) switch { null => "登记的水体类型（本点位未登记）", true => "湖库", false => "河流" }))];
        }

        return [.. Cells(sheet).Select(cell => cell.Value is { } value ? Figure(sheet, place, month, cell.Code, cell.At, value) : Rejected(cell.At, "IND-007", ("heading", Heading(cell.At)), ("found", Text(cell.At)), ("expected", cell.Expected))).OfType<SourceRow<FigureRow>>()];
    }

    // 无水 and 结冰 anywhere in the row are about the row.
    private IEnumerable<(string Code, int At, WaterSheetCell? Value, string Expected)> Cells(WaterSheet sheet)
    {
        int[] said = [.. heads.Items.Select(item => item.At), .. heads.Class is { } at ? [at] : Array.Empty<int>()];
        var dry = Array.FindIndex(said, column => Text(column) == FigureWords.Dry);
        var closed = Array.FindIndex(said, column => WaterReading.NotSampled.Contains(Text(column)));
        if (dry >= 0)
        {
            return [(sheet.Class.Code, said[dry], Value(null, FigureWords.Dry, MissingReason.None, FigureWords.Dry), string.Empty)];
        }

        return closed >= 0
            ? [(sheet.Class.Code, said[closed], Value(null, null, MissingReason.NotMeasured, FigureWords.Of(MissingReason.NotMeasured), Text(said[closed])), string.Empty)]
            : heads.Items.Where(item => !WaterReading.IsMissing(Text(item.At))).Select(Concentration).Concat(GivenClass(sheet));
    }

    private (string Code, int At, WaterSheetCell? Value, string Expected) Concentration(WaterSheetHeads.ItemColumn column)
    {
        var written = Text(column.At);
        var isRead = WaterReading.TryRead(written, out var reading);
        var number = reading.Concentration * column.Factor;
        var fits = isRead && Rounding.DecimalsOf(number) <= MostDecimals;
        var remark = reading.IsUndetected ? "未检出，按检出限的一半计" : null;
        return (WaterSheet.Code(column), column.At, fits ? Value(number, null, MissingReason.None, written, remark) : null, isRead ? "至多六位小数" : "不小于0的数字、检出限（如0.01L）、空白或无水");
    }

    private IEnumerable<(string Code, int At, WaterSheetCell? Value, string Expected)> GivenClass(WaterSheet sheet)
    {
        if (heads.Class is not { } at || WaterReading.IsMissing(Text(at)))
        {
            return [];
        }

        return [(sheet.Class.Code, at, WaterClass.TryParse(Text(at), out var given) ? Value(null, given.ToString(), MissingReason.None, Text(at)) : null, "Ⅰ类至Ⅴ类、劣Ⅴ类、无水或空白")];
    }

    private WaterSheetCell Value(decimal? number, string? text, MissingReason missing, string written, string? remark = null) => new(number, text, missing, written, _number, remark);

    private SourceRow<FigureRow>? Figure(WaterSheet sheet, Place place, Period month, string code, int at, WaterSheetCell cell) =>
        sheet.Figure(code, place, month, cell) is { } figure ? new(Where(at), figure.Key(), _raw, figure, []) : null;

    private SourceRow<FigureRow> Rejected(int at, string code, params (string Name, string Text)[] arguments)
    {
        var finding = new Finding(code, Severity.Error, arguments.Append((Name: "where", Text: Line)).ToDictionary(argument => argument.Name, argument => argument.Text), Where(at));
        return new(Where(at), string.Empty, _raw, null, [finding]);
    }

    private string Where(int at) => $"{Line}“{Heading(at)}”";

    private string Heading(int at) => at == heads.Place ? "断面（点位）" : at == heads.Month ? "月份" : at == heads.Body ? "水体类型" : at == heads.Class ? "水质类别" : heads.Items.FirstOrDefault(item => item.At == at)?.Heading ?? string.Empty;

    // Names and dates as they are written: a compacted one would be another.
    private string Written(int column) => column < _raw.Count ? _raw[column].Trim() : string.Empty;

    private string Text(int column) => WaterSheetHeads.Text(row, column);
}

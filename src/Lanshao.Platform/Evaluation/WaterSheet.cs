using System.Globalization;
using System.Text.RegularExpressions;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Evaluation;

/// <summary>Reads water readings in their wide form: every cell becomes a figure of its own, 无水 and a given class the class of its month.</summary>
/// <param name="pack">The pack: places, their types, indicators.</param>
/// <param name="said">What the form says beside the file.</param>
internal sealed partial class WaterSheet(Pack pack, IReadOnlyDictionary<string, string> said)
{
    private readonly IndicatorList _indicators = pack.Read(IndicatorList.Part);
    private readonly FigurePlaces _places = new(pack.District);

    /// <summary>Reads every table that has the headings; EVA-030 where none has.</summary>
    public Outcome<ImportReading<FigureRow>> Read(SourceDocument document)
    {
        var tables = document.Tables.Select(table => (Table: table, Heads: WaterSheetHeads.Find(table))).Where(table => table.Heads is not null).ToList();
        if (tables.Count == 0 || _indicators.Find(WaterMonth.ClassCode) is null)
        {
            return Refusal.Unreadable("EVA-030", ("file", document.Source.Name));
        }

        var rows = tables.SelectMany(table => Rows(document, table.Table, table.Heads!)).ToList();
        var periods = rows.Select(row => row.Row?.Period).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var unread = tables.SelectMany(table => table.Heads!.Unread.Concat(table.Heads.Items.Where(item => _indicators.Find(Code(item)) is null).Select(item => item.Heading))).Distinct();
        return new ImportReading<FigureRow>(
            string.Join(',', periods), document.Source.Name, rows, [.. unread.Select(heading => Note("IND-011", ("heading", heading))), .. Untyped(rows)]);
    }

    private IEnumerable<SourceRow<FigureRow>> Rows(SourceDocument document, TableBlock table, WaterSheetHeads heads)
    {
        var title = string.Join(' ', table.Rows.Take(heads.First).SelectMany(row => row.Cells.Select(cell => cell.Text)).Append(table.Name).Append(document.Source.Name));
        var ofTable = MonthOf(said.GetValueOrDefault(ImportWaterTable.PeriodArgument)) ?? MonthOf(Months().Match(title).Value);
        return table.Rows.Skip(heads.Below).Where(row => row.Cells.Count(cell => cell.Text.Trim().Length > 0) > 1 && WaterSheetHeads.Text(row, heads.Place).Length > 0)
            .SelectMany(row => new WaterSheetLine(row, heads).Read(this, ofTable));
    }

    internal IndicatorDefinition Class => _indicators.Find(WaterMonth.ClassCode)!;

    internal IReadOnlyList<Place> PlacesOf(string name, bool isPoints) => _places.Find(name, Class, isPoints ? "社区点位" : "市级考核断面");

    internal string NearestTo(string name) => _places.Nearest(name) ?? string.Empty;

    /// <summary>Returns whether a place is a lake; null where the register does not say.</summary>
    internal bool? IsLake(Place place) => place.Kind == PlaceKind.WaterPoint ? Point(place)?.IsLake : Section(place)?.IsLake;

    /// <summary>Makes the figure of a cell; null for an item that the pack has no indicator for.</summary>
    internal FigureRow? Figure(string code, Place place, Period month, WaterSheetCell cell)
    {
        var scope = place.Kind == PlaceKind.WaterPoint ? "社区点位" : Section(place)?.IsMunicipalAssessment == true ? "市级考核断面" : "其他断面";
        return _indicators.Find(code) is not { } indicator ? null : new(
            indicator.Code, place.Code, month.Code, FigureBasis.Published, FigureStatus.Reviewed, scope, FigureWords.NotApplicable, BulletinRows.OwnMonth,
            cell.Number, cell.Text, cell.Missing, cell.Written, Said(ImportWaterTable.SourceArgument) ?? indicator.Source, Said(ImportWaterTable.TableArgument) ?? string.Empty, null, cell.SourceRow, cell.Remark);
    }

    internal static string Code(WaterSheetHeads.ItemColumn column) => WaterMonth.CodeOf(column.Item);

    /// <summary>Reads a month as tables write it: 2024-06, 2024年6月, 202406, 2024/6/3; null where it is none.</summary>
    internal static Period? MonthOf(string? written)
    {
        var text = (written ?? string.Empty).Trim().Split(' ')[0].Replace('/', '-').Replace('.', '-');
        if (PeriodText.TryParse(text, out var period) && period.Kind is PeriodKind.Month or PeriodKind.Day)
        {
            return Period.Month(period.From.Year, period.From.Month);
        }

        return DateOnly.TryParseExact(text, ["yyyy-M", "yyyyMM", "yyyy-M-d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Period.Month(day.Year, day.Month) : null;
    }

    private string? Said(string name) => said.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    private WaterSection? Section(Place place) => pack.District.Sections.FirstOrDefault(section => section.Code == place.LocalCode);

    private WaterPoint? Point(Place place) => pack.District.WaterPoints.FirstOrDefault(point => point.Code == place.LocalCode);

    // Concentrations of a point that is neither a river nor a lake give no class: said once for the file.
    private IEnumerable<Finding> Untyped(IEnumerable<SourceRow<FigureRow>> rows)
    {
        var names = rows.Select(row => row.Row).OfType<FigureRow>().Where(row => row.Number is not null).Select(row => Place.TryParse(row.Place, out var place) && IsLake(place) is null ? Point(place)?.Name : null).OfType<string>().Distinct().ToList();
        return names.Count == 0 ? [] : [Note("EVA-033", ("points", string.Join('、', names)))];
    }

    private static Finding Note(string code, params (string Name, string Text)[] arguments) => new(code, Severity.Note, arguments.ToDictionary(argument => argument.Name, argument => argument.Text));

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月|[0-9]{4}-[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Months();
}

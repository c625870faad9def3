using System.Globalization;
using Lanshao.Documents;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation.Dustfall;

/// <summary>导入月降尘量表: a subdistrict and month a row, with and without the influence of sand in columns of their own. Each filled cell becomes a figure of the month; the two bases never stand for each other.</summary>
public static class ImportDustfall
{
    public const string Code = "dustfall-table";
    private const string MonthHead = "月份";
    private const string AreaHead = "街道";
    private const string SourceHead = "来源";
    private const string Scope = "街道站";
    private const decimal Largest = 1000;
    private const int LongestSource = 200;

    public static ImportKind<FigureRow> Kind { get; } = new(Code, Permissions.IndicatorsImport) { Read = ReadAsync, Current = ImportFigures.Kind.Current, Write = ImportFigures.Kind.Write };

    private static async Task<Outcome<ImportReading<FigureRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var document = DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct);
        var tables = document.Tables.Where(table => table.Rows.Count > 0).Select(table => (Table: table, Heads: SheetLine.HeadsOf(table)))
            .Where(table => table.Heads.ContainsKey(MonthHead) && table.Heads.ContainsKey(AreaHead) && DustfallMonth.Bases.Any(table.Heads.ContainsKey)).ToList();
        if (tables.Count == 0 || pack.Value.Read(IndicatorList.Part).Find(DustfallMonth.Indicator) is not { } indicator)
        {
            return Refusal.Unreadable("EVA-064", ("file", source.File.Name), ("expected", string.Join('、', [MonthHead, AreaHead, .. DustfallMonth.Bases])));
        }

        var rows = tables.SelectMany(table => table.Table.Rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Text.Trim().Length > 0)).SelectMany(row => Rows(new SheetLine(row, table.Heads, "EVA-065"), pack.Value.District, indicator, source.File.Name))).ToList();
        var periods = rows.Select(row => row.Row?.Period).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return await FigureDifferences.MarkAsync(db, pack.Value, new ImportReading<FigureRow>(string.Join(',', periods), source.File.Name, rows, []), ct);
    }

    private static IEnumerable<SourceRow<FigureRow>> Rows(SheetLine line, District district, IndicatorDefinition indicator, string file)
    {
        if (WaterSheet.MonthOf(line.Text(MonthHead)) is not { } month)
        {
            line.Wrong(MonthHead, line.Text(MonthHead), "2024-06");
            month = Period.Month(2000, 1);
        }

        var area = district.FindSubdistrictNamed(line.Text(AreaHead));
        if (area is null)
        {
            line.Wrong(AreaHead, line.Text(AreaHead), "街道（地区）名称");
        }

        var values = DustfallMonth.Bases.Select(sand => (Sand: sand, Number: line.Number(sand, 0, Largest, required: false))).ToList();
        var source = line.Filled(SourceHead, 0, LongestSource) is { Length: > 0 } said ? said : indicator.Source;
        if (line.HasErrors || values.TrueForAll(value => value.Number is null))
        {
            return [new(line.Where, string.Empty, line.Raw, null, line.HasErrors ? line.Findings : [Empty(line)])];
        }

        return values.Where(value => value.Number is not null).Select(value => new FigureRow(
            indicator.Code, Place.Subdistrict(area!.Code).Code, month.Code, FigureBasis.Published, FigureStatus.Reviewed, Scope, value.Sand, BulletinRows.OwnMonth,
            value.Number, null, MissingReason.None, line.Text(value.Sand), source, file, null, null, null))
            .Select(row => new SourceRow<FigureRow>(line.Where, row.Key(), line.Raw, row, []));
    }

    private static Finding Empty(SheetLine line)
    {
        line.Wrong(DustfallMonth.Bases[0], string.Empty, string.Create(CultureInfo.InvariantCulture, $"0—{Largest}"));
        return line.Findings[^1];
    }
}

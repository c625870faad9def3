using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Indicators;

/// <summary>导入市局排名表: the city's table as it is printed. Its values, wholes, changes and city ranks become published figures with the table's name and date; places are never computed.</summary>
public static class ImportCityTable
{
    public const string Code = "city-table";

    /// <summary>What the form may say beside the file: 表名, 印发日期, 时段.</summary>
    public const string TableArgument = "table";
    public const string IssuedArgument = "issued";
    public const string PeriodArgument = "period";

    public static ImportKind<FigureRow> Kind { get; } = new(Code, Permissions.IndicatorsImport) { Read = ReadAsync, Current = ImportFigures.Kind.Current, Write = ImportFigures.Kind.Write };

    private static async Task<Outcome<ImportReading<FigureRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var reading = new CityTable(pack.Value, source.Arguments).Read(DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct));
        return reading.IsRefused ? reading : await FigureDifferences.MarkAsync(db, pack.Value, reading.Value, ct);
    }
}

using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Evaluation;

/// <summary>导入水质监测表: readings of sections or points of communities, a row a place and month, a column an item. They become published figures, from which the month's classes are computed.</summary>
public static class ImportWaterTable
{
    public const string Code = "water-table";

    /// <summary>What the form may say beside the file: 月份, 来源, 表名.</summary>
    public const string PeriodArgument = "period";
    public const string SourceArgument = "source";
    public const string TableArgument = "table";

    public static ImportKind<FigureRow> Kind { get; } = new(Code, Permissions.IndicatorsImport) { Read = ReadAsync, Current = ImportFigures.Kind.Current, Write = ImportFigures.Kind.Write };

    private static async Task<Outcome<ImportReading<FigureRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var reading = new WaterSheet(pack.Value, source.Arguments).Read(DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct));
        return reading.IsRefused ? reading : await FigureDifferences.MarkAsync(db, pack.Value, reading.Value, ct);
    }
}

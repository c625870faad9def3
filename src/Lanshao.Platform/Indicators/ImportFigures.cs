using Lanshao.Documents;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Indicators;

/// <summary>导入数据: values from CSV or Excel by the one staging engine. A changed value is a new revision beside the old one; nothing is overwritten or deleted.</summary>
public static class ImportFigures
{
    public const string Code = "indicator-values";

    public static ImportKind<FigureRow> Kind { get; } = new(Code, Permissions.IndicatorsImport) { Read = ReadAsync, Current = CurrentAsync, Write = WriteAsync };

    private static async Task<Outcome<ImportReading<FigureRow>>> ReadAsync(LanshaoContext db, ImportSource source, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var reading = new FigureFile(pack.Value).Read(DocumentReader.Read(source.File.Bytes, source.File.Name, source.Limits, ct));
        return reading.IsRefused ? reading : await FigureDifferences.MarkAsync(db, pack.Value, reading.Value, ct);
    }

    private static async Task<IReadOnlyDictionary<string, FigureRow>> CurrentAsync(LanshaoContext db, string target, CancellationToken ct) =>
        (await FigureQueries.Standing(db.Set<IndicatorValue>().AsNoTracking(), Periods(target)).ToListAsync(ct)).Select(FigureRow.Of).ToDictionary(row => row.Key(), StringComparer.Ordinal);

    private static async Task<Refusal?> WriteAsync(LanshaoContext db, ImportWriting<FigureRow> writing, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var writer = await FigureWriter.OpenAsync(db, Periods(writing.Batch.Target), ct);
        foreach (var change in writing.Changes)
        {
            var provenance = new IndicatorValue.Provenance(writing.Actor.Id, writing.AtUtc, pack.Value.Revision, change.Origin?.BatchId, change.Origin?.Seq, change.Origin?.FileSha256);
            if (writer.Write(change.Key, change.After, provenance) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static List<Period> Periods(string target) =>
        [.. target.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => Period.TryParse(code, out var period) ? period : throw new FormatException(code))];
}

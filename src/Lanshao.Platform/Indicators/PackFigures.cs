using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Indicators;

/// <summary>The figures that a pack brings: checked with the pack, and taken in by the same import as any file.</summary>
public static class PackFigures
{
    private const string Folder = "figures/";

    public static readonly PackPart<IReadOnlyList<PackFile>> Part = new("Indicators", [Folder], Read);

    /// <summary>Imports every figure file of the pack in force. What is there already changes nothing.</summary>
    /// <returns>The batches, in the order of the files.</returns>
    public static async Task<Outcome<IReadOnlyList<ImportDraft>>> ImportAsync(LanshaoContext db, FileStore store, Pack pack, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var drafts = new List<ImportDraft>();
        foreach (var file in pack.Read(Part))
        {
            var source = new ImportSource(IncomingFile.Of(Path.GetFileName(file.Path), file.Content.ToArray()));
            var imported = await ImportAtOnce.RunAsync(db, store, ImportFigures.Kind, source, "text/csv", actor, clock, ct);
            if (imported.IsRefused)
            {
                return imported.Refusal;
            }

            drafts.Add(imported.Value);
        }

        return drafts;
    }

    private static List<PackFile> Read(Pack pack, PackProblems problems)
    {
        var files = pack.Files.All.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        foreach (var file in files)
        {
            Check(file, pack, problems);
        }

        return files;
    }

    private static void Check(PackFile file, Pack pack, PackProblems problems)
    {
        try
        {
            var reading = new FigureFile(pack).Read(DocumentReader.Read(file.Content.ToArray(), Path.GetFileName(file.Path)));
            if (reading.IsRefused)
            {
                problems.Error(reading.Refusal.Code, new(file.Path), [.. reading.Refusal.Arguments.Select(argument => (argument.Key, argument.Value))]);
                return;
            }

            var broken = reading.Value.Rows.Where(row => row.Row is null).ToList();
            if (broken.Count > 0)
            {
                problems.Error("IND-020", new(file.Path), ("count", broken.Count.ToString(CultureInfo.InvariantCulture)), ("first", $"{broken[0].Where}（{broken[0].Findings[0].Code}）"));
            }
        }
        catch (DocumentRefusedException refused)
        {
            problems.Error(refused.Code, new(file.Path));
        }
    }
}

using System.CommandLine;
using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Texts;

namespace Lanshao.CommandLine;

/// <summary>What every <c>… import FILE</c> does: reads the file within the limits, applies it at once or shows what it would do, and answers the contract's counts.</summary>
internal static class ImportVerb
{
    public static Option<bool> Preview { get; } = new("--preview") { Description = "只看结果，不写入" };

    public static Argument<string> File { get; } = new("FILE") { Description = "要导入的文件" };

    /// <summary>Imports one file by a room's kind.</summary>
    /// <param name="verb">The verb on its opened folder; has <see cref="File"/> and <see cref="Preview"/>.</param>
    /// <param name="kind">The room's kind.</param>
    /// <param name="mediaType">What the file is kept as.</param>
    /// <param name="arguments">What the verb's options said beside the file.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<int> RunAsync(DataVerb verb, ImportKind kind, string mediaType, IReadOnlyDictionary<string, string> arguments, CancellationToken ct)
    {
        var path = verb.Parsed.GetValue(File)!;
        var limits = verb.Settings.DocumentLimits();
        var file = await IncomingFile.ReadAsync(path, limits.FileBytes, ct);
        if (file.IsRefused)
        {
            return verb.Output.Refuse(file.Refusal, path);
        }

        var preview = verb.Parsed.GetValue(Preview);
        var source = new ImportSource(file.Value, arguments) { Limits = limits };
        await using var db = verb.Folder.Store.NewContext();
        var outcome = preview
            ? await DraftImport.RunAsync(db, kind, source, Actor.Local, TimeProvider.System, ct)
            : await ImportAtOnce.RunAsync(db, new FileStore(verb.Folder.FilesPath), kind, source, mediaType, Actor.Local, TimeProvider.System, ct);
        if (outcome.IsRefused)
        {
            return verb.Output.Refuse(outcome.Refusal, path);
        }

        var rejects = preview ? null : await WriteRejectsAsync(verb.Folder.FullPath, outcome.Value, ct);
        return verb.Output.Print(ImportAnswer.Of(outcome.Value, preview, rejects), Tell);
    }

    private static async Task<string?> WriteRejectsAsync(string folder, ImportDraft draft, CancellationToken ct)
    {
        if (draft.Batch.Rejected == 0)
        {
            return null;
        }

        var path = Path.Combine(folder, "rejected", $"{draft.EarlierBatch ?? draft.Batch.Id:D}.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await System.IO.File.WriteAllBytesAsync(path, CsvWriter.Write(RejectTable.Of(draft.Batch.FileName, draft.Rows)), ct);
        return path;
    }

    private static void Tell(TextWriter writer, ImportAnswer answer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Title}：新增{answer.Added}，修改{answer.Changed}，移除{answer.Removed}，未变{answer.Unchanged}，未导入{answer.Rejected}"));
        foreach (var finding in answer.Findings)
        {
            writer.WriteLine($"  {finding.Code} {finding.Message}");
        }

        if (answer.RejectFile is { } rejects)
        {
            writer.WriteLine($"未导入的行见 {rejects}");
        }
    }

    private sealed record ImportAnswer(Guid? Batch, string Title, int Added, int Changed, int Removed, int Unchanged, int Rejected, string? RejectFile, IReadOnlyList<FindingAnswer> Findings)
    {
        // A row that stands for the head of the file (its key begins with #) is no row of it.
        private static int Count(ImportDraft draft, ImportAction action) => draft.Rows.Count(r => r.Action == action && !r.Key.StartsWith('#'));

        // A file that brought nothing new answers the batch that brought it in.
        public static ImportAnswer Of(ImportDraft draft, bool isPreview, string? rejects) => new(
            draft.IsNothingNew ? draft.EarlierBatch : isPreview ? null : draft.Batch.Id,
            draft.Batch.Title,
            Count(draft, ImportAction.Add),
            Count(draft, ImportAction.Change),
            Count(draft, ImportAction.Remove),
            Count(draft, ImportAction.Unchanged),
            Count(draft, ImportAction.Reject),
            rejects,
            [.. draft.Batch.Findings.Select(f => FindingAnswer.Of(f, null)), .. draft.Rows.SelectMany(r => r.Findings.Select(f => FindingAnswer.Of(f, r.Position)))]);
    }

    private sealed record FindingAnswer(string Code, string Severity, string Message, string? Where, string? Quote)
    {
        public static FindingAnswer Of(Finding finding, string? position) =>
            new(finding.Code, finding.Severity.ToString().ToLowerInvariant(), ErrorTexts.Sentence(finding.Code, finding.Arguments), finding.Where ?? position, finding.Quote);
    }
}

using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Documents.Hourly;
using Lanshao.Front;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Monitoring;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary><c>readings import FILE…</c>: hourly tables of stations into the store, each file a batch that can be taken back.</summary>
internal static class ReadingsImportVerb
{
    private const int MostTold = 100;
    private static readonly Argument<FileInfo[]> Files = new("FILE") { Description = "小时值：CSV（可压缩为 .gz）或 Excel，宽表或长表", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Profile = new("--profile") { Description = "导入配置的名称，或配置文件（.json）" };
    private static readonly Option<string?> Tier = new("--tier") { Description = "登记册中没有的站点按此类别登记：国控、市控、区自建、微站（不给则为微站）" };
    private static readonly Option<bool> Corrects = new("--corrects") { Description = "以本次文件更正先前导入的值；不给则保留先到的值。设备报送的值不改" };

    public static Command Command() => DataVerb.On(
        new Command("import", "导入站点小时数据") { Files, Profile, Tier, Corrects, ImportVerb.Preview, CommonOptions.Pack },
        Permissions.DevicesEdit,
        RunAsync,
        (parsed, folder, ct) => FirstStart.RunAsync(folder, parsed.GetValue(CommonOptions.Pack), TimeProvider.System, ct));

    private static async Task<int> RunAsync(DataVerb verb, CancellationToken ct)
    {
        var arguments = await ArgumentsAsync(verb.Parsed, ct);
        if (arguments.IsRefused)
        {
            return verb.Output.Refuse(arguments.Refusal);
        }

        // All files are looked at before the first is applied: what cannot be read stops the whole.
        var sources = new List<ImportSource>();
        foreach (var file in verb.Parsed.GetValue(Files)!)
        {
            var source = await SourceAsync(verb, file, arguments.Value, ct);
            var looked = source.IsRefused ? source : ImportReadings.Look(source.Value, ct);
            if (looked.IsRefused)
            {
                return verb.Output.Refuse(looked.Refusal, file.Name);
            }

            sources.Add(looked.Value);
        }

        var (isPreview, answers) = (verb.Parsed.GetValue(ImportVerb.Preview), new List<FileAnswer>());
        foreach (var source in sources)
        {
            await using var db = verb.Folder.Store.NewContext();
            var outcome = isPreview
                ? await DraftImport.RunAsync(db, ImportReadings.Kind, source, Actor.Local, TimeProvider.System, ct)
                : await ImportAtOnce.RunAsync(db, new FileStore(verb.Folder.FilesPath), ImportReadings.Kind, source, "application/octet-stream", Actor.Local, TimeProvider.System, ct);
            if (outcome.IsRefused)
            {
                return verb.Output.Refuse(outcome.Refusal, source.File.Name);
            }

            answers.Add(FileAnswer.Of(outcome.Value, isPreview, isPreview ? null : await WriteRejectsAsync(verb.Folder.FullPath, outcome.Value, ct)));
        }

        return verb.Output.Print(Answer.Of(answers), Tell);
    }

    private static async Task<Outcome<Dictionary<string, string>>> ArgumentsAsync(ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetValue(Profile);
        var (profile, unknown) = await HourlyFiles.ProfileAsync(name, ct);
        if (unknown is not null)
        {
            return unknown;
        }

        var arguments = new Dictionary<string, string> { [ImportReadings.TierArgument] = parsed.GetValue(Tier) ?? string.Empty, [ImportReadings.CorrectsArgument] = parsed.GetValue(Corrects) ? "1" : "0" };
        if (profile is not null && name is not null)
        {
            var isShipped = HourlyProfile.All.Contains(profile);
            arguments.Add(isShipped ? ImportReadings.ProfileArgument : ImportReadings.OwnProfileArgument, isShipped ? name : await File.ReadAllTextAsync(name, ct));
        }

        return arguments;
    }

    private static async Task<Outcome<ImportSource>> SourceAsync(DataVerb verb, FileInfo file, Dictionary<string, string> arguments, CancellationToken ct)
    {
        var limits = verb.Settings.DocumentLimits();
        var read = await IncomingFile.ReadAsync(file.FullName, limits.FileBytes, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        return new ImportSource(read.Value, arguments) { Limits = limits };
    }

    private static async Task<string?> WriteRejectsAsync(string folder, ImportDraft draft, CancellationToken ct)
    {
        if (draft.Batch.Rejected == 0)
        {
            return null;
        }

        var path = Path.Combine(folder, "rejected", $"{draft.EarlierBatch ?? draft.Batch.Id:D}.csv");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await HourlyFiles.WriteRejectsAsync(path, draft.Rows.Where(row => row.Action == ImportAction.Reject).SelectMany(row => row.Findings).Select(finding => ImportReadings.RejectOf(draft.Batch.FileName, finding)).OfType<HourlyReject>(), ct);
        return path;
    }

    private static void Tell(TextWriter writer, Answer answer)
    {
        foreach (var file in answer.Files)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.File}：新增{file.Added}，更正{file.Changed}，已有{file.Unchanged}，未读入{file.Rejected}"));
        }

        foreach (var finding in answer.Findings.Take(MostTold))
        {
            writer.WriteLine($"  {finding.Code} {finding.Message}");
        }

        foreach (var file in answer.Files.Where(file => file.RejectFile is not null))
        {
            writer.WriteLine($"未读入的行见 {file.RejectFile}");
        }
    }

    // The contract's keys speak of the first file where there are several; their counts are sums of values.
    private sealed record Answer(Guid? Batch, long Added, long Changed, long Unchanged, long Rejected, string? RejectFile, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<FileAnswer> Files)
    {
        public static Answer Of(List<FileAnswer> files) => new(
            files[0].Batch, files.Sum(file => file.Added), files.Sum(file => file.Changed), files.Sum(file => file.Unchanged), files.Sum(file => file.Rejected),
            files.Select(file => file.RejectFile).FirstOrDefault(path => path is not null), [.. files.SelectMany(file => file.Findings)], files);
    }

    private sealed record FileAnswer(string File, Guid? Batch, long Added, long Changed, long Unchanged, long Duplicates, long Rejected, string? RejectFile, IReadOnlyList<FindingAnswer> Findings)
    {
        public static FileAnswer Of(ImportDraft draft, bool isPreview, string? rejects)
        {
            var counts = draft.Batch.Findings.Single(finding => finding.Code == ImportReadings.ValueCounts).Arguments;
            var batch = draft.IsNothingNew ? draft.EarlierBatch : isPreview ? null : draft.Batch.Id;
            var kept = Count("same") + Count("different") + Count("reported");
            var findings = draft.Batch.Findings.Select(finding => FindingAnswer.Of(finding, draft.Batch.FileName)).Concat(draft.Rows.SelectMany(row => row.Findings.Select(finding => FindingAnswer.Of(finding, $"{draft.Batch.FileName} {row.Position}"))));
            return new(draft.Batch.FileName, batch, Count("added"), Count("changed"), kept + Count("duplicates"), Count("duplicates"), Count("rejected"), rejects, [.. findings]);

            long Count(string what) => long.Parse(counts[what], CultureInfo.InvariantCulture);
        }
    }

    private sealed record FindingAnswer(string Code, string Severity, string Message, string Where)
    {
        public static FindingAnswer Of(Finding finding, string where) => new(finding.Code, finding.Severity.ToString().ToLowerInvariant(), ErrorTexts.Sentence(finding.Code, finding.Arguments), where);
    }
}

using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Documents.Hourly;
using Lanshao.Front;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary><c>readings import FILE…</c>: hourly tables of stations into the store.</summary>
internal static class ReadingsImportVerb
{
    private const string Unregistered = "MON-020";
    private static readonly Argument<FileInfo[]> Files = new("FILE") { Description = "小时值：CSV（可压缩为 .gz）或 Excel，宽表或长表", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Profile = new("--profile") { Description = "导入配置的名称，或配置文件（.json）" };

    public static Command Command() => DataVerb.On(
        new Command("import", "导入站点小时数据") { Files, Profile, ImportVerb.Preview, CommonOptions.Pack },
        Permissions.DevicesEdit,
        RunAsync,
        (parsed, folder, ct) => FirstStart.RunAsync(folder, parsed.GetValue(CommonOptions.Pack), TimeProvider.System, ct));

    private static async Task<int> RunAsync(DataVerb verb, CancellationToken ct)
    {
        var (profile, unknown) = await HourlyFiles.ProfileAsync(verb.Parsed.GetValue(Profile), ct);
        if (unknown is not null)
        {
            return verb.Output.Refuse(unknown);
        }

        var tables = new List<HourlyTable>();
        foreach (var file in verb.Parsed.GetValue(Files)!)
        {
            var read = HourlyFiles.Read(file, profile, ct);
            if (read.IsRefused)
            {
                return verb.Output.Refuse(read.Refusal, file.Name);
            }

            tables.Add(read.Value);
        }

        var stores = await MonitoringStores.OpenAsync(verb.Folder, ct);
        if (stores.IsRefused)
        {
            return verb.Output.Refuse(stores.Refusal);
        }

        var isPreview = verb.Parsed.GetValue(ImportVerb.Preview);
        var counts = await ImportReadings.RunAsync(stores.Value, tables, isPreview, Actor.Local, TimeProvider.System, ct);
        var rejects = isPreview ? null : await WriteRejectsAsync(verb.Folder.FullPath, tables, ct);
        var answer = new Answer(null, counts.Added, 0, counts.Unchanged + tables.Sum(table => (long)table.Duplicates), tables.Sum(table => table.RejectCount), rejects, [.. Findings(counts)]);
        return verb.Output.Print(answer, Tell);
    }

    private static async Task<string?> WriteRejectsAsync(string folder, List<HourlyTable> tables, CancellationToken ct)
    {
        if (tables.TrueForAll(table => table.RejectCount == 0))
        {
            return null;
        }

        var path = Path.Combine(folder, "rejected", $"readings-{tables[0].Sha256[..16]}.csv");
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await HourlyFiles.WriteRejectsAsync(path, tables.SelectMany(table => table.Rejects), ct);
        return path;
    }

    private static IEnumerable<FindingAnswer> Findings(ImportReadings.Counts counts)
    {
        if (counts.Registered.Count > 0)
        {
            var arguments = new Dictionary<string, string> { ["stations"] = string.Join('、', counts.Registered) };
            yield return new(Unregistered, "note", ErrorTexts.Sentence(Unregistered, arguments));
        }
    }

    private static void Tell(TextWriter writer, Answer answer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"小时数据：新增{answer.Added}，重复{answer.Unchanged}（保留先有的），未读入{answer.Rejected}"));
        foreach (var finding in answer.Findings)
        {
            writer.WriteLine($"  {finding.Code} {finding.Message}");
        }

        if (answer.RejectFile is { } rejects)
        {
            writer.WriteLine($"未读入的行见 {rejects}");
        }
    }

    private sealed record Answer(Guid? Batch, long Added, long Changed, long Unchanged, int Rejected, string? RejectFile, IReadOnlyList<FindingAnswer> Findings);

    private sealed record FindingAnswer(string Code, string Severity, string Message);
}

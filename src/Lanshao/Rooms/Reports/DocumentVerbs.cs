using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary><c>document check</c>: any report or plan against itself, without a database.</summary>
internal static class DocumentVerbs
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "要核的文稿，.docx 或 .txt" };

    public static IEnumerable<Command> All() => [new Command("document", "文稿") { Check() }];

    private static Command Check() =>
        new Command("check", "核稿：表内、文表之间、前后文之间的数字、名次、类别、日期是否对得上") { File, CommonOptions.Pack, CommonOptions.Data, CommonOptions.Database }
            .Needs(Permissions.Open)
            .Runs((parsed, output, ct) => CheckAsync(parsed.GetValue(File)!, parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Data)!, parsed.GetResult(CommonOptions.Data) is { Implicit: false } ? parsed.GetValue(CommonOptions.Database) ?? "" : null, output, ct));

    // The pack is read while the document is: both are short, and together they are half of the time.
    private static async Task<int> CheckAsync(FileInfo file, string? pack, string data, string? database, VerbOutput output, CancellationToken ct)
    {
        var reading = Task.Run(() => PackChoice.ReadNames(pack, data), ct);
        var document = DocumentFile.Read(file, ct);
        var names = await reading;
        if (names.IsRefused)
        {
            return output.Refuse(names.Refusal);
        }

        if (document.IsRefused)
        {
            return output.Refuse(document.Refusal, file.Name);
        }

        var (own, refusal) = database is null ? default : await OwnAsync(document.Value, data, database.Length > 0 ? database : null, ct);
        if (refusal is not null)
        {
            return output.Refuse(refusal);
        }

        var report = DocumentChecker.Check(document.Value, names.Value, own, ct);
        var exitCode = report.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Found : ExitCode.Done;
        return output.Write(json => CheckJson.Write(json, report), text => WriteText(text, report), exitCode);
    }

    // Only where a data folder is asked for by name: without one the check needs no database.
    private static async Task<(ReportDraft? Own, Refusal? Refusal)> OwnAsync(SourceDocument document, string data, string? database, CancellationToken ct)
    {
        var opened = await DataFolder.OpenAsync(data, create: false, database, ct);
        if (opened.IsRefused)
        {
            return (null, opened.Refusal);
        }

        await using var db = opened.Value.Store.NewContext();
        return (await OwnFigures.ReadAsync(db, document, ChinaTime.NowUtc(TimeProvider.System), ct), null);
    }

    private static void WriteText(TextWriter text, CheckReport report)
    {
        foreach (var finding in report.Findings)
        {
            text.WriteLine($"{CheckWords.Of(finding.Severity)}　{finding.Statement.Where}：{finding.Statement.Text}");
            foreach (var spot in finding.Evidence.Take(3))
            {
                text.WriteLine($"　　　　　对照　{spot.Where}：{spot.Text}");
            }

            text.WriteLine($"　　　　　{ErrorTexts.Sentence(finding.Code, finding.Arguments)}");
        }

        text.WriteLine($"共核{report.Checked}处：一致{report.Consistent}处，不一致{report.Inconsistent}处，无从核对{report.Unverifiable}处。");
    }
}

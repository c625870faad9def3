using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Front;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Rooms.Plans;

/// <summary><c>plan read</c>: an official plan as data, without a database. <c>plan import</c>: the same into a data folder.</summary>
internal static class PlansVerbs
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "印发的计划，.docx 或 .txt" };

    private static readonly Option<string?> Period = new("--period") { Description = "标题没有写明时：2024 或 2024Q2" };

    private static readonly Option<string?> List = new("--list") { Description = "是哪份清单的更正稿（清单编号），或 new：另一份清单；文件写明时不必填" };

    public static IEnumerable<Command> All() => [new Command("plan", "年度计划") { Read(), Import() }];

    private static Command Read() =>
        new Command("read", "读出计划的任务、措施、时限、单位和目标") { File, CommonOptions.Pack, CommonOptions.Data }
            .Needs(Permissions.Open)
            .Runs((parsed, output, ct) => ReadAsync(parsed.GetValue(File)!, parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Data)!, output, ct));

    private static Command Import() => DataVerb.On(
        new Command("import", "导入任务清单：任务、措施、时限、单位和目标") { ImportVerb.File, ImportVerb.Preview, Period, List, CommonOptions.Pack },
        Permissions.PlansImport,
        (verb, ct) => ImportVerb.RunAsync(verb, ImportPlan.Kind, "application/octet-stream", ArgumentsOf(verb.Parsed), ct),
        (parsed, folder, ct) => FirstStart.RunAsync(folder, parsed.GetValue(CommonOptions.Pack), TimeProvider.System, ct));

    private static Dictionary<string, string> ArgumentsOf(ParseResult parsed) =>
        new[] { ("period", parsed.GetValue(Period)), ("list", parsed.GetValue(List)) }.Where(said => said.Item2 is not null).ToDictionary(said => said.Item1, said => said.Item2!);

    // The pack is read while the document is: both are short, and together they are half of the time.
    private static async Task<int> ReadAsync(FileInfo file, string? pack, string data, VerbOutput output, CancellationToken ct)
    {
        Outcome<NameBook> names = NameBook.Empty;
        var reading = Task.Run(() => { names = PackChoice.ReadNames(pack, data); }, ct);
        var document = DocumentFile.Read(file, ct);
        await reading;
        if (names.IsRefused)
        {
            return output.Refuse(names.Refusal);
        }

        if (document.IsRefused)
        {
            return output.Refuse(document.Refusal, file.Name);
        }

        var plan = PlanReader.Read(document.Value, names.Value);
        var exitCode = plan.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Found : ExitCode.Done;
        return output.Write(json => PlanJson.Write(json, plan, document.Value.Findings), text => PlanText.Write(text, plan), exitCode);
    }
}

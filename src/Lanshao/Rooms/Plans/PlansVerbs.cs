using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans.Reading;

namespace Lanshao.Rooms.Plans;

/// <summary><c>plan read</c>: an official plan as data, without a database.</summary>
internal static class PlansVerbs
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "印发的计划，.docx 或 .txt" };

    public static IEnumerable<Command> All() => [new Command("plan", "年度计划") { Read() }];

    private static Command Read() =>
        new Command("read", "读出计划的任务、措施、时限、单位和目标") { File, CommonOptions.Pack, CommonOptions.Data }
            .Needs(Permissions.Open)
            .Runs((parsed, output, ct) => ReadAsync(parsed.GetValue(File)!, parsed.GetValue(CommonOptions.Pack), parsed.GetValue(CommonOptions.Data)!, output, ct));

    // The pack is read while the document is: both are short, and together they are half of the time.
    private static async Task<int> ReadAsync(FileInfo file, string? pack, string data, VerbOutput output, CancellationToken ct)
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

        var plan = PlanReader.Read(document.Value, names.Value);
        var exitCode = plan.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Found : ExitCode.Done;
        return output.Write(json => PlanJson.Write(json, plan, document.Value.Findings), text => PlanText.Write(text, plan), exitCode);
    }
}

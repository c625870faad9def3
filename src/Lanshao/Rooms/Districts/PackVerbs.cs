using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Reports;
using Lanshao.Texts;

namespace Lanshao.Rooms.Districts;

/// <summary><c>pack apply</c> and <c>pack export</c>.</summary>
internal static class PackVerbs
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "辖区包文件夹" };
    private static readonly Option<bool> Preview = new("--preview") { Description = "只看差异，不写入" };

    public static IEnumerable<Command> All() => [new Command("pack", "辖区包") { Apply(), Export(), LayoutVerb.Command() }];

    private static Command Apply() => new Command("apply", "应用辖区包：显示差异，写成新的一版") { Folder, CommonOptions.Data, CommonOptions.Database, Preview }
        .Needs(Permissions.PackApply)
        .Runs(async (parsed, output, ct) =>
        {
            var read = PackFolder.Read(parsed.GetValue(Folder)!);
            if (read.IsRefused)
            {
                return output.Refuse(read.Refusal);
            }

            var opened = await DataFolder.OpenAsync(parsed.GetValue(CommonOptions.Data)!, create: true, parsed.GetValue(CommonOptions.Database), ct);
            if (opened.IsRefused)
            {
                return output.Refuse(opened.Refusal);
            }

            var answer = parsed.GetValue(Preview) ? await PreviewAsync(opened.Value, read.Value, ct) : await ApplyAsync(opened.Value, read.Value, ct);
            opened.Value.Release();
            return answer.IsRefused ? output.Refuse(answer.Refusal) : output.Print(answer.Value, Write);
        });

    private static Command Export() => new Command("export", "导出辖区包，与应用时逐字节相同") { Folder, CommonOptions.Data, CommonOptions.Database }
        .Needs(Permissions.PackRead)
        .Runs(async (parsed, output, ct) =>
        {
            var opened = await DataFolder.OpenAsync(parsed.GetValue(CommonOptions.Data)!, create: false, parsed.GetValue(CommonOptions.Database), ct);
            if (opened.IsRefused)
            {
                return output.Refuse(opened.Refusal);
            }

            await using var db = opened.Value.Store.NewContext();
            var exported = await ExportPack.RunAsync(db, parsed.GetValue(Folder)!, ct);
            return exported.IsRefused
                ? output.Refuse(exported.Refusal)
                : output.Print(new ExportAnswer(exported.Value.Revision, exported.Value.Files.All.Count), (writer, answer) => writer.WriteLine($"已导出第{answer.Revision}版，{answer.Files}个文件"));
        });

    private static async Task<Outcome<ApplyAnswer>> ApplyAsync(DataFolder folder, PackFiles files, CancellationToken ct)
    {
        var applied = await PackIntake.RunAsync(folder, files, Actor.Local, TimeProvider.System, ct);
        if (applied.IsRefused && applied.Refusal.Code == "PACK-020")
        {
            TellErrors(new Pack(files).Check(PackParts.All).Findings);
        }

        return applied.Then<ApplyAnswer>(done => new ApplyAnswer(done.Revision, done.IsNew, done.Changes, Worded(done.Findings)));
    }

    private static async Task<Outcome<ApplyAnswer>> PreviewAsync(DataFolder folder, PackFiles files, CancellationToken ct)
    {
        await using var db = folder.Store.NewContext();
        var proposal = await ApplyPack.PreviewAsync(db, files, PackParts.All, ct);
        return new ApplyAnswer(proposal.Revision, !proposal.IsSame, proposal.Changes, Worded(proposal.Findings));
    }

    private static void Write(TextWriter writer, ApplyAnswer answer)
    {
        foreach (var change in answer.Changes)
        {
            writer.WriteLine($"{change.File} {change.Where}：{change.Before ?? "（无）"} → {change.After ?? "（无）"}");
        }

        foreach (var finding in answer.Findings)
        {
            writer.WriteLine(finding.Message);
        }

        writer.WriteLine(answer.IsNew ? $"第{answer.Revision}版，{answer.Changes.Count}处变化" : $"与第{answer.Revision}版内容相同，未产生任何变化");
    }

    private static void TellErrors(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Error))
        {
            VerbOutput.Tell(ErrorTexts.Sentence(finding.Code, finding.Arguments));
        }
    }

    private static List<FindingAnswer> Worded(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => new FindingAnswer(finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Where, ErrorTexts.Sentence(finding.Code, finding.Arguments)))];

    private sealed record ApplyAnswer(int Revision, bool IsNew, IReadOnlyList<PackChange> Changes, IReadOnlyList<FindingAnswer> Findings);

    private sealed record FindingAnswer(string Code, string Severity, string? Where, string Message);

    private sealed record ExportAnswer(int Revision, int Files);
}

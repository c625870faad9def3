using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Layouts;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Reports;

/// <summary><c>pack template KIND --output FILE.docx</c>: the Word layout of a kind of document, made from the pack's wording.</summary>
internal static class LayoutVerb
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "材料种类：" + string.Join('、', ReportKinds.All.Select(ReportKinds.CodeOf)) };
    private static readonly Option<string> Output = new("--output") { Description = "写到哪个Word文件", Required = true };

    public static Command Command()
    {
        Kind.AcceptOnlyFromAmong([.. ReportKinds.All.Select(ReportKinds.CodeOf)]);
        return new Command("template", "写出一种材料的Word版式模板，改好后在页面导入") { Kind, CommonOptions.Data, CommonOptions.Database, Output }
            .Needs(Permissions.PackRead)
            .Runs((parsed, output, ct) => RunAsync(parsed.GetValue(Kind)!, parsed.GetValue(CommonOptions.Data)!, parsed.GetValue(CommonOptions.Database), parsed.GetValue(Output)!, output, ct));
    }

    private static async Task<int> RunAsync(string kind, string data, string? database, string path, VerbOutput output, CancellationToken ct)
    {
        var opened = await DataFolder.OpenAsync(data, create: false, database, ct);
        if (opened.IsRefused)
        {
            return output.Refuse(opened.Refusal);
        }

        await using var db = opened.Value.Store.NewContext();
        var layout = await ReportLayouts.MakeAsync(db, ReportKinds.Find(kind)!.Value, ct);
        var target = layout.IsRefused ? layout.Refusal : OutputFile.Open(path);
        if (target.IsRefused)
        {
            return output.Refuse(target.Refusal);
        }

        await using var file = target.Value;
        return await file.WriteAsync(layout.Value!, ct) is { } refusal
            ? output.Refuse(refusal)
            : output.Print(new Answer(path, kind, layout.Value!.Length), (writer, answer) => writer.WriteLine($"{answer.Kind}：{answer.File}"));
    }

    private sealed record Answer(string File, string Kind, int Bytes);
}

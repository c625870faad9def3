using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Inspection;
using Lanshao.Platform.Storage;

namespace Lanshao.Rooms.Reports;

/// <summary><c>report inspection --period P [--domain D] [--task N] --output FILE.zip</c>: the folder for an inspection.</summary>
internal static class InspectionVerb
{
    private static readonly Option<string?> Domain = new("--domain") { Description = "领域：" + string.Join('、', InspectionAsked.Domains.Select(domain => domain.Code)) };
    private static readonly Option<string?> Number = new("--task") { Description = "任务或措施编号，如 2-5" };
    private static readonly Option<string> Output = new("--output") { Description = "写到哪个压缩文件", Required = true };

    private static readonly Option<Period> Span = new("--period")
    {
        Description = "时段，如 2024H1、2024Q2、2024-06、2024",
        Required = true,
        CustomParser = argument =>
        {
            var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
            if (!Period.TryParse(text, out var period))
            {
                argument.AddError($"“{text}”不是时段，应为 2024H1、2024Q2、2024-06 或 2024 的写法。");
            }

            return period;
        },
    };

    public static Command Command()
    {
        Domain.AcceptOnlyFromAmong([.. InspectionAsked.Domains.Select(domain => domain.Code)]);
        return new Command("inspection", "迎检材料包：计划任务、进展、目标和数字、已印发文稿、佐证，缺项在首页") { Span, Domain, Number, CommonOptions.Data, CommonOptions.Database, Output }
            .Needs(Permissions.ReportsRead)
            .Runs((parsed, output, ct) => RunAsync(
                new(parsed.GetValue(Span), InspectionAsked.DomainOf(parsed.GetValue(Domain)), parsed.GetValue(Number)), parsed.GetValue(CommonOptions.Data)!, parsed.GetValue(CommonOptions.Database), parsed.GetValue(Output)!, output, ct));
    }

    private static async Task<int> RunAsync(InspectionAsked asked, string data, string? database, string path, VerbOutput output, CancellationToken ct)
    {
        var opened = await DataFolder.OpenAsync(data, create: false, database, ct);
        var target = opened.IsRefused ? opened.Refusal : OutputFile.Open(path);
        if (target.IsRefused)
        {
            return output.Refuse(target.Refusal);
        }

        await using var file = target.Value;
        await using var db = opened.Value!.Store.NewContext();
        var papers = await InspectionPapers.ReadAsync(db, asked, ChinaTime.Today(TimeProvider.System), ct);
        if (papers.IsRefused)
        {
            return output.Refuse(papers.Refusal);
        }

        await using var folder = await InspectionFolder.WriteAsync(papers.Value, new FileStore(opened.Value.FilesPath), ChinaTime.NowUtc(TimeProvider.System), ct);
        if (await file.WriteAsync(folder, ct) is { } refusal)
        {
            return output.Refuse(refusal);
        }

        await NoteExport.RunAsync(db, new(InspectionFolder.NameOf(papers.Value), $"/reports/inspection?period={asked.Period.Code}", "zip", CarriedFigures.YearTo(ExportReach.Official, asked.Period)), Actor.Local, TimeProvider.System, ct);
        return output.Print(Answer.Of(path, papers.Value), (writer, answer) => answer.Write(writer));
    }

    private sealed record PartAnswer(string Name, string What);

    private sealed record Answer(string File, string Title, string Period, string? Domain, string? Task, int Measures, int Progress, int Targets, int Figures, int Issued, int Proofs, IReadOnlyList<string> Gaps, IReadOnlyList<PartAnswer> Index)
    {
        public static Answer Of(string file, InspectionPapers papers) => new(
            file, InspectionFolder.NameOf(papers), papers.Asked.Period.Code, papers.Asked.DomainCode, papers.Asked.Task, papers.Measures.Count, papers.Said.Count, papers.Targets.Count, papers.Figures.Count, papers.Issued.Count, papers.Proofs.Count,
            papers.Gaps, [.. InspectionFolder.IndexOf(papers).Select(part => new PartAnswer(part.Name, part.What))]);

        public void Write(TextWriter writer)
        {
            foreach (var gap in Gaps)
            {
                writer.WriteLine(gap);
            }

            foreach (var part in Index)
            {
                writer.WriteLine($"{part.Name}　{part.What}");
            }

            writer.WriteLine($"{Title}：{File}");
        }
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary><c>report half-year</c>, <c>year</c>, <c>quarter</c>, <c>month</c>, <c>week</c>, the special documents with <c>--about</c>, <c>inspection</c> and <c>carry-over</c>.</summary>
internal static class ReportVerbs
{
    private static readonly Option<string> Output = new("--output") { Description = "写到哪个Word文件", Required = true };

    public static IEnumerable<Command> All() =>
    [
        new Command("report", "生成材料：报告附件、通报")
        {
            Rendered(ReportKind.HalfYear, "半年报告，如 2024H1"),
            Rendered(ReportKind.Quarter, "季度重点任务进展表，如 2024Q2"),
            Rendered(ReportKind.Month, "月度点评，如 2024-06"),
            Rendered(ReportKind.Week, "周通报，如 2024-W26"),
            Rendered(ReportKind.Year, "年度报告，如 2024"),
            Rendered(ReportKind.Subdistrict, "街道档案，如 2024H1", "街道（地区）的名称或代码"),
            Rendered(ReportKind.HighValue, "高值提醒：某日12时起一晚的报警，如 2024-06-30", "报警编号，不写是整晚"),
            Rendered(ReportKind.Attainment, "达标跟踪：年度目标到某日的情况，如 2024-06-30"),
            Rendered(ReportKind.FloodSeason, "汛期简报，如 2024-06 或 2024-06-01..2024-07-15"),
            Rendered(ReportKind.Talk, "约谈记录，如 2024-06 或 2024-05-21..2024-06-20", "街道（地区）的名称或代码"),
            Rendered(ReportKind.Rectification, "整改方案公示稿：一条措施到某日的情况，如 2024-06-30", "措施编号，如 2-5-1"),
            InspectionVerb.Command(),
            CarryOverVerb.Command(),
        },
    ];

    private static Command Rendered(ReportKind kind, string description, string? about = null)
    {
        var (period, subject) = (PeriodOption(kind), about is null ? null : new Option<string?>("--about") { Description = about, Required = ReportKinds.NeedsSubject(kind) });
        var command = new Command(ReportKinds.CodeOf(kind), description) { period, CommonOptions.Data, CommonOptions.Database, Output };
        if (subject is not null)
        {
            command.Add(subject);
        }

        return command.Needs(Permissions.ReportsRender)
            .Runs((parsed, output, ct) => RenderAsync(
                new Asked(new(kind, parsed.GetValue(period), (subject is null ? null : parsed.GetValue(subject)) ?? string.Empty), parsed.GetValue(CommonOptions.Data)!, parsed.GetValue(CommonOptions.Database), parsed.GetValue(Output)!), output, ct));
    }

    private static Option<Period> PeriodOption(ReportKind kind) => new("--period")
    {
        Description = "时段",
        Required = true,
        CustomParser = argument => ParsePeriod(argument, kind),
    };

    private static Period ParsePeriod(ArgumentResult argument, ReportKind kind)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (Period.TryParse(text, out var period) && ReportKinds.Covers(kind, period))
        {
            return period;
        }

        argument.AddError($"“{text}”不是这种材料的时段，应为 {ReportKinds.ExampleOf(kind)} 的写法。");
        return default;
    }

    private static async Task<int> RenderAsync(Asked asked, VerbOutput output, CancellationToken ct)
    {
        var opened = await DataFolder.OpenAsync(asked.Data, create: false, asked.Database, ct);
        if (opened.IsRefused)
        {
            return output.Refuse(opened.Refusal);
        }

        var target = OutputFile.Open(asked.Output);
        if (target.IsRefused)
        {
            return output.Refuse(target.Refusal);
        }

        await using var file = target.Value;
        await using var db = opened.Value.Store.NewContext();
        var rendered = await RenderReport.RunAsync(db, new FileStore(opened.Value.FilesPath), asked.Scope, Actor.Local, TimeProvider.System, ct);
        if (rendered.IsRefused)
        {
            return output.Refuse(rendered.Refusal);
        }

        if (await file.WriteAsync(rendered.Value.File, ct) is { } refusal)
        {
            return output.Refuse(refusal);
        }

        var report = rendered.Value.Report;
        await NoteExport.RunAsync(db, new(report.Title, $"/reports/{report.Id:D}", "docx", CarriedFigures.Of(report)), Actor.Local, TimeProvider.System, ct);
        return output.Print(Answer.Of(asked.Output, rendered.Value), (writer, answer) => answer.Write(writer));
    }

    private sealed record Asked(ReportScope Scope, string Data, string? Database, string Output);

    private sealed record AnnexAnswer(int Number, string Title, int Figures, int Missing, int Preliminary);

    private sealed record FindingAnswer(string Code, string Severity, string? Where, string Message);

    private sealed record Answer(string File, string Sha256, string Kind, string Period, string About, int Number, string Title, IReadOnlyList<AnnexAnswer> Annexes, IReadOnlyList<FindingAnswer> Findings)
    {
        public static Answer Of(string file, RenderReport.Rendered rendered) => new(
            file,
            rendered.Report.FileSha256,
            ReportKinds.CodeOf(rendered.Report.Kind),
            rendered.Report.Period.Code,
            rendered.Report.Subject,
            rendered.Report.Number,
            rendered.Report.Title,
            [.. rendered.Annexes.Select(annex => new AnnexAnswer(annex.Number, annex.Table.Title, annex.Figures, annex.Missing, annex.Preliminary))],
            [.. rendered.Findings.Select(finding => new FindingAnswer(finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Where, ErrorTexts.Sentence(finding.Code, finding.Arguments)))]);

        public void Write(TextWriter writer)
        {
            foreach (var annex in Annexes)
            {
                writer.WriteLine($"附件{annex.Number}　{annex.Title}　数据{annex.Figures}项，缺{annex.Missing}项，初步{annex.Preliminary}项");
            }

            foreach (var finding in Findings)
            {
                writer.WriteLine(finding.Message);
            }

            writer.WriteLine($"{Title}，第{Number}次生成：{File}");
        }
    }
}

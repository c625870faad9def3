using System.CommandLine;
using System.CommandLine.Parsing;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Storage;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary><c>report half-year</c>, <c>year</c>, <c>quarter</c>, <c>month</c>, <c>week</c> and <c>inspection</c>.</summary>
internal static class ReportVerbs
{
    private static readonly Option<string> Output = new("--output") { Description = "写到哪个Word文件", Required = true };

    public static IEnumerable<Command> All() =>
    [
        new Command("report", "生成材料：报告附件、通报")
        {
            Rendered("half-year", "半年报告，如 2024H1", PeriodKind.Half),
            Rendered("quarter", "季度重点任务进展表，如 2024Q2", PeriodKind.Quarter),
            Rendered("month", "月度点评，如 2024-06", PeriodKind.Month),
            Rendered("week", "周通报，如 2024-W26", PeriodKind.Week),
            Rendered("year", "年度报告，如 2024", PeriodKind.Year),
            InspectionVerb.Command(),
        },
    ];

    private static Command Rendered(string name, string description, PeriodKind kind)
    {
        var period = PeriodOption(kind);
        return new Command(name, description) { period, CommonOptions.Data, CommonOptions.Database, Output }
            .Needs(Permissions.ReportsRender)
            .Runs((parsed, output, ct) => RenderAsync(
                new Asked(parsed.GetValue(period), parsed.GetValue(CommonOptions.Data)!, parsed.GetValue(CommonOptions.Database), parsed.GetValue(Output)!), output, ct));
    }

    private static Option<Period> PeriodOption(PeriodKind kind) => new("--period")
    {
        Description = "时段",
        Required = true,
        CustomParser = argument => ParsePeriod(argument, kind),
    };

    private static Period ParsePeriod(ArgumentResult argument, PeriodKind kind)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (Period.TryParse(text, out var period) && period.Kind == kind)
        {
            return period;
        }

        var expected = kind switch { PeriodKind.Half => "2024H1", PeriodKind.Quarter => "2024Q2", PeriodKind.Month => "2024-06", PeriodKind.Year => "2024", _ => "2024-W26" };
        argument.AddError($"“{text}”不是这种材料的时段，应为 {expected} 的写法。");
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
        var rendered = await RenderReport.RunAsync(db, new FileStore(opened.Value.FilesPath), asked.Period, Actor.Local, TimeProvider.System, ct);
        if (rendered.IsRefused)
        {
            return output.Refuse(rendered.Refusal);
        }

        return await file.WriteAsync(rendered.Value.File, ct) is { } refusal
            ? output.Refuse(refusal)
            : output.Print(Answer.Of(asked.Output, rendered.Value), (writer, answer) => answer.Write(writer));
    }

    private sealed record Asked(Period Period, string Data, string? Database, string Output);

    private sealed record AnnexAnswer(int Number, string Title, int Figures, int Missing, int Preliminary);

    private sealed record FindingAnswer(string Code, string Severity, string? Where, string Message);

    private sealed record Answer(string File, string Sha256, string Kind, string Period, int Number, string Title, IReadOnlyList<AnnexAnswer> Annexes, IReadOnlyList<FindingAnswer> Findings)
    {
        public static Answer Of(string file, RenderReport.Rendered rendered) => new(
            file,
            rendered.Report.FileSha256,
            ReportKinds.CodeOf(rendered.Report.Kind),
            rendered.Report.Period.Code,
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

using System.CommandLine;
using System.CommandLine.Parsing;
using Lanshao.CommandLine;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.CarryOver;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Texts;

namespace Lanshao.Rooms.Reports;

/// <summary><c>report carry-over FILE --period P [--from P] --output FILE.docx</c>: 以上期材料为底稿, last period's Word file with the figures of this one.</summary>
internal static class CarryOverVerb
{
    private static readonly UiTexts Words = new(Language.Chinese);
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "上期的Word文件（.docx）" };
    private static readonly Option<Period> Now = new("--period") { Description = "本期，如 2024H1、2024-06", Required = true, CustomParser = PeriodOf };
    private static readonly Option<Period> Before = new("--from") { Description = "上期；不写时从标题读出", CustomParser = PeriodOf };
    private static readonly Option<string> Output = new("--output") { Description = "写到哪个Word文件", Required = true };

    public static Command Command() => new Command("carry-over", "以上期材料为底稿：换过的数字加下划线，未换的标黄，时段词和最高级用语列出待核") { File, Now, Before, CommonOptions.Data, CommonOptions.Database, Output }
        .Needs(Permissions.ReportsRender)
        .Runs((parsed, output, ct) => RunAsync(parsed, output, ct));

    private static async Task<int> RunAsync(ParseResult parsed, VerbOutput output, CancellationToken ct)
    {
        var (path, limits) = (parsed.GetValue(Output)!, DocumentLimits.Default);
        var file = await IncomingFile.ReadAsync(parsed.GetValue(File)!.FullName, limits.FileBytes, ct);
        var opened = file.IsRefused ? file.Refusal : await DataFolder.OpenAsync(parsed.GetValue(CommonOptions.Data)!, create: false, parsed.GetValue(CommonOptions.Database), ct);
        var target = opened.IsRefused ? opened.Refusal : OutputFile.Open(path);
        if (target.IsRefused)
        {
            return output.Refuse(target.Refusal, parsed.GetValue(File)!.Name);
        }

        await using var written = target.Value;
        await using var db = opened.Value!.Store.NewContext();
        var before = parsed.GetResult(Before) is { Implicit: false } ? parsed.GetValue(Before) : (Period?)null;
        var carried = await CarryOverReport.RunAsync(db, new(file.Value!, before, parsed.GetValue(Now)), limits, ChinaTime.NowUtc(TimeProvider.System), ct);
        if (carried.IsRefused)
        {
            return output.Refuse(carried.Refusal, file.Value!.Name);
        }

        if (await written.WriteAsync(carried.Value.File, ct) is { } refusal)
        {
            return output.Refuse(refusal);
        }

        var title = $"{Path.GetFileNameWithoutExtension(file.Value!.Name)}（{carried.Value.Now.ChineseText}底稿）";
        await NoteExport.RunAsync(db, new(title, "/reports/carry-over", "docx", CarriedFigures.YearTo(ExportReach.Official, carried.Value.Now)), Actor.Local, TimeProvider.System, ct);
        return output.Print(Answer.Of(path, carried.Value), (writer, answer) => answer.Write(writer));
    }

    private static Period PeriodOf(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (!Period.TryParse(text, out var period))
        {
            argument.AddError($"“{text}”不是时段，应为 2024H1、2024Q2、2024-06 或 2024 的写法。");
        }

        return period;
    }

    private sealed record ItemAnswer(string Kind, string Handling, string Where, string Before, string Now, string Fact, string Reason, string Sentence);

    private sealed record Answer(string File, string Before, string Now, int Replaced, int Unbound, IReadOnlyList<ItemAnswer> Items)
    {
        public static Answer Of(string file, CarryOverReport.Carried carried) => new(
            file, carried.Before.Code, carried.Now.Code, carried.Items.Count(item => item.Kind == CarriedKind.Replaced), carried.Items.Count(item => item.Kind == CarriedKind.Unbound),
            [.. carried.Items.Select(item => new ItemAnswer(Code(item.Kind), CarryOverView.Of(item.Kind), item.Where, item.Before, item.Now, item.Label, CarryOverView.Reason(Words, item), item.Sentence))]);

        public void Write(TextWriter writer)
        {
            foreach (var item in Items)
            {
                writer.WriteLine($"{item.Handling}　{item.Where}　{item.Before}{(item.Now.Length > 0 ? $" → {item.Now}" : string.Empty)}　{item.Reason}");
            }

            writer.WriteLine($"换数{Replaced}处，未换{Unbound}处：{File}");
        }

        private static string Code(CarriedKind kind) => kind switch
        {
            CarriedKind.Replaced => "replaced",
            CarriedKind.Unbound => "unbound",
            CarriedKind.PeriodChanged => "period-changed",
            CarriedKind.PeriodLeft => "period-left",
            CarriedKind.Picture => "picture",
            _ => "superlative",
        };
    }
}

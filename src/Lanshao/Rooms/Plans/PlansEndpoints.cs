using System.IO.Compression;
using Lanshao.Documents.Writing;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;

namespace Lanshao.Rooms.Plans;

/// <summary>The files of tasks and unit sheets: the list, the overview, one sheet to fill in, all sheets in one archive.</summary>
internal static class PlansEndpoints
{
    private const string SampleMark = "演示数据";
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles("/tasks/table", async context => await TasksAsync(context)).Needs(Permissions.PlansRead);
        app.MapTableFiles("/units/overview", async context => (await ViewAsync(context)).Then<PageTable>(view => view.Overview(unit => unit))).Needs(Permissions.PlansRead);
        app.MapGet("/plans/{code}/table.{ending}", (Delegate)PlanAsync).Needs(Permissions.PlansRead).TakesTime(Most).ExcludeFromDescription();
        app.MapPost("/plans/{code}/findings", (Delegate)SettleAsync).Needs(Permissions.PlansEdit).ExcludeFromDescription();
        TaskEndpoints.Map(app);
        PlansApi.Map(app);
        app.MapGet("/units/{key}/sheet.{ending}", (Delegate)SheetAsync).Needs(Permissions.PlansRead).ExcludeFromDescription();
        app.MapGet("/units.zip", (Delegate)AllAsync).Needs(Permissions.PlansRead).TakesTime(Most).ExcludeFromDescription();
    }

    // The list as it was issued: every annex in its own table with its own headings.
    private static async Task<IResult> PlanAsync(HttpContext context, LanshaoContext db, string code, string ending, CancellationToken ct)
    {
        if (await PlanQueries.FindWholeAsync(db, code, ct) is not { IsVoid: false } found)
        {
            return Refusal.NotFound("PRG-020", ("list", code)).ToHttp(context);
        }

        var plan = found.AsContent();
        var mark = (await TasksView.DistrictAsync(db, ct))?.Facts.IsSample == true ? SampleMark : null;
        return ending switch
        {
            "docx" => TableFiles.File(WordWriter.Write(PlanPrint.Document(plan) with { Mark = mark }), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", plan.Outline.Title, ending, mark),
            "xlsx" => TableFiles.File(ExcelWriter.Write(PlanPrint.Workbook(plan) with { Mark = mark }), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", plan.Outline.Title, ending, mark),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> SettleAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock, PageAddress here, string code)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (question, how) = (form["question"].ToString(), form["how"].ToString());
        var settled = await MarkFinding.RunAsync(db, new(code, question, how), actor, clock, context.RequestAborted);
        return settled.IsRefused
            ? PageRoutes.Refused<PlanPage>(context, settled.Refusal, new Dictionary<string, string> { ["question"] = question, ["how"] = how })
            : new SeeOtherResult(here.To($"/plans/{Uri.EscapeDataString(code)}", ("show", here.Text("show"))) + "#findings");
    }

    private static async Task<IResult> SheetAsync(HttpContext context, string key, string ending)
    {
        var view = await ViewAsync(context);
        if (view.IsRefused)
        {
            return view.Refusal.ToHttp(context);
        }

        var sheet = view.Value.Sheets.Of(key);
        return sheet.Rows.Count == 0
            ? Refusal.NotFound("PRG-022", ("unit", sheet.UnitName), ("list", sheet.Plan.Title)).ToHttp(context)
            : TableFiles.Answer(sheet.Print(view.Value.Period, view.Value.DueOn), ending, MarkOf(view.Value));
    }

    private static async Task<IResult> AllAsync(HttpContext context)
    {
        var view = await ViewAsync(context);
        if (view.IsRefused)
        {
            return view.Refusal.ToHttp(context);
        }

        var asWord = context.Request.Query["format"] != "xlsx";
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            var number = 0;
            foreach (var unit in view.Value.Sheets.Units)
            {
                Add(archive, $"{++number:00}", view.Value.Sheets.Of(unit), view.Value, asWord);
            }
        }

        return TableFiles.File(buffer.ToArray(), "application/zip", $"单位任务单（{view.Value.Period.ChineseText}）", "zip", MarkOf(view.Value));
    }

    private static void Add(ZipArchive archive, string number, UnitSheet sheet, UnitSheetsView view, bool asWord)
    {
        var table = sheet.Print(view.Period, view.DueOn);
        var mark = MarkOf(view);
        var bytes = asWord
            ? WordWriter.Write(OfficialDocument.Of(table) with { Mark = mark })
            : ExcelWriter.Write(new PrintWorkbook(table.Title, [table]) { Mark = mark });
        var name = string.Concat(sheet.UnitName.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        var entry = archive.CreateEntry($"{number}-{name}.{(asWord ? "docx" : "xlsx")}", CompressionLevel.Fastest);
        using var content = entry.Open();
        content.Write(bytes);
    }

    private static async Task<Outcome<PageTable>> TasksAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var view = await TasksView.LoadAsync(services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<TimeProvider>(), context.RequestAborted);
        return view.Table(view.Board.Rows, row => row.Code);
    }

    private static string? MarkOf(UnitSheetsView view) => view.IsSample ? SampleMark : null;

    private static Task<Outcome<UnitSheetsView>> ViewAsync(HttpContext context) => UnitSheetsView.LoadAsync(
        context.RequestServices.GetRequiredService<LanshaoContext>(),
        context.RequestServices.GetRequiredService<PageAddress>(),
        context.RequestServices.GetRequiredService<TimeProvider>(),
        context.RequestAborted);
}

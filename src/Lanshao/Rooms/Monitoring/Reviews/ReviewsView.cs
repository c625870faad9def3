using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>数据审核记录: B6. The reviews of a month, and the marks that nobody has looked at.</summary>
internal sealed record ReviewsView(PageTable Table, string Answer, Period Month, IReadOnlyList<(string Mn, string Name)> Stations)
{
    public const string Path = "/devices/reviews";
    public const string StationName = "station";
    private const int Most = 2000;

    public static readonly IReadOnlyList<Column> Columns =
    [
        new("时间", ColumnKind.OneLine), new("站点", ColumnKind.OneLine), new("因子", ColumnKind.OneLine), new("原始值", ColumnKind.Figure), new("标记", ColumnKind.OneLine), new("规则与依据", ColumnKind.Prose),
        new("初核岗位"), new("复核岗位"), new("结论", ColumnKind.OneLine), new("附件"),
    ];

    /// <summary>Reads what the address asks for.</summary>
    public static async Task<Outcome<ReviewsView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var stores = await services.GetRequiredService<GatewayHost>().StoresAsync(ct);
        if (stores.IsRefused)
        {
            return stores.Refusal;
        }

        var day = here.Period is { } asked ? asked.To : ChinaTime.Today(clock);
        var (month, mn) = (Period.Month(day.Year, day.Month), here.Text(StationName));
        var marks = await FindMarks.RunAsync(db, stores.Value, new(month.From, month.To, mn), clock, ct);
        if (marks.IsRefused)
        {
            return marks.Refusal;
        }

        var reviews = await ReviewQueries.ListAsync(db, ChinaTime.StartUtc(month.From), ChinaTime.StartUtc(month.To.AddDays(1)), mn, ct);
        var lines = new ReviewLines(marks.Value, reviews, here, t);
        var rows = lines.Rows(MarkWords.Asked(here), here.Text("state"));
        var table = new PageTable(t["数据审核记录（{0}）", month], Columns, [.. rows.Take(Most)])
        {
            IsWide = true,
            IsStacked = true,
            Carries = CarriedFigures.Of(mn is null ? ExportReach.Devices : ExportReach.Device, month) with { Mn = mn },
            Below =
            [
                t["自动标记只作提示，不改数值；原始值始终保留。国控、市控数据只读，存疑只登记反映时间和渠道。"],
                t["本单位尚未启用账号时，初核、复核岗位由经办填写，仅登记，不能证明为两人。"],
                .. rows.Count > Most ? [t["只列出前{0}行，其余请缩小筛选范围后另行导出。", Most]] : Array.Empty<string>(),
            ],
        };
        var known = marks.Value.Select(mark => (mark.Device.Mn, mark.Device.Name)).Concat(reviews.Select(review => (review.Mn, review.DeviceName))).DistinctBy(station => station.Item1).ToList();
        return new ReviewsView(table, lines.Answer(month), month, known);
    }
}

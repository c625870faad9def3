using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Disputes;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Indicators;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Disputes;

/// <summary>异议登记: B10.</summary>
internal sealed record DisputesView(PageTable Table, string Answer, Period Month, IReadOnlyList<Dispute> Open, IReadOnlyList<(string Code, string Name)> Areas, IReadOnlyList<(string Code, string Name)> Indicators)
{
    public const string Path = "/rankings/disputes";
    private const int Most = 200;

    private static readonly IReadOnlyList<Column> Columns =
        [new("街道"), new("反映时间", ColumnKind.OneLine), new("反映内容", ColumnKind.Prose), new("涉及数据"), new("核对结果", ColumnKind.Prose), new("答复时间", ColumnKind.OneLine), new("答复岗位")];

    public static async Task<Outcome<DisputesView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        var day = here.Period?.To ?? ChinaTime.Today(services.GetRequiredService<TimeProvider>());
        var month = Period.Month(day.Year, day.Month);
        var disputes = await DisputeQueries.ListAsync(db, month.From, month.To, Most, ct);
        var earlier = await DisputeQueries.WaitingAsync(db, month.From, Most, ct);
        return new DisputesView(
            TableOf(disputes, new(pack.Value), t["异议登记（{0}）", month], t), AnswerOf(disputes, earlier.Count, month, t), month, [.. disputes.Where(dispute => dispute.Outcome is null), .. earlier],
            [.. pack.Value.District.Subdistricts.Select(area => (area.Code, area.Name))], [.. pack.Value.Read(IndicatorList.Part).All.Where(indicator => indicator.IsRanked).Select(indicator => (indicator.Code, indicator.Name))]);
    }

    /// <summary>Returns disputes as a table.</summary>
    public static PageTable TableOf(IReadOnlyList<Dispute> disputes, FigureNames names, string title, UiTexts t) => new(title, Columns, [.. disputes.Select(dispute => Row(dispute, names, t))])
    {
        IsWide = true,
        Below = [t["异议登记不改动任何数据；需要更正的，按数据审核或数据导入更正办理。"]],
    };

    // 本月收到异议3件：数据无误2、口径不同1、更正0.
    private static string AnswerOf(IReadOnlyList<Dispute> disputes, int earlier, Period month, UiTexts t)
    {
        int Count(DisputeOutcome? outcome) => disputes.Count(dispute => dispute.Outcome == outcome);
        return t["{0}收到异议{1}件：数据无误{2}、口径不同{3}、更正{4}、待答复{5}", month, disputes.Count, Count(DisputeOutcome.Right), Count(DisputeOutcome.OtherScope), Count(DisputeOutcome.ToCorrect), Count(null)]
            + (earlier == 0 ? "。" : t["；此前待答复{0}件。", earlier]);
    }

    private static TableRow Row(Dispute dispute, FigureNames names, UiTexts t) => new(
    [
        Cell.Of(names.Place(dispute.Place.Code)), Cell.Day(dispute.ReceivedOn), Cell.Of(dispute.Text), Cell.Of($"{names.Indicator(dispute.Indicator)} {dispute.Figure}").Noted(dispute.Period.ChineseText),
        dispute.Outcome is { } outcome ? Cell.Of([t[Dispute.WordOf(outcome)], dispute.Answer!]) : Cell.Missing(t["待答复"]),
        dispute.AnsweredOn is { } day ? Cell.Day(day) : Cell.Blank, Cell.Of(dispute.AnsweredPost ?? string.Empty),
    ]);
}

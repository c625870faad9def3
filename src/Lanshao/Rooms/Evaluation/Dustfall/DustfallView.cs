using Lanshao.Platform.Evaluation.Dustfall;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Standards;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation.Dustfall;

/// <summary>月降尘量: the subdistricts of a month, with and without sand side by side.</summary>
internal sealed record DustfallView(PageTable Table, string Answer, Period? Month, IReadOnlyList<Period> Months)
{
    public const string Path = "/dust/monthly";

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("街道（地区）"), new("降尘量", ColumnKind.Figure) { Group = "未扣除沙尘影响" }, new("同比变化", ColumnKind.Figure) { Group = "未扣除沙尘影响" },
        new("降尘量", ColumnKind.Figure) { Group = "扣除沙尘影响" }, new("同比变化", ColumnKind.Figure) { Group = "扣除沙尘影响" },
    ];

    public static async Task<Outcome<DustfallView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>());
        var months = await DustfallMonth.MonthsAsync(db, ct);
        if ((here.Period ?? (months.Count == 0 ? (Period?)null : months[0])) is not { } asked)
        {
            return new DustfallView(new(t["月降尘量"], Columns, []), t["还没有月降尘量。"], null, months);
        }

        var month = Platform.Foundation.Period.Month(asked.To.Year, asked.To.Month);
        return (await DustfallMonth.ReadAsync(db, month, ct)).Then<DustfallView>(read => new DustfallView(TableOf(read, t), AnswerOf(read, t), month, months));
    }

    private static PageTable TableOf(DustfallMonth month, UiTexts t)
    {
        var lines = month.Lines.Any(HasValue) ? month.Lines : [];
        var sources = month.Lines.SelectMany(line => line.Figures).Select(figure => figure.Value?.Source).OfType<string>().Distinct();
        return new(t["各街道（地区）{0}降尘量", month.Month], Columns, [.. lines.Select(line => Row(line, month, t))])
        {
            UnitLine = t["单位：{0}", month.Definition.PrintedUnit],
            Carries = CarriedFigures.Of(ExportReach.Official, month.Month) with { Items = [month.Definition.Code] },
            Below = [t["数据来源：{0}", string.Join('、', sources)], t["两种沙尘口径分列，不互相比较、不相减；同比按同一口径计算。"]],
        };
    }

    private static bool HasValue(DustfallLine line) => line.Figures.Any(figure => figure.Value?.Number is not null);

    private static string AnswerOf(DustfallMonth month, UiTexts t)
    {
        var parts = DustfallMonth.Bases.Select((sand, at) => (Sand: sand, Numbers: month.Lines.Select(line => line.Figures[at].Value?.Number).OfType<decimal>().ToList())).Where(part => part.Numbers.Count > 0)
            .Select(part => t["{0}个街道（地区）{1}—{2}（{3}）", part.Numbers.Count, Shown(part.Numbers.Min(), month), Shown(part.Numbers.Max(), month), part.Sand]).ToList();
        return parts.Count == 0 ? t["{0}没有月降尘量。", month.Month] : t["{0}，{1}，单位{2}。", month.Month, string.Join('；', parts), month.Definition.PrintedUnit];
    }

    private static string Shown(decimal number, DustfallMonth month) => Reported.Of(number, month.Definition.Decimals).ShownText;

    private static TableRow Row(DustfallLine line, DustfallMonth month, UiTexts t) => new(
    [
        Cell.Of(line.Name),
        .. line.Figures.SelectMany(figure => new[]
        {
            figure.Value?.Number is { } number ? Cell.Of(Reported.Of(number, month.Definition.Decimals)) : Cell.Missing(t["未报"]),
            figure.Change is { } change ? Cell.Percent(change.Shown, change.Decimals) : Cell.Missing(t["没有去年同期"]),
        }),
    ]);
}

using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Monitoring.Checks;
using Lanshao.Platform.Monitoring.Reviews;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Monitoring.Gateway;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>Some hours under review: what they were, what they are, who said what, and what came of it.</summary>
internal sealed record ReviewView(ReviewedHours Reviewed, IReadOnlyList<HourReview> Reviews, IReadOnlyList<ReviewReason> Reasons, PageTable Hours, PageAddress Here, UiTexts T)
{
    /// <summary>Gets the proposal that waits for a second post; null where none does.</summary>
    public HourReview? Open => Reviews.FirstOrDefault(review => review.State == ReviewState.Proposed);

    /// <summary>Gets the review that can be taken back: the newest that holds.</summary>
    public HourReview? Revocable => Reviews.FirstOrDefault(review => review.State is not (ReviewState.Returned or ReviewState.Withdrawn));

    public bool IsOwn => Reviewed.IsOwn;

    public string Answer => T["{0}的{1}，{2}起{3}小时：{4}", Reviewed.Device.Name, FactorNames.Of(Reviewed.Factor), MarkWords.Time(Reviewed.FromUtc), Reviewed.Values.Count,
        Reviewed.Marks.Count == 0 ? T["自动检查没有标记。"] : string.Concat(Reviewed.Marks.Select(mark => MarkWords.Sentence(mark.Mark.Finding, T)))];

    public string Basis => T["设备编号{0}；{1}", Reviewed.Device.Mn, T[DeviceWords.Of(Reviewed.Device.Tier)]];

    /// <summary>Gets who said what; null where nobody has.</summary>
    public PageTable? Earlier => Reviews.Count == 0 ? null : new(T["审核经过"], ReviewsView.Columns, new ReviewLines([], Reviews, Here, T).Rows(null, null)) { IsWide = true };

    /// <summary>Gets what the decisions changed.</summary>
    public IReadOnlyList<DataCorrection> Sheets { get; private init; } = [];

    /// <summary>Gets the alerts that stand on the hours; null where nothing was decided.</summary>
    public PageTable? Alerts { get; private init; }

    /// <summary>Reads what the address names: a review, or hours of a device.</summary>
    public static async Task<Outcome<ReviewView>> LoadAsync(HttpContext context)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (db, here, t, clock) = (services.GetRequiredService<LanshaoContext>(), services.GetRequiredService<PageAddress>(), services.GetRequiredService<UiTexts>(), services.GetRequiredService<TimeProvider>());
        var (pack, stores) = (await CurrentPack.ReadAsync(db, ct), await services.GetRequiredService<GatewayHost>().StoresAsync(ct));
        if (pack.IsRefused || stores.IsRefused)
        {
            return (pack.Refusal ?? stores.Refusal)!;
        }

        var (mn, factor, fromUtc, hours) = await AskedAsync(db, here, ct);
        var read = await ReviewedHours.ReadAsync(db, stores.Value, mn, factor, fromUtc, hours, clock, ct);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var reviews = await ReviewQueries.OfHoursAsync(db, mn, factor, fromUtc, fromUtc.AddHours(hours), ct);
        await using var series = stores.Value.Series.NewContext();
        var table = await HoursAsync(series, read.Value, t, ct);
        var sheets = new List<DataCorrection>();
        foreach (var review in reviews.Where(review => review.IsDecided))
        {
            sheets.AddRange(await IssueCorrections.FindAsync(db, review.Id, ct) is { } sheet ? [sheet] : Array.Empty<DataCorrection>());
        }

        return new ReviewView(read.Value, reviews, pack.Value.Read(HourChecks.Part).Reasons, table, here, t) { Sheets = sheets, Alerts = reviews.Any(review => review.IsDecided) ? await AffectedAlerts.ReadAsync(db, read.Value.Device.Number, fromUtc, fromUtc.AddHours(hours), here, t, ct) : null };
    }

    /// <summary>Returns the address of a form about these hours.</summary>
    public string FormHref(string path) => MarkWords.Href(Here, Reviewed.Device.Mn, Reviewed.Factor, Reviewed.FromUtc, Reviewed.Values.Count).Replace(MarkWords.One, path, StringComparison.Ordinal);

    private static async Task<(string Mn, string Factor, DateTime FromUtc, int Hours)> AskedAsync(LanshaoContext db, PageAddress here, CancellationToken ct) =>
        Guid.TryParse(here.Text("id"), CultureInfo.InvariantCulture, out var id) && await ReviewQueries.FindAsync(db, id, ct) is { } review
            ? (review.Mn, review.Factor, review.FromUtc, review.Hours)
            : (here.Text("mn") ?? string.Empty, here.Text("factor") ?? string.Empty, MarkWords.HourOf(here.Text("from")) ?? DateTime.UnixEpoch, here.Whole("hours", 1, 24) ?? 1);

    // 初步与审核后并列: what came, and what counts after the review.
    private static async Task<PageTable> HoursAsync(LanshaoContext series, ReviewedHours hours, UiTexts t, CancellationToken ct)
    {
        var (number, toUtc) = (hours.Device.Number, hours.FromUtc.AddHours(hours.Values.Count));
        var sums = await series.Set<Rollup>().AsNoTracking().Where(sum => sum.DeviceNumber == number && sum.Factor == hours.Factor && sum.Span == RollupSpan.Hour && sum.StartUtc >= hours.FromUtc && sum.StartUtc < toUtc).ToDictionaryAsync(sum => sum.StartUtc, ct);
        var rows = Enumerable.Range(0, hours.Values.Count).Select(at =>
        {
            var startUtc = hours.FromUtc.AddHours(at);
            var value = hours.Values[at] is { } mean ? Cell.Of(mean.ToString("0.######", CultureInfo.InvariantCulture)) : Cell.Missing(t["缺测"]);
            var marks = hours.Marks.Where(mark => mark.Mark.StartUtc <= startUtc && mark.Mark.EndUtc > startUtc).Select(mark => t[MarkWords.Of(mark.Mark.Kind)]).ToList();
            return new TableRow([Cell.Of(MarkWords.Time(startUtc)), value, sums.GetValueOrDefault(startUtc) is { IsValid: true } ? value : Cell.Missing(t["不计入"]), Cell.Of(string.Join('、', marks))]);
        });
        return new(t["小时值"], [new("时间", ColumnKind.OneLine), new("初步值", ColumnKind.Figure), new("审核后", ColumnKind.Figure), new("标记")], [.. rows]) { Below = [t["初步值即原始小时值，任何审核都不改动它；审核后不计入的小时不参加日、月平均和排名。"]] };
    }
}

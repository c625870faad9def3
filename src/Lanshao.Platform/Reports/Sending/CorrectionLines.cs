using System.Globalization;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>A place of a document that its recipients must read differently.</summary>
/// <param name="Where">The paragraph, or the annex with row and column.</param>
/// <param name="Before">What left; null where it was not there.</param>
/// <param name="Now">What is right; null where it is gone.</param>
/// <param name="Why">Which stored value was replaced, by whom and when; else what else moved.</param>
public sealed record CorrectionLine(string Where, string? Before, string? Now, string Why)
{
    /// <summary>Gets whether it is a chart, which is drawn anew.</summary>
    public bool IsChart { get; init; }
}

/// <summary>Tells of every sentence, chart and cell that reads differently why it does: the stored values behind its figures that were replaced or withdrawn.</summary>
internal sealed class CorrectionLines
{
    private const int MostNamed = 3;
    private const int MostPoints = 12;
    private readonly Pack _pack;
    private readonly ReportContent _before;
    private readonly List<Fact> _facts;
    private readonly Dictionary<Guid, (IndicatorValue Old, IndicatorValue? Now)> _replaced;

    private CorrectionLines(Pack pack, ReportContent before, List<Fact> facts, Dictionary<Guid, (IndicatorValue Old, IndicatorValue? Now)> replaced) =>
        (_pack, _before, _facts, _replaced) = (pack, before, facts, replaced);

    public static async Task<IReadOnlyList<CorrectionLine>> ReadAsync(LanshaoContext db, Pack pack, Guid report, ReportContent before, ReportDifference changes, CancellationToken ct)
    {
        var facts = await db.Set<Fact>().AsNoTracking().Where(fact => fact.ReportId == report).OrderBy(fact => fact.Seq).ToListAsync(ct);
        var lines = new CorrectionLines(pack, before, facts, await ReplacedAsync(db, [.. facts.SelectMany(ValuesOf).Distinct()], ct));
        return [.. changes.Sentences.Select(lines.Of), .. changes.Cells.Select(lines.Of), .. changes.Charts.Select(Of)];
    }

    // What took the place of a value has its key and stands.
    private static async Task<Dictionary<Guid, (IndicatorValue Old, IndicatorValue? Now)>> ReplacedAsync(LanshaoContext db, List<Guid> ids, CancellationToken ct)
    {
        var ended = await db.Set<IndicatorValue>().AsNoTracking().Where(value => ids.Contains(value.Id) && value.EndedUtc != null).ToListAsync(ct);
        var (indicators, periods) = (ended.Select(value => value.Indicator).Distinct().ToList(), ended.Select(value => value.Period).Distinct().ToList());
        var standing = await db.Set<IndicatorValue>().AsNoTracking().Where(value => value.EndedUtc == null && indicators.Contains(value.Indicator) && periods.Contains(value.Period)).ToListAsync(ct);
        var byKey = standing.ToDictionary(value => FigureRow.Of(value).Key(), StringComparer.Ordinal);
        return ended.ToDictionary(value => value.Id, value => (value, byKey.GetValueOrDefault(FigureRow.Of(value).Key())));
    }

    private static IEnumerable<Guid> ValuesOf(Fact fact) =>
        fact.OtherValueIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.Parse(id, CultureInfo.InvariantCulture)).Concat(fact.ValueId is { } value ? [value] : []);

    private CorrectionLine Of(ReportDifference.SentenceChange change)
    {
        var names = change.Figures.Count > 0
            ? change.Figures.Select(figure => figure.Name).ToList()
            : [.. _before.Body.SelectMany(block => block.Sentences).Where(sentence => sentence.Key == change.Key).SelectMany(sentence => sentence.Facts)];
        return new(change.Under.Length > 0 ? $"正文“{change.Under}”" : "正文", change.Before, change.Now, Why([.. _facts.Where(fact => fact.Annex == 0 && names.Contains(fact.Name))]));
    }

    // A chart draws stored values that are no facts of the report: the points say what changed.
    private static CorrectionLine Of(ReportDifference.ChartChange change) => change.Points.Count == 0
        ? new($"《{change.Caption}》整图", change.Before, change.Now, "所依据的数据有增减") { IsChart = true }
        : new($"《{change.Caption}》", Listed(change, point => point.Before), Listed(change, point => point.Now), "所画的数有更正，图重新绘制") { IsChart = true };

    private static string Listed(ReportDifference.ChartChange change, Func<ReportDifference.PointChange, string?> value)
    {
        var shown = change.Points.Take(MostPoints).Select(point => $"{point.Point}{(point.Series.Length > 0 ? $"（{point.Series}）" : string.Empty)}：{value(point) ?? "—"}");
        return string.Join('；', shown) + (change.Points.Count > MostPoints ? string.Create(CultureInfo.InvariantCulture, $"；等{change.Points.Count}处") : string.Empty);
    }

    private CorrectionLine Of(ReportDifference.CellChange change)
    {
        var row = _before.Annexes.FirstOrDefault(annex => annex.Number == change.Annex)?.Rows.ToList().FindIndex(row => row.Key == change.RowKey) + 1;
        var facts = _facts.FindAll(fact => fact.Annex == change.Annex && fact.Row == row && (change.ColumnNumber == 0 || fact.Column == change.ColumnNumber));
        var where = string.Create(CultureInfo.InvariantCulture, $"附件{change.Annex}《{change.Title}》{change.Row}") + (change.Column.Length > 0 ? $"“{change.Column}”" : "整行");
        return new(where, change.Before, change.Now, Why(facts));
    }

    private string Why(List<Fact> facts)
    {
        var replaced = facts.SelectMany(ValuesOf).Distinct().Where(_replaced.ContainsKey).Select(id => _replaced[id]).ToList();
        if (replaced.Count > 0)
        {
            return string.Join('；', replaced.Take(MostNamed).Select(Said)) + (replaced.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"；等{replaced.Count}个数") : string.Empty);
        }

        return facts switch
        {
            [] => "所依据的数据有增减",
            _ when facts.Exists(fact => fact.Origin == FactOrigin.Ranked) => "同表其他数更正后，位次随之变化",
            _ when facts.Exists(fact => fact.Records.Length > 0) => "任务或目标的进展已更新",
            _ => "所依据的数据有增减",
        };
    }

    private string Said((IndicatorValue Old, IndicatorValue? Now) replaced)
    {
        var (old, now) = replaced;
        var what = $"{_pack.District.NameOf(old.Place)}{_pack.Read(IndicatorList.Part).ByCode.GetValueOrDefault(old.Indicator)?.Name ?? old.Indicator}（{old.Period.ChineseText}）";
        var day = ChinaTime.DayOf(old.EndedUtc!.Value).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        return now is null ? $"{what}{Written(old)}已撤销，{day}" : $"{what}由{Written(old)}改为{Written(now)}，{now.Source}，{day}";
    }

    private static string Written(IndicatorValue value) => value.Number is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : value.Text ?? "—";
}

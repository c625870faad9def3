using System.Globalization;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>How the ranks of a 点评周期 came about: which round it is and who set it, whether published figures or the district's own hours rank it, and when those were stored.</summary>
internal static class ReviewFacts
{
    /// <summary>Reads what can be said of the rounds whose tables a document has.</summary>
    public static async Task<IReadOnlyList<NamedFact>> ReadAsync(LanshaoContext db, IReadOnlyList<ReportTable> tables, CancellationToken ct)
    {
        var reviews = tables.Where(table => table.Prefix == ReportTable.ReviewPrefix).ToList();
        if (reviews.Count == 0)
        {
            return [];
        }

        var rounds = await ReviewRanking.ListAsync(db, null, ct);
        return [.. reviews.SelectMany(review => Of(review, rounds.FirstOrDefault(round => round.Indicator == review.Table.Indicator.Code && round.Period == review.Table.Period)))];
    }

    private static IEnumerable<NamedFact> Of(ReportTable review, ReviewPeriod? round)
    {
        var (table, name) = (review.Table, $"{review.Prefix}{review.Table.Definition.Code}.");
        var values = table.Values.Where(value => value.Indicator == table.Indicator.Code && value.Period == table.Period && value.Number is not null).ToList();
        NamedFact Count(string take, string label, int count, string unit) => NamedFact.Count(name + take, $"点评周期：{label}", count, unit, table.Period, QueryOf(review, take)) with { Values = values };
        yield return Count("days", "天数", table.Period.Days, "天");
        yield return Count("need-days", "小时数据算作有效至少要的天数", ReviewRanking.DaysNeededOf(table.Period), "天");
        yield return Count("computed", "按区级小时数据计算的个数", values.Count(value => value.Basis == FigureBasis.Computed), "个");
        if (values.Count > 0)
        {
            yield return Words(review, "stored-on", "数据入库日期", ChinaTime.DayOf(values.Max(value => value.StoredUtc)).ToString("M月d日", CultureInfo.InvariantCulture)) with { Values = values };
        }

        if (round is not null)
        {
            yield return Words(review, "round", "轮次", string.Create(CultureInfo.InvariantCulture, $"第{round.Number}轮"));
            yield return Words(review, "set-by", "起止日的依据", round.Source);
        }
    }

    private static NamedFact Words(ReportTable review, string take, string label, string shown) => new()
    {
        Name = $"{review.Prefix}{review.Table.Definition.Code}.{take}",
        Label = $"点评周期：{label}",
        Shown = shown,
        Period = review.Table.Period,
        Origin = FactOrigin.Given,
        Query = QueryOf(review, take),
    };

    private static string QueryOf(ReportTable review, string take) => $"round={review.Table.Definition.Code}&period={review.Table.Period.Code}&take={take}";
}

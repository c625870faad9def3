using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;

namespace Lanshao.Platform.Monitoring.Held;

/// <summary>The figures that a verdict touches, as they stand: of one frame its readings and the hours, days and months above them; of many only days and months.</summary>
internal static class VerdictFigures
{
    private const decimal Millionths = 1_000_000m;
    private const int Decimals = 3;

    /// <summary>Returns what stands where the values go.</summary>
    public static List<FigureBefore> Read(BulkSession series, HeldReason reason, IEnumerable<DerivedReading> values)
    {
        var figures = new List<FigureBefore>();
        foreach (var factor in values.GroupBy(value => (value.Device, value.Value.Factor)).OrderBy(factor => factor.Key.Factor, StringComparer.Ordinal))
        {
            var (device, code) = factor.Key;
            var moments = factor.Select(value => (value.Value.Span, value.Value.StartUtc)).Distinct().OrderBy(moment => moment.Span).ThenBy(moment => moment.StartUtc).ToList();
            var days = moments.Select(moment => ChinaTime.DayOf(moment.StartUtc)).Distinct().Order().ToList();
            if (reason == HeldReason.OtherContent)
            {
                figures.AddRange(moments.Select(moment => new FigureBefore(code, $"{moment.Span}", IsSum: false, moment.StartUtc, TextOf(series, device, code, moment.Span, moment.StartUtc))));
                figures.AddRange(moments.Where(moment => moment.Span != ReadingSpan.Day).Select(moment => Rollups.HourOf(moment.StartUtc)).Distinct().Select(hour => Sum(series, device, code, RollupSpan.Hour, hour)));
            }

            figures.AddRange(days.Select(day => Sum(series, device, code, RollupSpan.Day, ChinaTime.StartUtc(day))));
            figures.AddRange(days.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().Select(month => Sum(series, device, code, RollupSpan.Month, ChinaTime.StartUtc(month))));
        }

        return figures;
    }

    /// <summary>Returns a figure anew, as it stands now.</summary>
    public static FigureBefore Again(BulkSession series, int device, FigureBefore figure) => figure.IsSum
        ? Sum(series, device, figure.Factor, Enum.Parse<RollupSpan>(figure.Span), figure.StartUtc)
        : figure with { Text = TextOf(series, device, figure.Factor, Enum.Parse<ReadingSpan>(figure.Span), figure.StartUtc) };

    private static string? TextOf(BulkSession series, int device, string factor, ReadingSpan span, DateTime startUtc)
    {
        using var rows = series.Rows(SeriesSql.ReadingAt, device, factor, span, startUtc);
        return rows.Next() ? Text(rows.Number(0) / Millionths) + (rows.Flag(1) ? string.Empty : "（无效）") : null;
    }

    private static FigureBefore Sum(BulkSession series, int device, string factor, RollupSpan span, DateTime startUtc)
    {
        using var rows = series.Rows(SeriesSql.SumsOf, device, factor, span, startUtc, startUtc.AddMilliseconds(1));
        var text = rows.Next() && rows.Count(2) > 0 && rows.Flag(3) ? Text(rows.Number(1) / (Millionths * rows.Count(2))) : null;
        return new(factor, $"{span}", IsSum: true, startUtc, text);
    }

    private static string Text(decimal exact) => Rounding.HalfEven(exact, Decimals).ToString("0.###", CultureInfo.InvariantCulture);
}

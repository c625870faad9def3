using System.Globalization;

namespace Lanshao.Documents.Charts;

/// <summary>Draws how places moved in a ranking since last year: worst on top on both sides, last year in grey, a line for each place.</summary>
public static class RankingSlope
{
    // Where the two sides stand, and how far from them the value and the name.
    private static readonly Places OnPage = new(640, 210, 430, 30, 84);
    private static readonly Places OnPhone = new(RankedBars.PhoneWidth, 138, RankedBars.PhoneWidth - 138, 24, 60);

    private const double Top = 44;
    private const double RowHeight = 22;

    /// <summary>A place in the ranking.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Before">Last year's value as printed; <see langword="null"/> where there is none.</param>
    /// <param name="BeforeValue">Last year's value.</param>
    /// <param name="Now">This year's value as printed; <see langword="null"/> where there is none.</param>
    /// <param name="NowValue">This year's value.</param>
    public sealed record Entry(string Name, string? Before, decimal? BeforeValue, string? Now, decimal? NowValue);

    /// <summary>Draws the chart.</summary>
    /// <param name="title">The chart's title.</param>
    /// <param name="before">Heading of the left side, e.g. 2023年1—6月.</param>
    /// <param name="now">Heading of the right side.</param>
    /// <param name="missing">Word for a place without a value, e.g. 无数据.</param>
    /// <param name="entries">The places, in the order of the table; it decides between equal values.</param>
    /// <param name="isNarrow">Whether a phone shows it.</param>
    /// <returns>The drawing.</returns>
    public static ChartDrawing Draw(string title, string before, string now, string missing, IReadOnlyList<Entry> entries, bool isNarrow = false)
    {
        var places = isNarrow ? OnPhone : OnPage;
        var left = Ordered(entries, entry => entry.BeforeValue);
        var right = Ordered(entries, entry => entry.NowValue);
        var marks = new List<ChartMark>
        {
            new TextMark(places.Left, 20, before, "chart-head last-year", TextAnchor.End),
            new TextMark(places.Right, 20, now, "chart-head"),
        };
        foreach (var entry in entries)
        {
            AddSide(marks, places, entry, left[entry], entry.Before ?? missing, isLeft: true);
            AddSide(marks, places, entry, right[entry], entry.Now ?? missing, isLeft: false);
            if (entry.BeforeValue is { } from && entry.NowValue is { } to)
            {
                marks.Insert(2, new LineMark(places.Left + 14, left[entry].Y, places.Right - 14, right[entry].Y, to > from ? "chart-slope worse" : to < from ? "chart-slope better" : "chart-slope"));
            }
        }

        return new(title, Describe(entries, before, now), places.Width, Top + (entries.Count * RowHeight), marks);
    }

    private static void AddSide(List<ChartMark> marks, Places places, Entry entry, (double Y, int? Rank) place, string shown, bool isLeft)
    {
        var rank = place.Rank is { } number ? number.ToString(CultureInfo.InvariantCulture) : "—";
        var kind = isLeft ? "chart-label last-year" : "chart-label";
        var (axis, outwards, anchor) = isLeft ? (places.Left, -1, TextAnchor.End) : (places.Right, 1, TextAnchor.Start);
        foreach (var (text, distance) in new[] { (rank, 0), (shown, places.ToValue), (entry.Name, places.ToName) })
        {
            marks.Add(new TextMark(axis + (outwards * distance), place.Y + 4, text, kind, anchor));
        }

        if (place.Rank is not null)
        {
            marks.Add(new DotMark(isLeft ? places.Left + 10 : places.Right - 10, place.Y, 3, isLeft ? "chart-dot last-year" : "chart-dot"));
        }
    }

    // Largest first; equal values share the better place, and those without a value stand below all others.
    private static Dictionary<Entry, (double Y, int? Rank)> Ordered(IReadOnlyList<Entry> entries, Func<Entry, decimal?> value)
    {
        var ordered = entries.OrderByDescending(entry => value(entry) is not null).ThenByDescending(value).ToList();
        return ordered.Select((entry, index) => (Entry: entry, Y: Top + (index * RowHeight), Rank: value(entry) is { } own ? ordered.Count(other => value(other) > own) + 1 : (int?)null))
            .ToDictionary(place => place.Entry, place => (place.Y, place.Rank), ReferenceEqualityComparer.Instance as IEqualityComparer<Entry>);
    }

    private sealed record Places(double Width, double Left, double Right, double ToValue, double ToName);

    private static string Describe(IReadOnlyList<Entry> entries, string before, string now)
    {
        var compared = entries.Where(entry => entry is { BeforeValue: not null, NowValue: not null }).ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"{before}—{now}：↑{compared.Count(entry => entry.NowValue > entry.BeforeValue)}，↓{compared.Count(entry => entry.NowValue < entry.BeforeValue)}，＝{compared.Count(entry => entry.NowValue == entry.BeforeValue)}");
    }
}

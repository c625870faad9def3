using System.Globalization;
using System.IO.Compression;

namespace Lanshao.Libraries.Tests.Standards.Hj663;

/// <summary>A station's years reckoned a second time from its file, by other means than the library's: sums and counts of days, binary fractions for means, its own reading, breakpoints and limits.</summary>
internal sealed class IndependentAir
{
    private const int Ozone = 5;
    private static readonly string[] Columns = ["PM2.5", "PM10", "SO2", "NO2", "CO", "O3"];
    private static readonly int[] Percentiles = [95, 95, 98, 98, 95, 90];
    private static readonly double[] Limits = [35, 70, 60, 40, 4, 160];
    private static readonly int[] Steps = [0, 50, 100, 150, 200, 300, 400, 500];

    // HJ 633-2012, table 1; CO in tenths of mg/m³; the last row is the largest hour of ozone.
    private static readonly int[][] Breakpoints =
    [
        [0, 35, 75, 115, 150, 250, 350, 500], [0, 50, 150, 250, 350, 420, 500, 600], [0, 50, 150, 475, 800, 1600, 2100, 2620], [0, 40, 80, 180, 280, 565, 750, 940],
        [0, 20, 40, 140, 240, 360, 480, 600], [0, 100, 160, 215, 265, 800], [0, 160, 200, 300, 400, 800, 1000, 1200],
    ];

    private readonly SortedDictionary<DateOnly, Day> _days = [];

    public IndependentAir(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var heads = reader.ReadLine()!.Split(',').Select(head => head.Trim('"')).ToList();
        var at = Array.ConvertAll(Columns, heads.IndexOf);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var date = new DateOnly(Whole(cells[1]), Whole(cells[2]), Whole(cells[3]));
            if (!_days.TryGetValue(date, out var day))
            {
                _days.Add(date, day = new());
            }

            for (var item = 0; item < Columns.Length; item++)
            {
                day.Hours[item][Whole(cells[4])] = cells[at[item]] == "NA" ? null : decimal.Parse(cells[at[item]], CultureInfo.InvariantCulture) / (item == 4 ? 1000m : 1m);
            }
        }
    }

    /// <summary>Every figure of a stretch of days by name.</summary>
    public IEnumerable<(string Name, double Value)> Figures(DateOnly from, DateOnly to)
    {
        var days = _days.Where(day => day.Key >= from && day.Key <= to).Select(day => day.Value).ToList();
        var (composite, complete) = (0.0, true);
        for (var item = 0; item < Columns.Length; item++)
        {
            var values = days.Select(day => day.Value(item)).OfType<(decimal Sum, int Count)>().Select(value => (double)value.Sum / value.Count).Order().ToList();
            yield return ($"{Columns[item]} days", values.Count);
            if (values.Count == 0)
            {
                complete = false;
                continue;
            }

            var place = (values.Count - 1) * Percentiles[item] / 100.0;
            var below = (int)place;
            var percentile = values[below] + ((place - below) * (values[Math.Min(below + 1, values.Count - 1)] - values[below]));
            yield return ($"{Columns[item]} mean", values.Average());
            yield return ($"{Columns[item]} percentile", percentile);
            composite += (item < 4 ? values.Average() : percentile) / Limits[item];
        }

        var indices = days.Select(day => day.Aqi()).Where(aqi => aqi >= 0).ToList();
        yield return ("composite", complete ? composite : 0);
        yield return ("good", indices.Count(aqi => aqi <= 100));
        yield return ("heavy", indices.Count(aqi => aqi > 200));
        yield return ("valid", indices.Count);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A sum over a count in whole units, exactly a half to the even one.</summary>
    private static int HalfEven((decimal Sum, int Count) value, int unitsInOne)
    {
        var scaled = value.Sum * unitsInOne;
        var whole = (int)(scaled / value.Count);
        var twice = 2 * (scaled - ((decimal)whole * value.Count));
        return twice > value.Count || (twice == value.Count && whole % 2 == 1) ? whole + 1 : whole;
    }

    private sealed class Day
    {
        public decimal?[][] Hours { get; } = [.. Enumerable.Range(0, Columns.Length).Select(_ => new decimal?[24])];

        public (decimal Sum, int Count)? Value(int item)
        {
            if (item == Ozone)
            {
                return LargestMean();
            }

            var valid = Hours[item].OfType<decimal>().ToList();
            return valid.Count >= 20 ? (valid.Sum(), valid.Count) : null;
        }

        public int Aqi()
        {
            var largest = -1;
            for (var item = 0; item < Columns.Length; item++)
            {
                if (Value(item) is { } value)
                {
                    largest = Math.Max(largest, Iaqi(item, HalfEven(value, item == 4 ? 10 : 1)));
                }
            }

            return LargestMean() is null ? largest : Math.Max(largest, Iaqi(Ozone + 1, HalfEven((Hours[Ozone].OfType<decimal>().Max(), 1), 1)));
        }

        private (decimal Sum, int Count)? LargestMean()
        {
            var means = Enumerable.Range(8, 17).Select(end => Hours[Ozone][(end - 8)..end].OfType<decimal>().ToList()).Where(window => window.Count >= 6).Select(window => (Sum: window.Sum(), window.Count)).ToList();
            if (means.Count == 0)
            {
                return null;
            }

            var largest = means.Aggregate((one, other) => other.Sum * one.Count > one.Sum * other.Count ? other : one);
            return means.Count >= 14 || HalfEven(largest, 1) > 160 ? largest : null;
        }

        // Rounded up to the whole number above; eight hours of ozone above 800 have none.
        private static int Iaqi(int row, int reported)
        {
            var limits = Breakpoints[row];
            var high = Array.FindIndex(limits, limit => reported <= limit);
            if (high <= 0)
            {
                return high == 0 ? 0 : row == Ozone ? -1 : 500;
            }

            var (over, under) = ((Steps[high] - Steps[high - 1]) * (reported - limits[high - 1]), limits[high] - limits[high - 1]);
            return Steps[high - 1] + ((over + under - 1) / under);
        }
    }
}

using System.Collections.Concurrent;

namespace Lanshao.Standards.Air;

/// <summary>The indices of days, from reported daily values: sub-indices are looked up in tables filled by the plain function.</summary>
internal sealed class DayIndices
{
    /// <summary>No index.</summary>
    public const short None = -1;

    /// <summary>Ozone's largest hour stands behind the six items.</summary>
    public const int MaxHour = 6;

    private static readonly ConcurrentDictionary<(AirIndexEdition, AirItem, AirAveraging), short[]> Tables = new();

    public DayIndices(DayColumn?[] columns, IReadOnlyList<EditionRun> runs, AirOptions options)
    {
        var days = runs.Count == 0 ? 0 : runs[^1].To;
        (Aqi, Primary, Missing) = (new short[days], new byte[days], new byte[days]);
        foreach (var run in runs)
        {
            if (run.Index is null)
            {
                Aqi.AsSpan(run.From..run.To).Fill(None);
                continue;
            }

            Fill(columns, run, run.Index, options);
        }
    }

    /// <summary>Gets the index of each day; <see cref="None"/> where there is none.</summary>
    public short[] Aqi { get; }

    /// <summary>Gets the primary pollutants of each day, a bit an item.</summary>
    public byte[] Primary { get; }

    /// <summary>Gets the missing items of each day, a bit an item.</summary>
    public byte[] Missing { get; }

    /// <summary>Looks a sub-index up for a reported value.</summary>
    public static short Iaqi(AirIndexEdition edition, AirItem item, AirAveraging averaging, int reported)
    {
        var table = Tables.GetOrAdd((edition, item, averaging), FillTable);
        return reported < 0 ? None : table[Math.Min(reported, table.Length - 1)];
    }

    private void Fill(DayColumn?[] columns, EditionRun run, AirIndexEdition edition, AirOptions options)
    {
        var parts = edition.Daily.Select(key => new Part(columns[PlaceOf(key)], 1 << (int)key.Item, Tables.GetOrAdd((edition, key.Item, key.Averaging), FillTable))).ToArray();
        var asked = AirItems.Basic.Where(item => !options.NotMonitored.Contains(item)).Aggregate(0, (bits, item) => bits | (1 << (int)item));
        for (var day = run.From; day < run.To; day++)
        {
            var (largest, primary, present) = (-1, 0, 0);
            foreach (var part in parts)
            {
                var reported = part.Column is { } column ? column.Reported[day] : DayColumn.Missing;
                if (reported < 0)
                {
                    continue;
                }

                var iaqi = part.Table[Math.Min(reported, part.Table.Length - 1)];
                present |= part.Bit;
                primary = iaqi > largest ? part.Bit : iaqi == largest ? primary | part.Bit : primary;
                largest = Math.Max(largest, iaqi);
            }

            var missing = asked & ~present;
            Missing[day] = (byte)missing;
            Aqi[day] = (short)(missing != 0 && largest <= edition.NeedsAllItemsUpTo ? None : largest);
            Primary[day] = (byte)(Aqi[day] > AirIndex.NoPrimaryTo ? primary : 0);
        }
    }

    private static int PlaceOf((AirItem Item, AirAveraging Averaging) key) => key is (AirItem.O3, AirAveraging.Hour) ? MaxHour : (int)key.Item;

    private static short[] FillTable((AirIndexEdition Edition, AirItem Item, AirAveraging Averaging) key)
    {
        var scale = Enumerable.Repeat(10m, AirPrecision.Daily(key.Item)).Aggregate(1m, (product, ten) => product * ten);
        var top = (int)(key.Edition.TopOf(key.Item, key.Averaging) * scale);
        return [.. Enumerable.Range(0, top + 2).Select(units => (short)(key.Edition.Iaqi(key.Item, key.Averaging, units / scale) ?? None))];
    }

    private sealed record Part(DayColumn? Column, int Bit, short[] Table);
}

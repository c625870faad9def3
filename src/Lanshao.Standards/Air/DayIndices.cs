namespace Lanshao.Standards.Air;

/// <summary>The indices of days, from reported daily values: sub-indices are looked up in tables filled by the plain function.</summary>
internal sealed class DayIndices
{
    /// <summary>No index.</summary>
    public const short None = -1;

    /// <summary>Ozone's largest hour stands behind the six items.</summary>
    public const int MaxHour = 6;

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
        var table = edition.TableOf(item, averaging);
        return reported < 0 ? None : table[Math.Min(reported, table.Length - 1)];
    }

    private void Fill(DayColumn?[] columns, EditionRun run, AirIndexEdition edition, AirOptions options)
    {
        var parts = Parts(columns, edition);
        var asked = 0;
        for (var item = AirItem.Pm25; item <= AirItem.O3; item++)
        {
            asked |= options.NotMonitored.Contains(item) ? 0 : 1 << (int)item;
        }

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

    private static Part[] Parts(DayColumn?[] columns, AirIndexEdition edition)
    {
        var parts = new Part[edition.Daily.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var (item, averaging) = edition.Daily[i];
            var isMaxHour = item == AirItem.O3 && averaging == AirAveraging.Hour;
            parts[i] = new(columns[isMaxHour ? MaxHour : (int)item], 1 << (int)item, edition.TableOf(item, averaging));
        }

        return parts;
    }

    private sealed record Part(DayColumn? Column, int Bit, short[] Table);
}

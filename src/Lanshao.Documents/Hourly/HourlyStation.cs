namespace Lanshao.Documents.Hourly;

/// <summary>The hourly values of one station while and after they are read: whole civil days, a column an item.</summary>
public sealed class HourlyStation
{
    /// <summary>An hour that no row named.</summary>
    public const int Unseen = -1;

    /// <summary>An hour whose row says that the value is missing.</summary>
    public const int Missing = -2;

    private const int HoursADay = 24;
    private const int CoAboveMgPerM3 = 60;
    private const int FirstCapacityDays = 32;
    private readonly HourlyValues?[] _columns = new HourlyValues?[HourlyWords.Items.Count];
    private readonly Action<long> _grown;
    private int _baseDay;
    private int _capacityDays;

    internal HourlyStation(string name, Action<long> grown) => (Name, _grown) = (name, grown);

    /// <summary>Returns the station's name as written in the file.</summary>
    public string Name { get; }

    /// <summary>Returns the first civil day with a row, as day number (<see cref="DateOnly.DayNumber"/>).</summary>
    public int FirstDay { get; private set; }

    /// <summary>Returns the number of civil days from the first to the last with a row.</summary>
    public int Days { get; private set; }

    /// <summary>Returns the values of an item.</summary>
    /// <param name="item">PM2.5, PM10, SO2, NO2, CO or O3.</param>
    /// <returns>The values, 24 a day; <see langword="null"/> where the file has no column or row of the item.</returns>
    public HourlyValues? this[string item] => HourlyWords.ItemAt(item) is >= 0 and var place ? _columns[place] : null;

    /// <summary>Says whether carbon monoxide stands in µg/m³ although no heading says so: no air of a town holds more than 60 mg/m³ in half of its hours.</summary>
    public bool IsCoInMicrograms
    {
        get
        {
            if (this["CO"] is not { } co)
            {
                return false;
            }

            var (present, above) = co.CountAbove(CoAboveMgPerM3);
            return 2 * above > present;
        }
    }

    /// <summary>Takes the values of another file in; hours that are there already keep what they have.</summary>
    /// <param name="other">The same station in another file.</param>
    /// <returns>The number of values that were there already.</returns>
    public int Merge(HourlyStation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var duplicates = 0;
        for (var place = 0; place < _columns.Length; place++)
        {
            for (var hour = 0; other._columns[place] is { } from && hour < other.Days * HoursADay; hour++)
            {
                var (day, theirs) = (other.FirstDay + (hour / HoursADay), other.HourAt(other.FirstDay, hour));
                if (from.IsSeen(theirs))
                {
                    duplicates += At(place, day).TakeFrom(from, theirs, HourAt(day, hour % HoursADay)) ? 0 : 1;
                }
            }
        }

        return duplicates;
    }

    /// <summary>Finds the column of an item, with room for a day.</summary>
    internal HourlyValues At(int item, int day)
    {
        MakeRoom(day);
        return Column(item);
    }

    /// <summary>Finds the column of an item.</summary>
    internal HourlyValues Column(int item)
    {
        if (_columns[item] is { } known)
        {
            return known;
        }

        _grown(BytesOf(_capacityDays));
        return _columns[item] = new(_capacityDays * HoursADay, () => ((FirstDay - _baseDay) * HoursADay, Days * HoursADay));
    }

    /// <summary>The place of an hour in the columns.</summary>
    internal int HourAt(int day, int hour) => ((day - _baseDay) * HoursADay) + hour;

    /// <summary>Makes room for a day and counts it in; grows by doubling at either end.</summary>
    internal void MakeRoom(int day)
    {
        if (Days == 0)
        {
            (FirstDay, Days, _baseDay, _capacityDays) = (day, 1, day, FirstCapacityDays);
            return;
        }

        if (day >= FirstDay && day < FirstDay + Days)
        {
            return;
        }

        var last = Math.Max(day, FirstDay + Days - 1);
        FirstDay = Math.Min(day, FirstDay);
        Days = last - FirstDay + 1;
        var before = FirstDay < _baseDay ? Math.Max(_baseDay - FirstDay, _capacityDays) : 0;
        var after = last >= _baseDay + _capacityDays ? Math.Max(last - _baseDay - _capacityDays + 1, _capacityDays) : 0;
        if (before + after > 0)
        {
            Grow(before, after);
        }
    }

    private void Grow(int before, int after)
    {
        foreach (var column in _columns)
        {
            _grown(column is null ? 0 : BytesOf(before + after));
            column?.Grow(before * HoursADay, after * HoursADay);
        }

        (_baseDay, _capacityDays) = (_baseDay - before, _capacityDays + before + after);
    }

    private static long BytesOf(int days) => (long)days * HoursADay * sizeof(int);
}

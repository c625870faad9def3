namespace Lanshao.Documents.Hourly;

/// <summary>The hourly values of one station while and after they are read: whole civil days, a column an item.</summary>
public sealed class HourlyStation
{
    /// <summary>An hour that no row named.</summary>
    public const int Unseen = -1;

    /// <summary>An hour whose row says that the value is missing.</summary>
    public const int Missing = -2;

    private const int HoursADay = 24;
    private const int FirstCapacityDays = 512;
    private readonly HourlyValues?[] _columns = new HourlyValues?[HourlyWords.Items.Count];
    private int _capacityDays;

    internal HourlyStation(string name) => Name = name;

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
                if (from.IsSeen(hour))
                {
                    var column = At(place, other.FirstDay + (hour / HoursADay));
                    duplicates += column.TakeFrom(from, hour, ((other.FirstDay - FirstDay) * HoursADay) + hour) ? 0 : 1;
                }
            }
        }

        return duplicates;
    }

    /// <summary>Finds the column of an item, with room for a day.</summary>
    internal HourlyValues At(int item, int day)
    {
        MakeRoom(day);
        return _columns[item] ??= new(_capacityDays * HoursADay, () => Days * HoursADay);
    }

    /// <summary>Makes room for a day and counts it in.</summary>
    internal void MakeRoom(int day)
    {
        if (Days == 0)
        {
            (FirstDay, Days, _capacityDays) = (day, 1, FirstCapacityDays);
        }
        else if (day < FirstDay)
        {
            Move(FirstDay - day);
        }
        else if (day >= FirstDay + Days)
        {
            Days = day - FirstDay + 1;
        }

        if (Days > _capacityDays)
        {
            _capacityDays = Math.Max(Days, 2 * _capacityDays);
            Resize();
        }
    }

    private void Move(int days)
    {
        (FirstDay, Days) = (FirstDay - days, Days + days);
        _capacityDays = Math.Max(Days, _capacityDays);
        Resize();
        foreach (var column in _columns)
        {
            column?.MoveBy(days * HoursADay);
        }
    }

    private void Resize()
    {
        foreach (var column in _columns)
        {
            column?.Resize(_capacityDays * HoursADay);
        }
    }
}

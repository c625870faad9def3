namespace Lanshao.Standards.Air;

/// <summary>The hourly means of one station: whole civil days of China from a first one, an optional column for each of the six items.</summary>
public sealed class HourlySeries
{
    private readonly HourlyColumn?[] _columns;

    /// <summary>Makes the series of a station.</summary>
    /// <param name="station">The station's name.</param>
    /// <param name="first">The civil day of the first 24 hours.</param>
    /// <param name="columns">The columns by item; all of the same length, a multiple of 24.</param>
    /// <exception cref="ArgumentException">The columns differ in length or end within a day, or an item has no index.</exception>
    public HourlySeries(string station, DateOnly first, IReadOnlyDictionary<AirItem, HourlyColumn> columns)
        : this(station, first, InOrder(columns))
    {
    }

    /// <summary>Makes the series of a station.</summary>
    /// <param name="station">The station's name.</param>
    /// <param name="first">The civil day of the first 24 hours.</param>
    /// <param name="columns">The columns in the order of <see cref="AirItems.Basic"/>, <see langword="null"/> where the station did not measure the item; all of the same length, a multiple of 24.</param>
    /// <exception cref="ArgumentException">There are not six places, or the columns differ in length or end within a day.</exception>
    public HourlySeries(string station, DateOnly first, IReadOnlyList<HourlyColumn?> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        (Station, First) = (station, first);
        var length = columns.FirstOrDefault(column => column is not null)?.Length ?? 0;
        if (columns.Count != AirItems.Basic.Count || length % OzoneDay.Hours != 0 || columns.Any(column => column is not null && column.Length != length))
        {
            throw new ArgumentException("Columns are whole days of the same length, of the six items of the index.", nameof(columns));
        }

        Days = length / OzoneDay.Hours;
        _columns = [.. columns];
    }

    /// <summary>Returns the station's name.</summary>
    public string Station { get; }

    /// <summary>Returns the first civil day.</summary>
    public DateOnly First { get; }

    /// <summary>Returns the number of days.</summary>
    public int Days { get; }

    /// <summary>Returns the hours of an item.</summary>
    /// <param name="item">One of the six items of the index.</param>
    /// <returns>The column; <see langword="null"/> where the station did not measure the item.</returns>
    public HourlyColumn? this[AirItem item] => _columns[(int)item];

    private static HourlyColumn?[] InOrder(IReadOnlyDictionary<AirItem, HourlyColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var ordered = new HourlyColumn?[AirItems.Basic.Count];
        foreach (var (item, column) in columns)
        {
            ordered[item <= AirItem.O3 ? (int)item : throw new ArgumentException("Not one of the six items of the index.", nameof(columns))] = column;
        }

        return ordered;
    }
}

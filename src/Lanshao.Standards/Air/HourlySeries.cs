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
    {
        ArgumentNullException.ThrowIfNull(columns);
        (Station, First) = (station, first);
        var length = columns.Values.FirstOrDefault()?.Length ?? 0;
        if (length % OzoneDay.Hours != 0 || columns.Values.Any(column => column.Length != length) || columns.Keys.Any(item => item > AirItem.O3))
        {
            throw new ArgumentException("Columns are whole days of the same length, of the six items of the index.", nameof(columns));
        }

        Days = length / OzoneDay.Hours;
        _columns = [.. AirItems.Basic.Select(item => columns.GetValueOrDefault(item))];
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
}

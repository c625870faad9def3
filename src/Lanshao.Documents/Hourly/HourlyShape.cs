namespace Lanshao.Documents.Hourly;

/// <summary>How a table of hourly values is laid out.</summary>
public enum HourlyShape
{
    /// <summary>A row an hour and station, a column an item.</summary>
    Wide,

    /// <summary>A row an hour, station and item, one column of values.</summary>
    Narrow,

    /// <summary>A row an hour and item, a column a station.</summary>
    Stations,

    /// <summary>A row an hour, a column a station and item: two rows of headings.</summary>
    Matrix,
}

namespace Lanshao.Platform.Storage.Series;

/// <summary>A value on its way into a hand-written statement. Numbers, instants and flags go without an object each: a reading has a dozen of them, and tens of thousands come in a second.</summary>
public readonly struct SeriesValue
{
    private readonly long _number;
    private readonly object? _other;

    private SeriesValue(SeriesValueKind kind, long number, object? other = null) => (Kind, _number, _other) = (kind, number, other);

    internal SeriesValueKind Kind { get; }

    /// <summary>Gets the number as SQLite keeps it: an instant as milliseconds, a flag as 0 or 1.</summary>
    internal long Number => Kind == SeriesValueKind.Instant ? UtcInstant.Milliseconds(Instant) : _number;

    internal string Text => (string)_other!;

    internal byte[] Bytes => (byte[])_other!;

    private DateTime Instant => new(_number, DateTimeKind.Utc);

    public static implicit operator SeriesValue(int number) => new(SeriesValueKind.Int32, number);

    public static implicit operator SeriesValue(long number) => new(SeriesValueKind.Int64, number);

    public static implicit operator SeriesValue(long? number) => number is { } known ? known : default(SeriesValue);

    public static implicit operator SeriesValue(bool flag) => new(SeriesValueKind.Flag, flag ? 1 : 0);

    public static implicit operator SeriesValue(DateTime instantUtc) => new(SeriesValueKind.Instant, instantUtc.Ticks);

    public static implicit operator SeriesValue(string? text) => text is null ? default : new(SeriesValueKind.Text, 0, text);

    public static implicit operator SeriesValue(byte[]? bytes) => bytes is null ? default : new(SeriesValueKind.Bytes, 0, bytes);

    /// <summary>An enumeration is kept by its name.</summary>
    public static implicit operator SeriesValue(Enum name) => name.ToString();

    /// <summary>A column of values, in PostgreSQL only.</summary>
    public static implicit operator SeriesValue(Array column) => new(SeriesValueKind.Column, 0, column);

    /// <summary>Returns the value as the driver of PostgreSQL takes it.</summary>
    internal object ToObject() => Kind switch
    {
        SeriesValueKind.Nothing => DBNull.Value,
        SeriesValueKind.Int32 => (int)_number,
        SeriesValueKind.Int64 => _number,
        SeriesValueKind.Flag => _number != 0,
        SeriesValueKind.Instant => Instant,
        _ => _other!,
    };
}

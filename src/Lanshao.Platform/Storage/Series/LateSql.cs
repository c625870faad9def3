namespace Lanshao.Platform.Storage.Series;

/// <summary>The hand-written statements for data that came late: which days of which devices they touch, and what stood there before.</summary>
internal static class LateSql
{
    /// <summary>Notes late frames of a device and a day.</summary>
    public const string NoteDay =
        """
        INSERT INTO late_day (device_number, start_utc, frames, first_utc, last_utc, noted_utc) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (device_number, start_utc) DO UPDATE SET frames = late_day.frames + excluded.frames,
            last_utc = CASE WHEN excluded.last_utc > late_day.last_utc THEN excluded.last_utc ELSE late_day.last_utc END, noted_utc = excluded.noted_utc
        """;

    /// <summary>The same for many at once, none of them twice; in PostgreSQL only.</summary>
    public const string NoteDays =
        """
        INSERT INTO late_day (device_number, start_utc, frames, first_utc, last_utc, noted_utc)
        SELECT device_number, start_utc, frames, first_utc, last_utc, $6 FROM unnest($1, $2, $3, $4, $5) AS late(device_number, start_utc, frames, first_utc, last_utc)
        ON CONFLICT (device_number, start_utc) DO UPDATE SET frames = late_day.frames + excluded.frames,
            last_utc = CASE WHEN excluded.last_utc > late_day.last_utc THEN excluded.last_utc ELSE late_day.last_utc END, noted_utc = excluded.noted_utc
        """;

    /// <summary>Whether any day of any device is noted.</summary>
    public const string HasAny = "SELECT COUNT(*) FROM (SELECT 1 FROM late_day LIMIT 1) AS noted";

    /// <summary>The late days of a device in a stretch.</summary>
    public const string DaysOf = "SELECT start_utc FROM late_day WHERE device_number = $1 AND start_utc >= $2 AND start_utc < $3";

    /// <summary>Whether what stood before of a day or month is kept already.</summary>
    public const string HasFigure = "SELECT COUNT(*) FROM late_figure WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4";

    /// <summary>Keeps what stood before.</summary>
    public const string KeepFigure =
        """
        INSERT INTO late_figure (device_number, factor, span, start_utc, text, hours, kept_utc) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (device_number, factor, span, start_utc) DO NOTHING
        """;

    /// <summary>Every device that late data came from, with how much and when.</summary>
    public const string Devices = "SELECT device_number, SUM(frames), MIN(start_utc), MAX(start_utc), MIN(first_utc), MAX(last_utc), MAX(noted_utc), COUNT(*) FROM late_day GROUP BY device_number ORDER BY device_number";

    /// <summary>How many hours of a stretch wait to be summed anew.</summary>
    public const string WaitingHours = "SELECT COUNT(*) FROM (SELECT 1 FROM rollup_due WHERE device_number = $1 AND hour_utc >= $2 AND hour_utc < $3 LIMIT 1) AS waiting";

    /// <summary>What stood before, of a device.</summary>
    public const string FiguresOf = "SELECT factor, span, start_utc, text, hours, kept_utc FROM late_figure WHERE device_number = $1 ORDER BY factor, span, start_utc";

    /// <summary>The late days of a device, with how much came and when the last of it.</summary>
    public const string CameOf = "SELECT start_utc, frames, last_utc FROM late_day WHERE device_number = $1 ORDER BY start_utc";

    /// <summary>Strikes the note of a day that was told, unless more has come since.</summary>
    public const string DeleteDay = "DELETE FROM late_day WHERE device_number = $1 AND start_utc = $2 AND frames = $3";

    /// <summary>Leaves of a day what has come since it was told.</summary>
    public const string KeepRestOfDay = "UPDATE late_day SET frames = frames - $3, first_utc = $4 WHERE device_number = $1 AND start_utc = $2 AND frames > $3";

    /// <summary>Strikes what stood before.</summary>
    public const string DeleteFigure = "DELETE FROM late_figure WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4";

    /// <summary>Lets what was told stand as what stood before.</summary>
    public const string RetellFigure = "UPDATE late_figure SET text = $5, hours = $6, kept_utc = $7 WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4";
}

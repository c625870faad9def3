namespace Lanshao.Platform.Storage.Series;

/// <summary>The statements for many rows at once that only PostgreSQL has: lists as parameters, and binary copy.</summary>
internal static class PostgresSql
{
    /// <summary>Which frames of a list have an identity that is known, and with which content; a frame without a QN has none beside its content.</summary>
    /// <remarks>OFFSET 0 (and LIMIT 1 below) keep the order in which it is written: each of the list is looked up by key. A planner that believes the table empty would else compare all with all.</remarks>
    public const string KnownFrames =
        """
        SELECT asked.place, known.digest FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS asked(mn, qn, cn, pno, digest, place)
        CROSS JOIN LATERAL (SELECT digest FROM journal_frame WHERE mn = asked.mn AND qn = asked.qn AND cn = asked.cn AND pno = asked.pno OFFSET 0) AS known
        WHERE asked.qn <> ''
        UNION ALL
        SELECT asked.place, known.digest FROM unnest($1, $2, $3, $4, $5) WITH ORDINALITY AS asked(mn, qn, cn, pno, digest, place)
        CROSS JOIN LATERAL (SELECT digest FROM journal_frame WHERE mn = asked.mn AND qn = asked.qn AND cn = asked.cn AND pno = asked.pno AND digest = asked.digest OFFSET 0) AS known
        WHERE asked.qn = ''
        """;

    public const string CopyFrames = "COPY journal_frame (seq, mn, qn, cn, pno, digest, received_utc, remote, bytes, is_back_fill, is_conflict) FROM STDIN (FORMAT BINARY)";

    /// <summary>Which readings of a list are there.</summary>
    public const string KnownReadings =
        """
        SELECT asked.place FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS asked(device_number, factor, span, start_utc, place)
        CROSS JOIN LATERAL (SELECT 1 FROM reading WHERE device_number = asked.device_number AND factor = asked.factor AND span = asked.span AND start_utc = asked.start_utc LIMIT 1) AS known
        """;

    public const string CopyReadings =
        "COPY reading (device_number, factor, span, start_utc, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq, revision) FROM STDIN (FORMAT BINARY)";

    /// <summary>Notes that hours must be computed anew; none of them twice.</summary>
    public const string InsertRollupsDue =
        """
        INSERT INTO rollup_due (device_number, factor, hour_utc, since_utc, changes) SELECT device_number, factor, hour_utc, $4, 1 FROM unnest($1, $2, $3) AS due(device_number, factor, hour_utc)
        ON CONFLICT (device_number, factor, hour_utc) DO UPDATE SET changes = rollup_due.changes + 1
        """;

    /// <summary>Lets moments stand as the newest of their series, unless later ones do; none of a series twice.</summary>
    public const string PutLatest =
        """
        INSERT INTO latest_reading (factor, device_number, start_utc, number, flag, is_valid) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)
        ON CONFLICT (factor, device_number) DO UPDATE SET start_utc = excluded.start_utc, number = excluded.number, flag = excluded.flag, is_valid = excluded.is_valid
        WHERE excluded.start_utc >= latest_reading.start_utc
        """;

    /// <summary>Takes a turn that lasts as long as the connection; false while another has it.</summary>
    public const string TrySoleTurn = "SELECT pg_try_advisory_lock(hashtext('lanshao'), hashtext($1))";

    /// <summary>Asks whether the connection still stands.</summary>
    public const string StillThere = "SELECT 1";

    /// <summary>Keeps the planner from reading a whole table for a list: what it knows of a table that grows by thousands of rows a second is old.</summary>
    public const string ByKeyOnly = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>Lets a statement that cannot have a table soon fail: all who come after it would wait with it.</summary>
    public const string WaitBriefly = "SET LOCAL lock_timeout = '500ms'";

    /// <summary>The months of which many frames lie in the rest, by their QN; devices with a wrong clock name others.</summary>
    public const string MonthsOfRestingFrames =
        """
        SELECT left(qn, 6) FROM journal_frame_rest WHERE qn ~ '^20[1-9][0-9](0[1-9]|1[0-2])[0-9]{11}$' AND left(qn, 6) <= to_char(now() + INTERVAL '2 months', 'YYYYMM')
        GROUP BY 1 HAVING COUNT(*) >= 1000 ORDER BY 1
        """;

    /// <summary>The months of which many readings lie in the rest.</summary>
    public const string MonthsOfRestingMoments =
        """
        SELECT to_char(start_utc AT TIME ZONE 'UTC' + INTERVAL '8 hours', 'YYYYMM') FROM reading_moment_rest WHERE start_utc >= '2010-01-01 00:00:00+00' AND start_utc < now() + INTERVAL '2 months'
        GROUP BY 1 HAVING COUNT(*) >= 1000 ORDER BY 1
        """;

    /// <summary>Which frames of a month that is put back must stay.</summary>
    public const string IsStayingFrame = "seq = ANY($1) OR seq > $2";

    /// <summary>Which readings of a month must stay: those of series of which an hour waits to be summed.</summary>
    public const string IsStayingReading = "(going.device_number, going.factor) IN (SELECT device_number, factor FROM unnest($1, $2) AS due(device_number, factor))";

    /// <summary>The series of which an hour before an instant waits to be summed.</summary>
    public const string WaitingSeries = "SELECT DISTINCT device_number, factor FROM rollup_due WHERE hour_utc < $1";

    /// <summary>Some frames of a month that must stay: not worked off, come later, in contradiction to another, or waiting for a person.</summary>
    public static string StayingFrames(string month) => $"SELECT seq FROM {month} WHERE seq > $1 OR received_utc >= $2 OR is_conflict OR seq = ANY($3) LIMIT $4";

    /// <summary>Counts the readings of a month that must stay, up to a bound.</summary>
    public static string CountStayingReadings(string month) => $"SELECT COUNT(*) FROM (SELECT 1 FROM {month} AS going WHERE {IsStayingReading} LIMIT $3) AS staying";
}

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
}

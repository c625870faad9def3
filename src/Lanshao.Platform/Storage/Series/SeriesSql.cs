namespace Lanshao.Platform.Storage.Series;

/// <summary>The hand-written statements for frames and readings; the same text runs on both stores.</summary>
public static class SeriesSql
{
    /// <summary>Makes the writers of one part wait for each other in PostgreSQL, as the file does in SQLite.</summary>
    public const string TakeTurn = "SELECT 1 FROM (SELECT pg_advisory_xact_lock($1)) AS turn";

    /// <summary>Puts a frame into the journal unless it lies there; marks it where its identity is known with other content.</summary>
    public const string InsertFrame =
        """
        INSERT INTO journal_frame (seq, mn, qn, cn, pno, digest, received_utc, remote, bytes, is_back_fill, is_conflict)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3 <> '' AND EXISTS (SELECT 1 FROM journal_frame WHERE mn = $2 AND qn = $3 AND cn = $4 AND pno = $5))
        ON CONFLICT (mn, qn, cn, pno, digest) DO NOTHING
        """;

    /// <summary>The number of the newest frame.</summary>
    public const string NewestFrame = "SELECT COALESCE(MAX(seq), 0) FROM journal_frame";

    /// <summary>Some frames behind a number, in the order of arrival.</summary>
    public const string FramesAfter = "SELECT seq, mn, received_utc, is_conflict, bytes FROM journal_frame WHERE seq > $1 ORDER BY seq LIMIT $2";

    /// <summary>The frames of a device up to a number, the newest first.</summary>
    public const string FramesOfDevice = "SELECT seq, received_utc, is_conflict, bytes FROM journal_frame WHERE mn = $1 AND seq <= $2 ORDER BY seq DESC LIMIT $3";

    /// <summary>The number of the first frame behind another; 0 where there is none.</summary>
    public const string NextFrame = "SELECT COALESCE(MIN(seq), 0) FROM journal_frame WHERE seq > $1";

    /// <summary>When a frame came.</summary>
    public const string FrameReceived = "SELECT received_utc FROM journal_frame WHERE seq = $1";

    /// <summary>Deletes the frames of a stretch that came before an instant; those that contradict another wait for a person.</summary>
    public const string DeleteFrames = "DELETE FROM journal_frame WHERE seq >= $1 AND seq <= $2 AND received_utc < $3 AND NOT is_conflict";

    /// <summary>Counts what <see cref="DeleteFrames"/> would delete.</summary>
    public const string CountExpiredFrames = "SELECT COUNT(*) FROM journal_frame WHERE seq >= $1 AND seq <= $2 AND received_utc < $3 AND NOT is_conflict";

    /// <summary>Counts what <see cref="DeleteReadings"/> would delete.</summary>
    public const string CountExpiredReadings =
        """
        SELECT COUNT(*) FROM reading WHERE device_number = $1 AND span = $2 AND start_utc < $3
          AND NOT EXISTS (SELECT 1 FROM rollup_due AS due WHERE due.device_number = $1 AND due.factor = reading.factor AND due.hour_utc < $3)
        """;

    /// <summary>Counts what <see cref="DeleteEarlierReadings"/> would delete.</summary>
    public const string CountExpiredEarlier = "SELECT COUNT(*) FROM earlier_reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc < $4";

    /// <summary>When the first reading of a device and span at or after an instant begins.</summary>
    public const string FirstReading = "SELECT start_utc FROM reading WHERE device_number = $1 AND span = $2 AND start_utc >= $3 ORDER BY start_utc LIMIT 1";

    /// <summary>Deletes the readings of a device and span in a stretch, save those of a factor of which an hour before an instant waits to be summed.</summary>
    public const string DeleteReadings =
        """
        DELETE FROM reading WHERE device_number = $1 AND span = $2 AND start_utc >= $3 AND start_utc < $4
          AND NOT EXISTS (SELECT 1 FROM rollup_due AS due WHERE due.device_number = $1 AND due.factor = reading.factor AND due.hour_utc < $5)
        """;

    /// <summary>Deletes what stood before corrections of a factor and span before an instant.</summary>
    public const string DeleteEarlierReadings = "DELETE FROM earlier_reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc < $4";

    /// <summary>The devices and factors that have sums.</summary>
    public const string SummedSeries = "SELECT DISTINCT device_number, factor FROM rollup WHERE span = $1";

    /// <summary>The next factor of a device behind another, of those that have sums.</summary>
    public const string NextFactor = "SELECT MIN(factor) FROM rollup WHERE device_number = $1 AND factor > $2";

    /// <summary>Where a mark stands; 0 where it was never set.</summary>
    public const string MarkOf = "SELECT COALESCE(MAX(seq), 0) FROM derivation_mark WHERE name = $1";

    /// <summary>Whether a frame of an identity lies in the journal.</summary>
    public const string HasFrame = "SELECT COUNT(*) FROM (SELECT 1 FROM journal_frame WHERE mn = $1 AND qn = $2 AND cn = $3 AND pno = $4 LIMIT 1) AS found";

    /// <summary>Puts a frame into quarantine unless it lies there.</summary>
    public const string InsertQuarantined =
        """
        INSERT INTO quarantined_frame (id, mn, reason, digest, received_utc, remote, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (mn, digest) DO NOTHING
        """;

    /// <summary>The number of the newest frame in quarantine.</summary>
    public const string NewestQuarantined = "SELECT COALESCE(MAX(id), 0) FROM quarantined_frame";

    /// <summary>Takes all frames of a device out of quarantine.</summary>
    public const string DeleteQuarantinedOf = "DELETE FROM quarantined_frame WHERE mn = $1";

    /// <summary>Takes one frame out of quarantine.</summary>
    public const string DeleteQuarantined = "DELETE FROM quarantined_frame WHERE id = $1";

    /// <summary>Notes a range of addresses from which a device speaks, unless it is known.</summary>
    public const string InsertDeviceNetwork = "INSERT INTO device_network (mn, network, first_utc, last_utc) VALUES ($1, $2, $3, $3) ON CONFLICT (mn, network) DO NOTHING";

    /// <summary>Notes that a device speaks from a known range again.</summary>
    public const string TouchDeviceNetwork = "UPDATE device_network SET last_utc = $3 WHERE mn = $1 AND network = $2";

    /// <summary>How many ranges of addresses of a device are known.</summary>
    public const string CountDeviceNetworks = "SELECT COUNT(*) FROM device_network WHERE mn = $1";

    /// <summary>Raises a notice about a device, or counts it once more on its day.</summary>
    public const string RaiseDeviceNotice =
        """
        INSERT INTO device_notice (mn, kind, detail, day_utc, first_utc, last_utc, times) VALUES ($1, $2, $3, $4, $5, $5, 1)
        ON CONFLICT (mn, kind, detail, day_utc) DO UPDATE SET last_utc = excluded.last_utc, times = device_notice.times + 1
        """;

    /// <summary>The messages of a device and command that come in so many parts, the newest first.</summary>
    public const string WaitingPartsOf = "SELECT data_time, come FROM waiting_parts WHERE mn = $1 AND cn = $2 AND parts = $3 ORDER BY last_utc DESC, data_time DESC";

    /// <summary>Notes which parts of a message have come.</summary>
    public const string PutWaitingParts =
        """
        INSERT INTO waiting_parts (mn, cn, data_time, parts, come, first_utc, last_utc, is_whole) VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
        ON CONFLICT (mn, cn, data_time, parts) DO UPDATE SET come = excluded.come, last_utc = excluded.last_utc, is_whole = excluded.is_whole
        """;

    /// <summary>Forgets messages, whole or not, whose last part came before an instant.</summary>
    public const string ForgetWaitingParts = "DELETE FROM waiting_parts WHERE is_whole = $1 AND last_utc < $2";

    /// <summary>A frame by its number.</summary>
    public const string FrameOf = "SELECT seq, received_utc, bytes FROM journal_frame WHERE seq = $1";

    /// <summary>The frames that came before another under its identity.</summary>
    public const string FramesBefore =
        """
        SELECT earlier.seq, earlier.received_utc, earlier.bytes FROM journal_frame AS held
        JOIN journal_frame AS earlier ON earlier.mn = held.mn AND earlier.qn = held.qn AND earlier.cn = held.cn AND earlier.pno = held.pno AND earlier.seq < held.seq
        WHERE held.seq = $1 ORDER BY earlier.seq
        """;

    /// <summary>Notes that a frame waits for a decision.</summary>
    public const string InsertHeldFrame =
        """
        INSERT INTO held_frame (seq, mn, reason, received_utc, data_utc, is_settled) VALUES ($1, $2, $3, $4, $5, FALSE)
        ON CONFLICT (seq) DO NOTHING
        """;

    /// <summary>Notes that what was decided about a frame holds.</summary>
    public const string SettleHeldFrame = "UPDATE held_frame SET is_settled = TRUE, settled_by = $2 WHERE seq = $1";

    /// <summary>Notes by which verdict frames hold that were settled before that was noted.</summary>
    public const string NoteHeldBy = "UPDATE held_frame SET settled_by = $5 WHERE mn = $1 AND reason = $2 AND seq >= $3 AND seq <= $4 AND is_settled AND settled_by IS NULL";

    /// <summary>Lets the frames of a verdict wait again.</summary>
    public const string ReopenHeldFrames = "UPDATE held_frame SET is_settled = FALSE, settled_by = NULL WHERE settled_by = $1";

    /// <summary>Lets the newest reading stand again that stood before frames which wait now.</summary>
    public const string RestoreReading =
        """
        UPDATE reading SET revision = revision + 1, (number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq) = (
            SELECT number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq FROM earlier_reading AS before
            WHERE before.device_number = $1 AND before.factor = $2 AND before.span = $3 AND before.start_utc = $4
              AND NOT EXISTS (SELECT 1 FROM held_frame AS held WHERE held.seq = before.frame_seq AND NOT held.is_settled)
            ORDER BY before.revision DESC LIMIT 1)
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND EXISTS (
            SELECT 1 FROM earlier_reading AS before
            WHERE before.device_number = $1 AND before.factor = $2 AND before.span = $3 AND before.start_utc = $4
              AND NOT EXISTS (SELECT 1 FROM held_frame AS held WHERE held.seq = before.frame_seq AND NOT held.is_settled))
        """;

    /// <summary>The lowest and highest revision of what stood before.</summary>
    public const string EarlierRevisions = "SELECT COALESCE(MIN(revision), 0), COALESCE(MAX(revision), 0) FROM earlier_reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4";

    /// <summary>Numbers what stood before a reading that is taken back below all others: should a frame say it anew, its revisions begin at 1 again.</summary>
    public const string SinkEarlier = "UPDATE earlier_reading SET revision = revision - $5 WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND revision > 0";

    /// <summary>Takes a reading away that nothing but frames which wait now ever said; it stays among the earlier ones.</summary>
    public const string DeleteReading = "DELETE FROM reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4";

    /// <summary>Strikes the sum of an hour that has no reading any more.</summary>
    public const string DeleteEmptyHour =
        """
        DELETE FROM rollup WHERE device_number = $1 AND factor = $2 AND span = 'Hour' AND start_utc = $3 AND NOT EXISTS (
            SELECT 1 FROM reading WHERE device_number = $1 AND factor = $2 AND span IN ('Realtime', 'Minute', 'Hour') AND start_utc >= $3 AND start_utc < $4)
        """;

    /// <summary>Forgets the newest moment of a series.</summary>
    public const string DeleteLatest = "DELETE FROM latest_reading WHERE factor = $1 AND device_number = $2";

    /// <summary>Finds the newest moment of a series anew.</summary>
    public const string FindLatest =
        """
        INSERT INTO latest_reading (factor, device_number, start_utc, number, flag, is_valid)
        SELECT factor, device_number, start_utc, number, flag, is_valid FROM reading
        WHERE device_number = $2 AND factor = $1 AND span = 'Realtime' ORDER BY start_utc DESC LIMIT 1
        """;

    /// <summary>The number and validity of one reading.</summary>
    public const string ReadingAt = "SELECT number, is_valid FROM reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND number IS NOT NULL";

    /// <summary>Keeps a reading that a certain frame says, before it counts no longer.</summary>
    public const string KeepReadingOf =
        """
        INSERT INTO earlier_reading (device_number, factor, span, start_utc, revision, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq)
        SELECT device_number, factor, span, start_utc, revision, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq FROM reading
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND frame_seq = $5
        """;

    /// <summary>Lets a reading stand, but count no longer.</summary>
    public const string OverruleReading =
        """
        UPDATE reading SET is_valid = FALSE, doubt_bits = doubt_bits | $6, frame_seq = $5, revision = revision + 1
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4
        """;

    /// <summary>The same for the newest moment.</summary>
    public const string OverruleLatest = "UPDATE latest_reading SET is_valid = FALSE WHERE factor = $1 AND device_number = $2 AND start_utc = $3";

    /// <summary>Puts in a reading that was not there.</summary>
    public const string InsertReading =
        """
        INSERT INTO reading (device_number, factor, span, start_utc, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)
        ON CONFLICT (device_number, factor, span, start_utc) DO NOTHING
        """;

    /// <summary>Keeps the reading that stands, where a later frame says otherwise.</summary>
    public const string KeepEarlierReading =
        """
        INSERT INTO earlier_reading (device_number, factor, span, start_utc, revision, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq)
        SELECT device_number, factor, span, start_utc, revision, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq FROM reading
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND frame_seq < $5
          AND (number IS DISTINCT FROM $6 OR least IS DISTINCT FROM $7 OR most IS DISTINCT FROM $8 OR total IS DISTINCT FROM $9 OR flag <> $10 OR doubt_bits <> $11)
        """;

    /// <summary>Lets the later frame's reading stand.</summary>
    public const string ReplaceReading =
        """
        UPDATE reading SET number = $5, least = $6, most = $7, total = $8, text = $9, flag = $10, is_valid = $11, doubt_bits = $12, frame_seq = $13, revision = revision + 1
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4
        """;

    /// <summary>Lets a moment stand as the newest of its factor and device, unless a later one does.</summary>
    public const string PutLatest =
        """
        INSERT INTO latest_reading (factor, device_number, start_utc, number, flag, is_valid) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (factor, device_number) DO UPDATE SET start_utc = excluded.start_utc, number = excluded.number, flag = excluded.flag, is_valid = excluded.is_valid
        WHERE excluded.start_utc >= latest_reading.start_utc
        """;

    /// <summary>The newest moment of a factor of every device that has one.</summary>
    public const string LatestOf = "SELECT device_number, start_utc, COALESCE(number, 0), is_valid FROM latest_reading WHERE factor = $1";

    /// <summary>The readings that the hours of a device's factors are summed of, span by span: named one by one, because the key has the span before the time.</summary>
    public const string ReadingsOfHour =
        """
        SELECT factor, span, number, is_valid FROM reading
        WHERE device_number = $1 AND span IN ('Realtime', 'Minute', 'Hour') AND start_utc >= $2 AND start_utc < $3
        """;

    /// <summary>Some hours that must be computed anew, those that wait longest first.</summary>
    public const string RollupsDue = "SELECT device_number, factor, hour_utc, changes FROM rollup_due WHERE since_utc <= $1 ORDER BY since_utc LIMIT $2";

    /// <summary>Some hours before an instant that must be computed anew.</summary>
    public const string RollupsDueBefore = "SELECT device_number, factor, hour_utc, changes FROM rollup_due WHERE hour_utc < $1 ORDER BY since_utc LIMIT $2";

    /// <summary>The hours of a stretch that must be computed anew.</summary>
    public const string RollupsDueOf = "SELECT device_number, factor, hour_utc, changes FROM rollup_due WHERE device_number = $1 AND factor = $2 AND hour_utc >= $3 AND hour_utc <= $4";

    /// <summary>Notes that an hour must be computed anew.</summary>
    public const string InsertRollupDue =
        """
        INSERT INTO rollup_due (device_number, factor, hour_utc, since_utc, changes) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT (device_number, factor, hour_utc) DO UPDATE SET changes = rollup_due.changes + 1
        """;

    /// <summary>Strikes a note that was worked off, unless it has grown since.</summary>
    public const string DeleteRollupDue = "DELETE FROM rollup_due WHERE device_number = $1 AND factor = $2 AND hour_utc = $3 AND changes = $4";

    /// <summary>Stores how far the journal has been worked off; never goes back.</summary>
    public const string MoveMark =
        """
        INSERT INTO derivation_mark (name, seq) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET seq = CASE WHEN excluded.seq > derivation_mark.seq THEN excluded.seq ELSE derivation_mark.seq END
        """;

    /// <summary>Stores a sum of a span in place of the one before.</summary>
    public const string PutRollup =
        """
        INSERT INTO rollup (device_number, factor, span, start_utc, source, sum, count, least, most, present, expected, is_valid, hours)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (device_number, factor, span, start_utc) DO UPDATE SET
            source = excluded.source, sum = excluded.sum, count = excluded.count, least = excluded.least, most = excluded.most,
            present = excluded.present, expected = excluded.expected, is_valid = excluded.is_valid, hours = excluded.hours
        """;

    /// <summary>Which hours of the days of a stretch a factor has, and which of them count.</summary>
    public const string HoursOfDays =
        "SELECT start_utc, COALESCE(hours, 0) FROM rollup WHERE device_number = $1 AND factor = $2 AND span = 'Day' AND start_utc >= $3 AND start_utc < $4";

    /// <summary>The sums of a factor over the hours (or days) of a stretch, in the order of time.</summary>
    public const string SumsOf =
        """
        SELECT start_utc, sum, count, is_valid, source FROM rollup
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc >= $4 AND start_utc < $5 ORDER BY start_utc
        """;

    /// <summary>The sums of the hours of a stretch as they were before any review: what two posts declared invalid counts, where enough values came.</summary>
    public const string SumsBeforeReview =
        """
        SELECT start_utc, sum, count, is_valid OR (4 * count >= 3 * expected AND EXISTS (
                   SELECT 1 FROM invalid_hour AS bad WHERE bad.device_number = rollup.device_number AND bad.factor = rollup.factor AND bad.start_utc = rollup.start_utc)), source
        FROM rollup WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc >= $4 AND start_utc < $5 ORDER BY start_utc
        """;

    /// <summary>Judges a stored hour anew by what was summed: whether enough values came, and whether two posts declared it invalid.</summary>
    public const string JudgeHour =
        """
        UPDATE rollup SET is_valid = (4 * count >= 3 * expected AND NOT EXISTS (
            SELECT 1 FROM invalid_hour AS bad WHERE bad.device_number = rollup.device_number AND bad.factor = rollup.factor AND bad.start_utc = rollup.start_utc))
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4
        """;

    /// <summary>Notes that two posts declared an hour invalid.</summary>
    public const string InsertInvalidHour = "INSERT INTO invalid_hour (device_number, factor, start_utc) VALUES ($1, $2, $3) ON CONFLICT (device_number, factor, start_utc) DO NOTHING";

    /// <summary>Strikes that note.</summary>
    public const string DeleteInvalidHour = "DELETE FROM invalid_hour WHERE device_number = $1 AND factor = $2 AND start_utc = $3";

    /// <summary>How many hours of a stretch two posts declared invalid.</summary>
    public const string CountInvalidHours = "SELECT COUNT(*) FROM invalid_hour WHERE device_number = $1 AND factor = $2 AND start_utc >= $3 AND start_utc < $4";

    /// <summary>The readings of a factor in a stretch: value, text, and the frame or import that says so.</summary>
    public const string ReadingsOf =
        """
        SELECT start_utc, COALESCE(number, 0), text, frame_seq FROM reading
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc >= $4 AND start_utc < $5
        """;

    /// <summary>Keeps the hour that an import brought, where another says otherwise.</summary>
    public const string KeepImported =
        """
        INSERT INTO earlier_reading (device_number, factor, span, start_utc, revision, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq)
        SELECT device_number, factor, span, start_utc, revision, number, least, most, total, text, flag, is_valid, doubt_bits, frame_seq FROM reading
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND frame_seq <= 0 AND number <> $5
        ON CONFLICT (device_number, factor, span, start_utc, revision) DO NOTHING
        """;

    /// <summary>Corrects the hour that an import brought; what a device reported stays.</summary>
    public const string CorrectImported =
        """
        UPDATE reading SET number = $5, text = $6, doubt_bits = $7, frame_seq = $8, revision = revision + 1
        WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND frame_seq <= 0 AND number <> $5
        """;

    /// <summary>Takes the hours of an import out again.</summary>
    public const string DeleteImported = "DELETE FROM reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4 AND frame_seq <= 0";

    /// <summary>Sums each hour that an import brought: it is its own mean, and counts unless two posts declared it invalid.</summary>
    public const string PutImportedHours =
        """
        INSERT INTO rollup (device_number, factor, span, start_utc, source, sum, count, least, most, present, expected, is_valid)
        SELECT device_number, factor, $3, start_utc, span, number, 1, number, number, 1, 1,
               NOT EXISTS (SELECT 1 FROM invalid_hour AS bad WHERE bad.device_number = reading.device_number AND bad.factor = reading.factor AND bad.start_utc = reading.start_utc)
        FROM reading
        WHERE device_number = $1 AND factor = $2 AND span = $4 AND start_utc >= $5 AND start_utc < $6 AND frame_seq <= 0 AND number IS NOT NULL
        ON CONFLICT (device_number, factor, span, start_utc) DO UPDATE SET
            source = excluded.source, sum = excluded.sum, count = excluded.count, least = excluded.least, most = excluded.most,
            present = excluded.present, expected = excluded.expected, is_valid = excluded.is_valid
        """;

    /// <summary>Strikes the sum of a span.</summary>
    public const string DeleteRollup = "DELETE FROM rollup WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc = $4";

    /// <summary>Whether a stretch has any reading.</summary>
    public const string HasReadings = "SELECT COUNT(*) FROM (SELECT 1 FROM reading WHERE device_number = $1 AND factor = $2 AND span = $3 AND start_utc >= $4 AND start_utc < $5 LIMIT 1) AS found";

    private const string InsertImportedInto = "INSERT INTO reading (device_number, factor, span, start_utc, number, flag, is_valid, doubt_bits, frame_seq, revision)";

    /// <summary>Puts many hours in at once, given as a list of numbers that begins at an instant; null leaves an hour out, and what is there stays.</summary>
    public static string InsertImportedHours(StoreKind kind) => kind == StoreKind.Sqlite ? InsertImportedSqlite : InsertImportedPostgres;

    private const string InsertImportedSqlite = InsertImportedInto +
        """
         SELECT $1, $2, $3, $4 + (3600000 * CAST(hours.key AS INTEGER)), hours.value, '', TRUE, 0, $6, 1 FROM json_each($5) AS hours
        WHERE hours.value IS NOT NULL ON CONFLICT (device_number, factor, span, start_utc) DO NOTHING
        """;

    private const string InsertImportedPostgres = InsertImportedInto +
        """
         SELECT $1, $2, $3, $4 + ((hours.place - 1) * INTERVAL '1 hour'), CAST(hours.value AS BIGINT), '', TRUE, 0, $6, 1
        FROM jsonb_array_elements_text(CAST($5 AS JSONB)) WITH ORDINALITY AS hours(value, place)
        WHERE hours.value IS NOT NULL ON CONFLICT (device_number, factor, span, start_utc) DO NOTHING
        """;

    /// <summary>When the first stored span of a factor begins.</summary>
    public const string FirstStart = "SELECT start_utc FROM rollup WHERE device_number = $1 AND factor = $2 AND span = $3 ORDER BY start_utc LIMIT 1";

    /// <summary>When the last stored span of a factor begins.</summary>
    public const string LastStart = "SELECT start_utc FROM rollup WHERE device_number = $1 AND factor = $2 AND span = $3 ORDER BY start_utc DESC LIMIT 1";

    /// <summary>How many readings are stored.</summary>
    public const string CountReadings = "SELECT COUNT(*) FROM reading";

    /// <summary>How many frames are stored.</summary>
    public const string CountFrames = "SELECT COUNT(*) FROM journal_frame";
}

using System.Globalization;
using Lanshao.Platform.Foundation;
using Npgsql;

namespace Lanshao.Platform.Storage.Series;

/// <summary>A table of PostgreSQL that lies in parts by civil month, with a rest for what is of no month that was made: a month leaves at once. SQLite has none; there the same names are one table each.</summary>
public sealed class MonthlyTable
{
    /// <summary>How many rows are moved at most while others write: they wait for it.</summary>
    public const int MostMoved = 50_000;

    private const int Tries = 3;
    private readonly string _table;
    private readonly string _known;
    private readonly string _left;
    private readonly string _restMonths;
    private readonly Func<DateOnly, string> _bound;
    private readonly string _key;

    private MonthlyTable(string table, DataPart part, string key, string restMonths, Func<DateOnly, string> bound)
    {
        (_table, _key, _bound, Part) = (table, key, bound, part);
        _known = $"SELECT right(inhrelid::regclass::text, 6) FROM pg_inherits WHERE inhparent = '{table}'::regclass AND inhrelid <> '{table}_rest'::regclass ORDER BY 1";
        _left = $"SELECT right(relname, 6) FROM pg_class WHERE relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = '{table}'::regclass) AND relkind = 'r' AND NOT relispartition AND relname ~ '^{table}_[0-9]{{6}}$' ORDER BY 1";
        _restMonths = restMonths;
    }

    /// <summary>Gets the frames, by the month of their QN: it is a time, and part of what identifies a frame, so that one unique key holds over all months.</summary>
    public static MonthlyTable Frames { get; } = new("journal_frame", DataPart.Journal, "qn", PostgresSql.MonthsOfRestingFrames, month => $"'{Number(month)}'");

    /// <summary>Gets the readings of moments and minutes, by when they begin. Hours and days lie beside them, in a table that never leaves.</summary>
    public static MonthlyTable Moments { get; } = new("reading_moment", DataPart.Series, "start_utc", PostgresSql.MonthsOfRestingMoments, month => string.Create(CultureInfo.InvariantCulture, $"'{ChinaTime.StartUtc(month):yyyy-MM-dd HH:mm:ss}+00'"));

    /// <summary>Gets the part of the data that the table is of.</summary>
    public DataPart Part { get; }

    /// <summary>Returns the name of a month's own table.</summary>
    public string NameOf(DateOnly month) => $"{_table}_{Number(month)}";

    /// <summary>Returns the months that have a table of their own, in order.</summary>
    public List<DateOnly> Known(BulkSession session) => Months(session, _known);

    /// <summary>Makes tables of some months, unless they are there; what lies in the rest of them moves along. A month that has too much there, or that others hold, is left for another time.</summary>
    /// <param name="session">On the part, outside a transaction.</param>
    /// <param name="months">Their first days.</param>
    /// <param name="most">How many rows are moved at most.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>How many were made.</returns>
    public async Task<int> MakeAsync(BulkSession session, IEnumerable<DateOnly> months, long most, CancellationToken ct)
    {
        session.BePatient();
        var made = 0;
        foreach (var month in months.Except(Known(session)))
        {
            made += await MakeAsync(session, month, most, ct) ? 1 : 0;
        }

        return made;
    }

    /// <summary>Makes tables of all months of which much lies in the rest of a part that was filled from another store.</summary>
    public static async Task SettleAsync(Store store, DataPart part, CancellationToken ct)
    {
        foreach (var table in new[] { Frames, Moments }.Where(table => table.Part == part))
        {
            await using var session = await BulkSession.OpenAsync(store, part, ct);
            _ = await table.MakeAsync(session, Months(session, table._restMonths), long.MaxValue, ct);
        }
    }

    /// <summary>Lets a month leave at once, save what must stay, which goes to the rest.</summary>
    /// <param name="session">On the part, outside a transaction.</param>
    /// <param name="month">Its first day.</param>
    /// <param name="stays">Says, when nobody else writes any more, which rows of <c>going</c> must stay: a condition and its values; null for none.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>How many rows went; null where others held the table for too long.</returns>
    public async Task<long?> LeaveAsync(BulkSession session, DateOnly month, Func<(string Condition, SeriesValue[] Values)?> stays, CancellationToken ct)
    {
        var name = NameOf(month);
        var isOff = await AttemptAsync(session, () =>
        {
            var kept = stays();
            _ = session.Execute($"ALTER TABLE {_table} DETACH PARTITION {name}");
            if (kept is { } some)
            {
                _ = session.Execute($"WITH kept AS (DELETE FROM {name} AS going WHERE {some.Condition} RETURNING *) INSERT INTO {_table} SELECT * FROM kept", some.Values);
            }
        }, ct);
        return isOff ? Drop(session, name) : null;
    }

    /// <summary>Drops what was taken off and not dropped, because the work was cut off in between; returns how many rows went.</summary>
    public long DropLeft(BulkSession session) => Months(session, _left).Sum(month => Drop(session, NameOf(month)));

    private async Task<bool> MakeAsync(BulkSession session, DateOnly month, long most, CancellationToken ct)
    {
        var (name, from, to) = (NameOf(month), _bound(month), _bound(month.AddMonths(1)));
        var isOfMonth = $"{_key} >= {from} AND {_key} < {to}";
        if (session.Number($"SELECT COUNT(*) FROM (SELECT 1 FROM {_table}_rest WHERE {isOfMonth} LIMIT $1) AS found", most) == most)
        {
            return false;
        }

        var isMade = false;
        return await AttemptAsync(session, () =>
        {
            // Another process may have made it meanwhile.
            isMade = session.Number("SELECT CASE WHEN to_regclass($1) IS NULL THEN 0 ELSE 1 END", name) == 0;
            if (isMade)
            {
                _ = session.Execute($"CREATE TABLE {name} (LIKE {_table} INCLUDING ALL)");
                _ = session.Execute($"WITH moved AS (DELETE FROM {_table}_rest WHERE {isOfMonth} RETURNING *) INSERT INTO {name} SELECT * FROM moved");
                _ = session.Execute($"ALTER TABLE {_table} ATTACH PARTITION {name} FOR VALUES FROM ({from}) TO ({to})");
            }
        }, ct) && isMade;
    }

    // The table is held against everybody for a moment; who reads it for long (a backup) is not waited for, because writers would wait too.
    private static async Task<bool> AttemptAsync(BulkSession session, Action change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await session.BeginAsync(ct);
            try
            {
                _ = session.Execute(PostgresSql.WaitBriefly);
                change();
                await session.CommitAsync(ct);
                return true;
            }
            catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                await session.RollBackAsync();
            }
        }

        return false;
    }

    private static long Drop(BulkSession session, string name)
    {
        var rows = session.Number($"SELECT COUNT(*) FROM {name}");
        _ = session.Execute($"DROP TABLE {name}");
        return rows;
    }

    private static List<DateOnly> Months(BulkSession session, string sql)
    {
        var months = new List<DateOnly>();
        using var rows = session.Rows(sql);
        while (rows.Next())
        {
            months.Add(DateOnly.ParseExact(rows.Text(0)! + "01", "yyyyMMdd", CultureInfo.InvariantCulture));
        }

        return months;
    }

    private static string Number(DateOnly month) => month.ToString("yyyyMM", CultureInfo.InvariantCulture);
}

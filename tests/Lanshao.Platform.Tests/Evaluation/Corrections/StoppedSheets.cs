using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Tests.Evaluation.Corrections;

/// <summary>Makes the store refuse a 数据更正单 at the very end, as if the process had died there.</summary>
internal static class StoppedSheets
{
    public static async Task BeginAsync(LanshaoContext db, CancellationToken ct)
    {
        if (db.Kind == StoreKind.Sqlite)
        {
            _ = await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER stopped BEFORE INSERT ON data_correction BEGIN SELECT RAISE(ABORT, 'stopped'); END", ct);
            return;
        }

        _ = await db.Database.ExecuteSqlRawAsync("CREATE FUNCTION stopped() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'stopped'; END $$ LANGUAGE plpgsql", ct);
        _ = await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER stopped BEFORE INSERT ON data_correction FOR EACH ROW EXECUTE FUNCTION stopped()", ct);
    }

    public static Task<int> EndAsync(LanshaoContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(db.Kind == StoreKind.Sqlite ? "DROP TRIGGER stopped" : "DROP TRIGGER stopped ON data_correction", ct);
}

using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Storage;

/// <summary>The business store in one SQLite file: instants as milliseconds, decimals as scaled integers, both of which SQLite can order.</summary>
public class SqliteLanshaoContext(DbContextOptions<SqliteLanshaoContext> options) : LanshaoContext(options)
{
    public override StoreKind Kind => StoreKind.Sqlite;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Period>().HaveConversion<PeriodCode>();
        configurationBuilder.Properties<Place>().HaveConversion<PlaceCode>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<decimal>().HaveConversion<ScaledInteger>();
    }
}

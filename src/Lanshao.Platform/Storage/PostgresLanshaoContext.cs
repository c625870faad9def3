using Lanshao.Platform.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Storage;

/// <summary>The business store in PostgreSQL. Text collates by code point, as SQLite does, so that pages by key run the same.</summary>
public class PostgresLanshaoContext(DbContextOptions<PostgresLanshaoContext> options) : LanshaoContext(options)
{
    public override StoreKind Kind => StoreKind.PostgreSql;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().UseCollation("C");
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Period>().HaveConversion<PeriodCode>().UseCollation("C");
        configurationBuilder.Properties<Place>().HaveConversion<PlaceCode>().UseCollation("C");
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>().HaveColumnType("timestamp(3) with time zone");
        configurationBuilder.Properties<decimal>().HaveConversion<SixDecimals>().HavePrecision(18, 6);
    }
}

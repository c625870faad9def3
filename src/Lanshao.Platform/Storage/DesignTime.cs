using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Lanshao.Platform.Storage;

/// <summary>What eng/migration.sh builds the SQLite migrations with; opens no database.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteLanshaoContext>
{
    public SqliteLanshaoContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteLanshaoContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>What eng/migration.sh builds the PostgreSQL migrations with; opens no database.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresLanshaoContext>
{
    public PostgresLanshaoContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresLanshaoContext>().UseNpgsql("Host=127.0.0.1").Options);
}

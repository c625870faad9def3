using Npgsql;

namespace Lanshao.Platform.Storage;

/// <summary>Reads <c>postgres://user:password@host:port/database</c>.</summary>
internal static class PostgresAddress
{
    public static string ToConnectionString(string address)
    {
        if (!address.StartsWith("postgres://", StringComparison.Ordinal) && !address.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            return Checked(address);
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.AbsolutePath.Length < 2)
        {
            throw new FormatException("expected postgres://user:password@host:port/database");
        }

        var user = uri.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.Port > 0 ? uri.Port : 5432, Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]) };
        if (user[0].Length > 0)
        {
            parts.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            parts.Password = Uri.UnescapeDataString(user[1]);
        }

        return parts.ToString();
    }

    private static string Checked(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).ToString();
        }
        catch (ArgumentException unreadable)
        {
            throw new FormatException("expected postgres://user:password@host:port/database or a connection string", unreadable);
        }
    }
}

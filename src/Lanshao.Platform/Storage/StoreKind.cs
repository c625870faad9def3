namespace Lanshao.Platform.Storage;

public enum StoreKind
{
    Sqlite,
    PostgreSql,
}

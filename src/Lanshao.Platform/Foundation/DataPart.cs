namespace Lanshao.Platform.Foundation;

/// <summary>The parts of a district's data. Each is a SQLite file of its own, so that an acknowledgement never waits for an import; in PostgreSQL they are one database.</summary>
public enum DataPart
{
    /// <summary>What people decide and report: <c>lanshao.db</c>.</summary>
    Business,

    /// <summary>Accepted device frames as they came: <c>journal.db</c>.</summary>
    Journal,

    /// <summary>What is derived from frames, and frames in quarantine: <c>series.db</c>.</summary>
    Series,
}

/// <summary>Says in which part the rows of an entity lie; without it they are business.</summary>
/// <param name="part">The part.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptInAttribute(DataPart part) : Attribute
{
    public DataPart Part => part;

    /// <summary>Returns where the rows of an entity lie.</summary>
    public static DataPart Of(Type entity) => GetCustomAttribute(entity, typeof(KeptInAttribute)) is KeptInAttribute kept ? kept.Part : DataPart.Business;
}
